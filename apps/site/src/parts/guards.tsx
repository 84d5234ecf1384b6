import type { Trap } from "@impactmonitor/model/trap";
import { guardsOf } from "@impactmonitor/views/guards";
import type { Shown } from "@impactmonitor/views/shown";
import type { Desk } from "../desk.ts";
import { Explained } from "./explained.tsx";

interface GuardsProps {
  readonly desk: Desk;
  readonly figures: readonly Shown[];
  /** What the text beside it says already. */
  readonly said?: readonly Trap[];
}

/** What must be said beside figures so that nobody misreads them; nothing where there is no trap. */
export function Guards({ desk, figures, said = [] }: GuardsProps) {
  const guards = guardsOf(desk.book, figures).filter((it) => !said.includes(it.trap));
  if (guards.length === 0) return null;
  return (
    <ul class="guards">
      {guards.map((it) => (
        <li data-guard={it.trap}>
          <Explained desk={desk} text={it.text} />
        </li>
      ))}
    </ul>
  );
}
