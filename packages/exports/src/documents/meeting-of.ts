import type { Area } from "@impactmonitor/model/area";
import type { Book } from "@impactmonitor/views/book";
import { compareLimits } from "@impactmonitor/views/comparison/compare-choice";
import type { Meeting } from "@impactmonitor/views/meeting/leaf";
import { areaMeeting, comparisonMeeting, type MeetingSetting } from "@impactmonitor/views/meeting/meeting";
import { CannotMake, type Paper } from "./make-document.ts";
import type { Order } from "./order.ts";

/** What slides and handout tell: the meeting that an order asks for. Throws `CannotMake` for an area or figure that isn't there. */
export function meetingOf(paper: Paper, { subject, language, choices }: Order): Meeting {
  const { book } = paper;
  const setting: MeetingSetting = {
    language,
    contact: paper.contact,
    pasts: paper.pasts,
    ...(paper.withdrawn ? { withdrawn: paper.withdrawn } : {}),
  };
  if (subject.kind === "area") {
    const { themes, from, until, beside } = choices;
    return areaMeeting(
      book,
      areaIn(book, subject.area),
      {
        ...(themes ? { themes } : {}),
        ...(from ? { from } : {}),
        ...(until ? { until } : {}),
        beside: (beside ?? []).map((it) => areaIn(book, it)),
      },
      setting,
    );
  }
  if (subject.kind !== "comparison")
    throw new CannotMake({
      nl: "Dia’s en een handout zijn er van een gebied of van een vergelijking.",
      en: "There are slides and a handout of an area or of a comparison.",
    });
  const { form, period } = subject;
  const areas = subject.areas.map((it) => areaIn(book, it));
  const indicators = subject.indicators.map(({ indicator: id, breakdown }) => {
    const indicator = book.indicators.get(id);
    if (!indicator) throw new CannotMake({ nl: `Er is geen cijfer ‘${id}’.`, en: `There is no figure ‘${id}’.` });
    return { indicator, ...(breakdown ? { breakdown } : {}) };
  });
  if (areas.length < compareLimits.areas.fewest || indicators.length === 0)
    throw new CannotMake({
      nl: "Kies ten minste twee gebieden en één cijfer.",
      en: "Choose at least two areas and one figure.",
    });
  return comparisonMeeting(book, { areas, indicators, form, ...(period ? { period } : {}) }, setting);
}

function areaIn(book: Book, code: string): Area {
  const area = book.area(code);
  if (!area) throw new CannotMake({ nl: `Er is geen gebied ‘${code}’.`, en: `There is no area ‘${code}’.` });
  return area;
}
