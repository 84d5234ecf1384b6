import type { Paragraph } from "@impactmonitor/views/sentences/paragraph";
import type { Desk } from "../desk.ts";
import { Statement } from "./figure.tsx";

const words = {
  heading: { nl: "In een paar zinnen", en: "In a few sentences" },
  copy: { nl: "Kopieer deze tekst", en: "Copy this text" },
  copied: { nl: "Gekopieerd", en: "Copied" },
} as const;

/** A figure in a few sentences, to send to somebody who never saw the page. Without script it is selected like any text. */
export function FewSentences({
  desk,
  paragraph,
  id,
  children,
}: {
  desk: Desk;
  paragraph: Paragraph;
  id: string;
  /** What belongs under the text but does not go along with a copy. */
  children?: preact.ComponentChildren;
}) {
  const { say } = desk;
  return (
    <section class="few-sentences" aria-labelledby={id}>
      <h2 id={id}>{say(words.heading)}</h2>
      <p>
        {paragraph.sentences.map((it, i) => (
          <>
            {i > 0 && " "}
            <Statement desk={desk} parts={it.parts} />
          </>
        ))}
      </p>
      <p class="cite">
        <span data-copy-source="">{paragraph.source}</span>{" "}
        <button type="button" class="copy" hidden data-copy={paragraph.text} data-done={say(words.copied)}>
          {say(words.copy)}
        </button>
      </p>
      {children}
    </section>
  );
}
