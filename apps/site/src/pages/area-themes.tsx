import type { Indicator } from "@impactmonitor/model/indicator";
import type { AreaView, NationalLine, ThemeGroup } from "@impactmonitor/views/area-view";
import { areaInText, areaLabel } from "@impactmonitor/views/area-words";
import { counted, nouns } from "@impactmonitor/views/counted";
import { sourceWord } from "@impactmonitor/views/practice-words";
import { readingOrder } from "@impactmonitor/views/reading-order";
import { talkAboutTheme } from "@impactmonitor/views/sentences/talk";
import type { Desk } from "../desk.ts";
import { Explained } from "../parts/explained.tsx";
import { Signs, Statement } from "../parts/figure.tsx";
import { Guards } from "../parts/guards.tsx";
import { ReadingSteps } from "../parts/reading-order.tsx";
import { FormerFigures } from "../parts/succession.tsx";
import { ContextReminder, TalkFold } from "../parts/talk.tsx";
import { areaParameter } from "../paths.ts";
import { AreaTable } from "./area-table.tsx";
import { words } from "./area-words.ts";

export function Theme({ desk, view, group }: { desk: Desk; view: AreaView; group: ThemeGroup }) {
  const { say, language } = desk;
  const { theme, rows, missing } = group;
  const name = areaInText(view.area, language);
  const order = readingOrder(desk.book, theme, view.area);
  return (
    <section class="theme" aria-labelledby={theme.id}>
      <h2 id={theme.id}>
        <a href={desk.link("theme", theme.id)}>{say(theme.title)}</a>
      </h2>
      {order && (
        <p class="order-why">
          <strong>{say(words.orderWhy)}:</strong> <Explained desk={desk} text={order.why} />
        </p>
      )}
      {order && (
        <details class="order-fold">
          <summary>{say(words.order)}</summary>
          <ReadingSteps desk={desk} order={order} area={view.area} />
        </details>
      )}
      {rows.length > 0 && <AreaTable desk={desk} area={view.area} rows={rows} caption={say(theme.title)} />}
      {rows.some((it) => it.comparison) && <ContextReminder desk={desk} />}
      {rows.length > 0 && (
        <TalkFold desk={desk} talk={talkAboutTheme(desk.book, theme.id, language)} about={say(theme.shortTitle)} />
      )}
      {missing.length > 0 && (
        <details class="missing">
          <summary>
            {say(words.missing)
              .replace("{area}", name)
              .replace("{subjects}", counted(missing.length, nouns.subject, language))}
          </summary>
          <Missing desk={desk} view={view} missing={missing} />
        </details>
      )}
    </section>
  );
}

/** With fewer figures than this a page needs what there is elsewhere. */
export const hasFew = (view: AreaView): boolean => view.area.level !== "nation" && view.counts.indicators < 4;

/**
 * A theme of which this area has no figure at all: one line, with the reasons behind it. The outcomes after a report,
 * which is what the monitor is for, stay in sight: what is known for the country, and whether this region was studied.
 */
export function EmptyTheme({ desk, view, group }: { desk: Desk; view: AreaView; group: ThemeGroup }) {
  const { say } = desk;
  const { theme, missing } = group;
  const national = missing.filter((it) => it.national);
  const outcome = theme.id === "outcome" && view.area.level === "vt-region";
  return (
    <>
      {outcome && (
        <>
          <h3>{say(theme.title)}</h3>
          <p>
            <Explained desk={desk} text={view.cohort ? words.cohort[view.cohort] : words.notInCohort} />
          </p>
          {national.map((it) => it.national && <National desk={desk} indicator={it.indicator} line={it.national} />)}
          <Guards desk={desk} figures={national.flatMap((it) => it.national?.shown ?? [])} />
          <Signs desk={desk} figures={national.flatMap((it) => it.national?.shown ?? [])} />
        </>
      )}
      <details class="missing" id={theme.id}>
        <summary>
          {outcome ? say(words.whyEach).replace("{n}", String(missing.length)) : say(theme.title)}
          {!outcome && national.length > 0 && (
            <span class="summary-note">
              {say(national.length === 1 ? words.nationalOne : words.nationalMany).replace(
                "{n}",
                String(national.length),
              )}
            </span>
          )}
        </summary>
        {theme.gap && (
          <p>
            <Explained desk={desk} text={theme.gap} />
          </p>
        )}
        <p>
          <a href={desk.link("theme", theme.id)}>{say(words.toTheme)}</a>
        </p>
        <Missing desk={desk} view={view} missing={missing} withNational={!outcome} />
      </details>
    </>
  );
}

/** @param withNational false where the national figures already stand above */
function Missing({
  desk,
  view,
  missing,
  withNational = true,
}: {
  desk: Desk;
  view: AreaView;
  missing: ThemeGroup["missing"];
  withNational?: boolean;
}) {
  const { say, language } = desk;
  // Where there is much to see, the page of the subject tells who could supply the rest.
  const supply = hasFew(view);
  const regio = view.area.level === "nation" ? undefined : areaParameter(view.area);
  return (
    <>
      <dl>
        {missing.map((it) => (
          <div>
            <dt>
              <a href={desk.link("indicator", it.indicator.id, { regio })}>{say(it.indicator.shortTitle)}</a>
            </dt>
            <dd>
              <Explained desk={desk} text={it.why} />{" "}
              <FormerFigures desk={desk} indicator={it.indicator} former={it.former} />
              {supply && it.indicator.supplier && (
                <>
                  {say(words.supplier)} {desk.sentence(it.indicator.supplier)}{" "}
                </>
              )}
              {it.instead && !it.national && (
                <>
                  {say(words.insteadSee)}{" "}
                  <a href={desk.link("indicator", it.indicator.id)}>{areaLabel(it.instead, language)}</a>.
                </>
              )}
              {withNational && it.national && <National desk={desk} indicator={it.indicator} line={it.national} />}
            </dd>
          </div>
        ))}
      </dl>
      {withNational && <Guards desk={desk} figures={missing.flatMap((it) => it.national?.shown ?? [])} />}
      {withNational && <Signs desk={desk} figures={missing.flatMap((it) => it.national?.shown ?? [])} />}
    </>
  );
}

/** The country's figure under the reason why the area has none: set apart, and named as national. */
export function National({ desk, indicator, line }: { desk: Desk; indicator: Indicator; line: NationalLine }) {
  const { say, language } = desk;
  const source = indicator.source ? desk.book.sources.get(indicator.source) : undefined;
  return (
    <div class="national">
      <p>
        <a href={desk.link("indicator", indicator.id)}>{say(words.national)}</a>:{" "}
        <Statement desk={desk} parts={line.statement} />
      </p>
      <p class="fine">
        {source && (
          <>
            {sourceWord(desk.book, language)}: <a href={desk.link("source", source.id)}>{say(source.shortTitle)}</a>
            .{" "}
          </>
        )}
        {say(words.age).replace("{age}", line.age)}
      </p>
    </div>
  );
}
