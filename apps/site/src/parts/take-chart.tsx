import type { Desk } from "../desk.ts";
import { EmbedCode } from "./embed-code.tsx";

const words = {
  take: { nl: "Deze grafiek meenemen", en: "Take this chart with you" },
  picture: { nl: "Als afbeelding, met titel, bron en editie:", en: "As a picture, with title, source and edition:" },
  svg: { nl: "SVG (scherp op elke grootte)", en: "SVG (sharp at every size)" },
  png: { nl: "PNG met witte achtergrond", en: "PNG with a white background" },
  clear: { nl: "PNG met doorzichtige achtergrond", en: "PNG with a transparent background" },
  copy: { nl: "Kopieer als afbeelding", en: "Copy as a picture" },
  busy: { nl: "De afbeelding wordt gemaakt…", en: "The picture is being made…" },
  copied: { nl: "De afbeelding is gekopieerd.", en: "The picture was copied." },
  saved: {
    nl: "Kopiëren lukt niet in deze browser. De afbeelding wordt nu bewaard als bestand.",
    en: "This browser can’t copy pictures. The picture is saved as a file instead.",
  },
  failed: {
    nl: "De afbeelding kon niet worden gemaakt. Probeer het later nog eens.",
    en: "The picture could not be made. Try again later.",
  },
} as const;

/** Where a chart's files are, and where it can be embedded from. */
export interface Takeable {
  /** What is shown, for who hears the link. */
  readonly name: string;
  readonly file: (kind: "svg" | "png", look: Readonly<Record<string, string>>) => string;
  /** The page that others may show in theirs. */
  readonly embed?: string;
}

/** A fold under a chart: its files, a button that copies it, and the code to embed it. Nothing of it comes later: opening it is all that moves. */
export function TakeChart({ desk, name, file, embed }: Takeable & { desk: Desk }) {
  const { say } = desk;
  const png = file("png", {});
  const of = <span class="sr">: {name}</span>;
  return (
    <details class="take-chart">
      <summary>
        {say(words.take)}
        {of}
      </summary>
      <p>{say(words.picture)}</p>
      <ul>
        <li>
          <a href={png} download>
            {say(words.png)}
            {of}
          </a>
        </li>
        <li>
          <a href={file("png", { achtergrond: "doorzichtig" })} download>
            {say(words.clear)}
            {of}
          </a>
        </li>
        <li>
          <a href={file("svg", {})} download>
            {say(words.svg)}
            {of}
          </a>
        </li>
      </ul>
      <p>
        <button
          type="button"
          class="copy"
          hidden
          data-picture={png}
          data-busy={say(words.busy)}
          data-done={say(words.copied)}
          data-saved={say(words.saved)}
          data-failed={say(words.failed)}
        >
          {say(words.copy)}
          {of}
        </button>{" "}
        <span role="status" class="fine" />
      </p>
      {embed !== undefined && <EmbedCode desk={desk} name={name} address={embed} />}
    </details>
  );
}
