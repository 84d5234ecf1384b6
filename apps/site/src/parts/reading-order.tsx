import type { Area } from "@impactmonitor/model/area";
import { areaInText } from "@impactmonitor/views/area-words";
import type { ReadingOrder } from "@impactmonitor/views/reading-order";
import type { Desk } from "../desk.ts";
import { areaParameter } from "../paths.ts";

const words = {
  none: { nl: "nog geen cijfer", en: "no figure yet" },
  only: { nl: "niet voor {area}, wel voor {other}", en: "not for {area}, but for {other}" },
} as const;

/** The steps in which to read a theme: what each answers, which figure to read, and whether this area has it. */
export function ReadingSteps({ desk, order, area }: { desk: Desk; order: ReadingOrder; area: Area }) {
  const { say, language } = desk;
  return (
    <ol class="order">
      {order.steps.map(({ ask, items }) => (
        <li>
          <span class="order-ask">{say(ask)}</span>
          <ul>
            {items.map(({ indicator, from }) => {
              const regio = from && from.level !== "nation" ? areaParameter(from) : undefined;
              return (
                <li>
                  <a href={desk.link("indicator", indicator.id, { regio })}>{say(indicator.shortTitle)}</a>
                  {from !== area && (
                    <span class="fine">
                      {" "}
                      (
                      {from
                        ? say(words.only)
                            .replace("{area}", areaInText(area, language))
                            .replace("{other}", areaInText(from, language))
                        : say(words.none)}
                      )
                    </span>
                  )}
                </li>
              );
            })}
          </ul>
        </li>
      ))}
    </ol>
  );
}
