import type { Area } from "@impactmonitor/model/area";
import { areaLabel } from "@impactmonitor/views/area-words";
import type { Desk } from "../desk.ts";
import { words } from "../pages/question-words.ts";
import { areaParameter } from "../paths.ts";
import { AreaFinder } from "./area-finder.tsx";

/** Chooses the area that a question is about: by name, or from the list. Works without script. */
export function AreaOfQuestion({ desk, area, question }: { desk: Desk; area: Area; question?: string }) {
  const { say, book, language } = desk;
  const to = (it: Area): string =>
    desk.link("questions", question, { regio: it.level === "nation" ? undefined : areaParameter(it) });
  const nation = book.area("NL01");
  return (
    <div class="question-area">
      <AreaFinder desk={desk} value={area.level === "nation" ? "" : area.name} question={question ?? "alle"} />
      <details>
        <summary>{say(words.or)}</summary>
        <ul class="columns">
          {[...(nation ? [nation] : []), ...book.areasAt("vt-region", book.date)].map((it) => (
            <li>
              <a href={to(it)} aria-current={it.code === area.code ? "true" : undefined}>
                {it.level === "nation" ? areaLabel(it, language) : it.name}
              </a>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
