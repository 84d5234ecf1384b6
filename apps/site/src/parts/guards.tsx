import { guardsOf } from "@impactmonitor/views/guards";
import type { Shown } from "@impactmonitor/views/shown";
import type { Desk } from "../desk.ts";

/** What must be said beside figures so that nobody misreads them; nothing where there is no trap. */
export function Guards({ desk, figures }: { desk: Desk; figures: readonly Shown[] }) {
  const guards = guardsOf(desk.book, figures);
  if (guards.length === 0) return null;
  return (
    <ul class="guards">
      {guards.map((it) => (
        <li data-guard={it.trap}>{desk.say(it.text)}</li>
      ))}
    </ul>
  );
}
