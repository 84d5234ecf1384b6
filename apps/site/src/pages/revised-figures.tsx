import type { Changes } from "@impactmonitor/model/edition";
import { formatNumber } from "@impactmonitor/views/format";
import { revisedSubjects, revisionReason, revisionWords } from "@impactmonitor/views/revision";
import { shown } from "@impactmonitor/views/shown";
import type { Desk } from "../desk.ts";
import { Figure } from "../parts/figure.tsx";
import { figureName } from "./figure-name.ts";

const words = {
  revised: { nl: "Aangepaste cijfers", en: "Revised figures" },
  bySubject: { nl: "Aangepaste cijfers per onderwerp", en: "Revised figures by subject" },
  subject: { nl: "Onderwerp", en: "Subject" },
  many: {
    nl: "Er zijn {n} cijfers aangepast. Hier staan de aantallen per onderwerp; elk cijfer staat in het CSV-bestand, met wat het was en is.",
    en: "{n} figures were revised. Here they are counted by subject; each figure is in the CSV file, with what it was and is.",
  },
  count: { nl: "Aantal", en: "Number" },
  what: { nl: "Cijfer", en: "Figure" },
  from: { nl: "Was", en: "Was" },
  to: { nl: "Is nu", en: "Is now" },
  why: { nl: "Waarom", en: "Why" },
} as const;

/** Up to so many revised figures stand on the page itself, from and to. */
const mostNamed = 40;

/** Revised figures with why, as far as is known: one by one when they are few, else counted by subject. */
export function Revised({ desk, changes }: { desk: Desk; changes: Changes }) {
  return changes.revised.length > mostNamed ? (
    <BySubject desk={desk} changes={changes} />
  ) : (
    <OneByOne desk={desk} changes={changes} />
  );
}

const isCorrection = (desk: Desk): boolean => desk.standing.corrects !== undefined;

function OneByOne({ desk, changes }: { desk: Desk; changes: Changes }) {
  const { say, book } = desk;
  return (
    <table class="utrecht-table stack">
      <caption class="sr">{say(words.revised)}</caption>
      <thead>
        <tr>
          <th scope="col">{say(words.what)}</th>
          <th scope="col" class="num">
            {say(words.from)}
          </th>
          <th scope="col" class="num">
            {say(words.to)}
          </th>
          <th scope="col">{say(words.why)}</th>
        </tr>
      </thead>
      <tbody>
        {changes.revised.map(({ from, to }) => (
          <tr>
            <th scope="row">
              <a href={desk.link("indicator", to.indicator)}>{figureName(desk, to)}</a>
            </th>
            <td class="num" data-label={say(words.from)}>
              <Figure desk={desk} it={shown(book, from)} />
            </td>
            <td class="num" data-label={say(words.to)}>
              <Figure desk={desk} it={shown(book, to)} />
            </td>
            <td data-label={say(words.why)}>{say(revisionWords[revisionReason(from, to, isCorrection(desk))])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function BySubject({ desk, changes }: { desk: Desk; changes: Changes }) {
  const { say, book, language } = desk;
  const number = (n: number): string => formatNumber(n, 0, language);
  return (
    <>
      <p>{say(words.many).replace("{n}", number(changes.revised.length))}</p>
      <table class="utrecht-table stack">
        <caption class="sr">{say(words.bySubject)}</caption>
        <thead>
          <tr>
            <th scope="col">{say(words.subject)}</th>
            <th scope="col" class="num">
              {say(words.count)}
            </th>
            <th scope="col">{say(words.why)}</th>
          </tr>
        </thead>
        <tbody>
          {revisedSubjects(changes, isCorrection(desk)).map((it) => (
            <tr>
              <th scope="row">
                <a href={desk.link("indicator", it.indicator)}>
                  {book.indicators.get(it.indicator)?.title[language] ?? it.indicator}
                </a>
              </th>
              <td class="num" data-label={say(words.count)}>
                {number(it.count)}
              </td>
              <td data-label={say(words.why)}>
                {it.reasons.length === 1
                  ? say(revisionWords[it.reasons[0]!.reason])
                  : it.reasons.map((one) => `${say(revisionWords[one.reason])} (${number(one.count)})`).join("; ")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
