import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Text } from "@impactmonitor/model/text";
import type { Desk } from "../desk.ts";

/**
 * Terms that the page explained already; each page is rendered with a set of its own, from its head to its foot. What stands in
 * somebody else's page has none: there a term is a word like any other.
 */
export const ExplainedTerms = createContext<Set<string> | undefined>(undefined);

/**
 * A text in which the first mention of each term on the page leads to its explanation; script opens it in place. For running
 * text only: never within a heading, a link, the head of a table, a summary or a chart.
 */
export function Explained({ desk, text }: { desk: Desk; text: Text | string }) {
  const seen = useContext(ExplainedTerms);
  const words = typeof text === "string" ? text : desk.say(text);
  if (!seen) return <>{words}</>;
  return (
    <>
      {desk.terms(words, seen).map((it) =>
        it.term === undefined ? (
          it.text
        ) : (
          <a class="term" href={`${desk.link("glossary")}#${it.term}`}>
            {it.text}
          </a>
        ),
      )}
    </>
  );
}
