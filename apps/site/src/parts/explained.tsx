import type { Text } from "@impactmonitor/model/text";
import type { Desk } from "../desk.ts";

/** A text in which the first mention of each term leads to its explanation; script opens it in place. */
export function Explained({ desk, text, seen }: { desk: Desk; text: Text; seen?: Set<string> }) {
  return (
    <>
      {desk.terms(desk.say(text), seen ?? new Set()).map((it) =>
        it.term === undefined ? (
          it.text
        ) : (
          <a class="term" href={`${desk.link("glossary")}#${it.term}`} data-term={it.term}>
            {it.text}
          </a>
        ),
      )}
    </>
  );
}
