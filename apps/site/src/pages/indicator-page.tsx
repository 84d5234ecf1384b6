import type { ContextSection } from "@impactmonitor/views/context/context-section";
import type { IndicatorView } from "@impactmonitor/views/indicator-view";
import { paragraph, paragraphWithout } from "@impactmonitor/views/sentences/paragraph";
import { directionOf, talkAbout } from "@impactmonitor/views/sentences/talk";
import type { Desk } from "../desk.ts";
import { MapPatterns } from "../parts/chart.tsx";
import { AreaNotes } from "../parts/area-notes.tsx";
import { Definition } from "../parts/definition.tsx";
import { Explained } from "../parts/explained.tsx";
import { FewSentences } from "../parts/few-sentences.tsx";
import { ContextReminder, TalkSection } from "../parts/talk.tsx";
import { AreasSection } from "./indicator-areas.tsx";
import { BreakdownSection } from "./indicator-breakdown.tsx";
import { ContextSectionPart, ownColumn } from "./indicator-context.tsx";
import { Chooser } from "./indicator-chooser.tsx";
import { Lead, NoFigure } from "./indicator-lead.tsx";
import { regionQuery, Vintages, Downloads } from "./indicator-take.tsx";
import { TimeSection } from "./indicator-time.tsx";
import { TrendSection } from "./indicator-trend.tsx";
import { words } from "./indicator-words.ts";

/** The page of one indicator for one area. The heading states the value; nothing on it judges. */
export function IndicatorPage({ desk, view, section }: { desk: Desk; view: IndicatorView; section?: ContextSection }) {
  const { say } = desk;
  const { indicator, area, theme, lead } = view;
  const said = lead
    ? paragraph(desk.book, lead.shown, desk.language)
    : paragraphWithout(desk.book, indicator, area, desk.language);
  const beside = section?.chosen?.beside.measure.id;
  const compared = lead?.comparison !== undefined || view.areas.length > 0;
  const talk = talkAbout(desk.book, indicator, lead ? directionOf(lead.comparison) : "noFigure", desk.language);
  return (
    <article class="indicator">
      <nav class="crumbs" aria-label={say(words.crumbs)}>
        <ol>
          <li>
            <a href={desk.link("indicators")}>{say(words.all)}</a>
          </li>
          <li>
            <a href={desk.link("theme", theme.id)}>{say(theme.shortTitle)}</a>
          </li>
        </ol>
      </nav>
      <p class="eyebrow">{say(indicator.title)}</p>
      {view.lead ? <Lead desk={desk} view={view} lead={view.lead} /> : <NoFigure desk={desk} view={view} />}
      <AreaNotes desk={desk} notes={view.notes} />
      <Chooser desk={desk} view={view} beside={beside} />
      <div class="reading">
        <section class="not-say" aria-labelledby="zegt-niet">
          <h2 id="zegt-niet">{say(words.doesNotSay)}</h2>
          <ul>
            {indicator.doesNotSay.map((it) => (
              <li>
                <Explained desk={desk} text={it} />
              </li>
            ))}
          </ul>
        </section>
        <FewSentences desk={desk} paragraph={said} id="zinnen">
          {compared && <ContextReminder desk={desk} area={area} />}
        </FewSentences>
        {view.trend && <TrendSection desk={desk} view={view} trend={view.trend} beside={beside} />}
        <TimeSection desk={desk} view={view} beside={beside} />
        {view.breakdowns.map((it) => (
          <BreakdownSection desk={desk} view={view} breakdown={it} />
        ))}
      </div>
      {view.areas.some((it) => it.map) && <MapPatterns />}
      {view.areas.map((it) => (
        <AreasSection desk={desk} view={view} areas={it} chosen={area} beside={ownColumn(section, it.level)} />
      ))}
      {section && <ContextSectionPart desk={desk} view={view} section={section} />}
      <TalkSection desk={desk} talk={talk} id="gesprek" />
      {view.lead && view.lead.vintages.length > 0 && <Vintages desk={desk} lead={view.lead} />}
      <Definition desk={desk} indicator={indicator} source={view.source} />
      <Downloads desk={desk} view={view} />
      {view.related.length > 0 && (
        <section aria-labelledby="verwant">
          <h2 id="verwant">{say(words.related)}</h2>
          <ul class="link-list">
            {view.related.map((it) => (
              <li>
                <a href={desk.link("indicator", it.id, regionQuery(area))}>{say(it.title)}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}
