import type { Area } from "@impactmonitor/model/area";
import type { Indicator } from "@impactmonitor/model/indicator";
import type { AreaView } from "@impactmonitor/views/area-view";
import { levelName, levelNames } from "@impactmonitor/views/area-words";
import { formatDate } from "@impactmonitor/views/format";
import type { FormerFigure } from "@impactmonitor/views/missing";
import { periodLabel } from "@impactmonitor/views/period-words";
import { goneFrom, type OutsidePeriod } from "@impactmonitor/views/succession";
import type { Desk } from "../desk.ts";
import { areaParameter } from "../paths.ts";

const words = {
  ended: { nl: "Dit gebied bestond tot en met {date}.", en: "This area existed until {date}." },
  now: { nl: "Het hoort nu bij", en: "It is now part of" },
  nowRegion: { nl: "Dat ligt in", en: "That lies in" },
  divided: { nl: "Het is verdeeld over", en: "It was divided over" },
  ownFigures: {
    nl: "Cijfers van toen staan op deze pagina. Vergelijk ze niet met cijfers van het nieuwe gebied.",
    en: "Figures of that time are on this page. Don’t compare them with figures of the new area.",
  },
  born: {
    nl: "Dit gebied bestaat sinds {date}. Daarvóór waren het",
    en: "This area exists since {date}. Before, it was",
  },
  joined: { nl: "In dit gebied opgegaan", en: "Became part of this area" },
  inPart: { nl: "voor een deel", en: "in part" },
  until: { nl: "tot {date}", en: "until {date}" },
  notAdded: {
    nl: "Hun cijfers staan op hun eigen pagina. De monitor telt ze niet bij elkaar op.",
    en: "Their figures are on their own pages. The monitor does not add them up.",
  },
  nothingThen: {
    nl: "Ook daarvan staan er geen cijfers in deze editie.",
    en: "This edition has no figures on that either.",
  },
  oneNotAdded: {
    nl: "Cijfers daarvan staan op een eigen pagina. De monitor telt ze hier niet bij op.",
    en: "Its figures are on its own page. The monitor does not add them to those here.",
  },
  former: {
    nl: { one: "Cijfers hierover bestaan voor het vroegere gebied", many: "Cijfers hierover bestaan voor de vroegere" },
    en: { one: "Figures on this exist for the former area", many: "Figures on this exist for the former" },
  },
  upTo: { nl: "tot en met {period}", en: "up to and including {period}" },
  notSummed: {
    nl: "Zij gaan over een ander gebied en worden niet opgeteld.",
    en: "They are about another territory and are not added up.",
  },
  before: {
    nl: "{area} bestond toen nog niet. Kijk voor die periode bij",
    en: "{area} did not exist yet. For that period, see",
  },
  after: {
    nl: "{area} bestond toen niet meer. Kijk voor die periode bij",
    en: "{area} did not exist any more. For that period, see",
  },
  otherTerritory: {
    nl: "Dat is een ander gebied: een verschil ertussen is geen stijging of daling.",
    en: "That is another territory: a difference between them is no rise or fall.",
  },
} as const;

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
