import type { Area } from "@impactmonitor/model/area";
import type { Indicator } from "@impactmonitor/model/indicator";
import type { AreaView } from "@impactmonitor/views/area-view";
import { levelName, levelNames } from "@impactmonitor/views/area-words";
import { formatDate } from "@impactmonitor/views/format";
import type { FormerFigure } from "@impactmonitor/views/missing";
import { periodLabel } from "@impactmonitor/views/period-words";
import { successionWords as words } from "@impactmonitor/views/succession-words";
import { goneFrom, type OutsidePeriod } from "@impactmonitor/views/succession";
import type { Desk } from "../desk.ts";
import { areaParameter } from "../paths.ts";

const separator = (i: number, count: number, and: string): string =>
  i === 0 ? "" : i === count - 1 ? ` ${and} ` : ", ";

/** Areas as links in a sentence: "Boxtel, Tilburg en Vught". */
function Links({ desk, areas, to }: { desk: Desk; areas: readonly Area[]; to?: (area: Area) => string }) {
  const and = desk.language === "nl" ? "en" : "and";
  return (
    <>
      {areas.map((it, i) => (
        <>
          {separator(i, areas.length, and)}
          <a href={to ? to(it) : desk.toArea(it)}>{it.name}</a>
        </>
      ))}
    </>
  );
}

/** On the page of an area: what it came from, and what became of it. */
export function SuccessionNote({ desk, view }: { desk: Desk; view: AreaView }) {
  const { say, language } = desk;
  const { area } = view;
  const { born, predecessors, successors, regions } = view.succession;
  if (area.validTo === undefined && predecessors.length === 0) return null;
  const filled = predecessors.some((it) => desk.book.indicatorsOf(it.area.code).length > 0);
  const then = !filled ? words.nothingThen : predecessors.length > 1 ? words.notAdded : words.oneNotAdded;
  return (
    <div class="notice" role="note">
      {area.validTo !== undefined && (
        <p>
          {say(words.ended).replace("{date}", formatDate(area.validTo, language))}{" "}
          {successors.length > 0 && (
            <>
              {say(successors.length > 1 ? words.divided : words.now)} <Links desk={desk} areas={successors} />.{" "}
            </>
          )}
          {regions.length > 0 && (
            <>
              {say(words.nowRegion)} {levelName("vt-region")[language]} <Links desk={desk} areas={regions} />.{" "}
            </>
          )}
          {view.counts.indicators > 0 && say(words.ownFigures)}
        </p>
      )}
      {predecessors.length > 0 && (
        <p>
          {born ? say(words.born).replace("{date}", formatDate(born, language)) : `${say(words.joined)}:`}{" "}
          {predecessors.map((it, i) => (
            <>
              {separator(i, predecessors.length, language === "nl" ? "en" : "and")}
              <a href={desk.toArea(it.area)}>{it.area.name}</a>
              {!born &&
                ` (${say(words.until).replace("{date}", formatDate(goneFrom(it.area), language))}${it.whole ? "" : `, ${say(words.inPart)}`})`}
            </>
          ))}
          . {say(then)}
        </p>
      )}
    </div>
  );
}

/** Beside the reason why an area has no figure: former areas of its territory that have one, and until when. */
export function FormerFigures({
  desk,
  indicator,
  former,
}: {
  desk: Desk;
  indicator: Indicator;
  former: readonly FormerFigure[];
}) {
  const { say, language } = desk;
  const [first] = former;
  if (!first) return null;
  const noun = first.area.level === "nation" ? "" : levelNames(first.area.level)[language];
  return (
    <>
      {former.length > 1 ? `${words.former[language].many} ${noun}` : words.former[language].one}{" "}
      {former.map((it, i) => (
        <>
          {separator(i, former.length, language === "nl" ? "en" : "and")}
          <a href={desk.link("indicator", indicator.id, { regio: areaParameter(it.area) })}>{it.area.name}</a> (
          {say(words.upTo).replace("{period}", periodLabel(it.until, language))}
          {!it.whole && `; ${say(words.inPart)}`})
        </>
      ))}
      . {say(words.notSummed)}{" "}
    </>
  );
}

/** When a period was asked for in which the area was not there: where to look instead, and why not to compare. */
export function OutsideNote({ desk, outside, indicator }: OutsideNoteProps) {
  const { say } = desk;
  const to = (area: Area): string =>
    desk.link("indicator", indicator.id, { regio: areaParameter(area), periode: outside.period });
  return (
    <p class="notice" role="note">
      {say(words[outside.when]).replace("{area}", outside.area.name)}{" "}
      <Links desk={desk} areas={outside.instead} to={to} />. {say(words.otherTerritory)}
    </p>
  );
}
interface OutsideNoteProps {
  readonly desk: Desk;
  readonly outside: OutsidePeriod;
  readonly indicator: Indicator;
}
