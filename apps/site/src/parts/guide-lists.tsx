import type { VNode } from "preact";
import { modelParts, type Indicator } from "@impactmonitor/model/indicator";
import type { ListName } from "@impactmonitor/model/page-place";
import { areaLabel } from "@impactmonitor/views/area-words";
import { statusWords } from "@impactmonitor/views/definition-words";
import { withLevel } from "@impactmonitor/views/guide/guide-number";
import type { Desk } from "../desk.ts";

/** Lists of the guide that are taken from the catalogue and the edition, so that they are never out of date. */
export function GuideList({ desk, list }: { desk: Desk; list: ListName }) {
  const List = lists[list];
  return <List desk={desk} />;
}

const words = {
  kind: {
    study: { nl: "onderzoek", en: "study" },
    registration: { nl: "registratie", en: "registration" },
  },
  second: { nl: "Tweede cohort", en: "Second cohort" },
  third: { nl: "Derde cohort", en: "Third cohort" },
  none: { nl: "In deze editie is dat er niet.", en: "This edition has none." },
  parts: {
    structure: {
      title: { nl: "Structuur en randvoorwaarden", en: "Structure and conditions" },
      about: {
        nl: "Is er geregeld wat nodig is? Zoals opleiding, afspraken en mensen.",
        en: "Is what is needed in place? Such as training, agreements and people.",
      },
    },
    process: {
      title: { nl: "Proces", en: "Process" },
      about: { nl: "Wat doen mensen en organisaties?", en: "What do people and organisations do?" },
    },
    result: {
      title: { nl: "Resultaat", en: "Result" },
      about: {
        nl: "Wat maken mensen mee, en hoe gaat het met hen?",
        en: "What do people go through, and how are they?",
      },
    },
  },
  theme: { nl: "Thema", en: "Theme" },
  subjects: { nl: "Onderwerpen", en: "Subjects" },
  subject: { nl: "Onderwerp", en: "Subject" },
  why: { nl: "Waarom het er niet is", en: "Why it isn’t there" },
  supplier: { nl: "Wie het zou kunnen leveren", en: "Who could supply it" },
  noFigure: { nl: "nog geen cijfer", en: "no figure yet" },
  unknown: { nl: "Niet bekend", en: "Not known" },
  source: { nl: "Bron", en: "Source" },
  level: { nl: "Gebied", en: "Area" },
  series: { nl: "Door de tijd", en: "Over time" },
  yes: { nl: "ja", en: "yes" },
  no: { nl: "nee", en: "no" },
  publishedIn: { nl: "Bron van deze set", en: "Source of this set" },
} as const;

interface ListProps {
  readonly desk: Desk;
}

const lists: Readonly<Record<ListName, (it: ListProps) => VNode>> = {
  themes: Themes,
  sources: Sources,
  cohorts: Cohorts,
  model: Model,
  gaps: Gaps,
  "local-set": LocalSet,
  regional: Regional,
};

function Themes({ desk }: ListProps) {
  return (
    <ul>
      {desk.book.catalogue.themes.map((it) => (
        <li>
          <a href={desk.link("theme", it.id)}>{desk.say(it.title)}</a>
        </li>
      ))}
    </ul>
  );
}

function Sources({ desk }: ListProps) {
  const { book, say } = desk;
  return (
    <ol>
      {book.catalogue.sources.map((it) => (
        <li>
          <a href={desk.link("source", it.id)}>{say(it.title)}</a> ({say(words.kind[it.kind])})
        </li>
      ))}
    </ol>
  );
}

/** Which regions the studies of outcomes followed. */
function Cohorts({ desk }: ListProps) {
  const { book, say } = desk;
  return (
    <dl class="guide-terms">
      {(["second", "third"] as const).map((cohort) => (
        <div>
          <dt>{say(words[cohort])}</dt>
          <dd>
            {book.catalogue.cohorts
              .filter((it) => it.cohort === cohort)
              .flatMap((it) => book.area(it.region) ?? [])
              .map((it, i) => (
                <>
                  {i > 0 && ", "}
                  <a href={desk.toArea(it)}>{it.name}</a>
                </>
              ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

const isMissing = ({ status }: Indicator): boolean => status === "advised" || status === "to-be-determined";

const Subject = ({ desk, it }: { desk: Desk; it: Indicator }) => (
  <a href={desk.link("indicator", it.id)}>{desk.say(it.shortTitle)}</a>
);

/** Structure, process and result: the order in which the monitor was once designed. */
function Model({ desk }: ListProps) {
  const { book, say } = desk;
  return (
    <>
      {modelParts.map((part) => {
        const own = book.catalogue.indicators.filter((it) => it.modelPart === part);
        const themes = book.catalogue.themes.filter((theme) => own.some((it) => it.theme === theme.id));
        return (
          <>
            <h3 id={`model-${part}`}>{say(words.parts[part].title)}</h3>
            <p>{say(words.parts[part].about)}</p>
            <table class="stack">
              <thead>
                <tr>
                  <th scope="col">{say(words.theme)}</th>
                  <th scope="col">{say(words.subjects)}</th>
                </tr>
              </thead>
              <tbody>
                {themes.map((theme) => (
                  <tr>
                    <th scope="row">
                      <a href={desk.link("theme", theme.id)}>{say(theme.shortTitle)}</a>
                    </th>
                    <td data-label={say(words.subjects)}>
                      {own
                        .filter((it) => it.theme === theme.id)
                        .map((it, i) => (
                          <>
                            {i > 0 && "; "}
                            <Subject desk={desk} it={it} />
                            {isMissing(it) && <span class="fine"> ({say(words.noFigure)})</span>}
                          </>
                        ))}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        );
      })}
    </>
  );
}

/** What was advised or is wanted, and is not there. */
function Gaps({ desk }: ListProps) {
  const { book, say } = desk;
  const missing = book.catalogue.indicators.filter(isMissing);
  if (missing.length === 0) return <p>{say(words.none)}</p>;
  return (
    <table class="stack">
      <thead>
        <tr>
          <th scope="col">{say(words.subject)}</th>
          <th scope="col">{say(words.why)}</th>
          <th scope="col">{say(words.supplier)}</th>
        </tr>
      </thead>
      <tbody>
        {missing.map((it) => (
          <tr>
            <th scope="row">
              <Subject desk={desk} it={it} />
              <span class="fine block">{say(statusWords[it.status])}</span>
            </th>
            <td data-label={say(words.why)}>{it.statusReason ? say(it.statusReason) : say(words.unknown)}</td>
            <td data-label={say(words.supplier)}>{it.supplier ? say(it.supplier) : say(words.unknown)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Subjects with a figure for at least one region, by theme. */
function Regional({ desk }: ListProps) {
  const { book, say } = desk;
  const own = withLevel(book, "vt-region");
  if (own.length === 0) return <p>{say(words.none)}</p>;
  return (
    <dl class="guide-terms">
      {book.catalogue.themes
        .filter((theme) => own.some((it) => it.theme === theme.id))
        .map((theme) => (
          <div>
            <dt>{say(theme.shortTitle)}</dt>
            <dd>
              {own
                .filter((it) => it.theme === theme.id)
                .map((it, i) => (
                  <>
                    {i > 0 && "; "}
                    <Subject desk={desk} it={it} />
                  </>
                ))}
            </dd>
          </div>
        ))}
    </dl>
  );
}

/** Sets that regions chose for themselves: names of indicators, no figures. */
function LocalSet({ desk }: ListProps) {
  const { book, say, language } = desk;
  if (book.catalogue.localSets.length === 0) return <p>{say(words.none)}</p>;
  return (
    <>
      {book.catalogue.localSets.map((set) => {
        const sources = new Map(set.sources.map((it) => [it.number, it]));
        const region = book.area(set.region);
        return (
          <>
            {set.themes.map((theme) => (
              <>
                <h3>
                  {say(theme.title)}
                  {region && <span class="sr">, {areaLabel(region, language)}</span>}
                </h3>
                <table class="stack">
                  <thead>
                    <tr>
                      <th scope="col">{say(words.subject)}</th>
                      <th scope="col">{say(words.source)}</th>
                      <th scope="col">{say(words.level)}</th>
                      <th scope="col">{say(words.series)}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {theme.indicators.map((it) => {
                      const source = sources.get(it.source);
                      return (
                        <tr>
                          <th scope="row">
                            {say(it.title)}
                            {it.note && <span class="fine block">{say(it.note)}</span>}
                          </th>
                          <td data-label={say(words.source)}>{source && <cite>{say(source.title)}</cite>}</td>
                          <td data-label={say(words.level)}>{source && say(source.level)}</td>
                          <td data-label={say(words.series)}>{say(it.series ? words.yes : words.no)}</td>
                        </tr>
                      );
                    })}
                  </tbody>
                </table>
              </>
            ))}
            <p class="fine">
              {say(words.publishedIn)}: {say(set.source)}.
            </p>
          </>
        );
      })}
    </>
  );
}
