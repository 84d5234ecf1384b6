import { practiceWords } from "@impactmonitor/views/practice-words";
import { embedFrame, embedScript, unknownAddress } from "../embed-snippet.ts";
import type { Desk } from "../desk.ts";

const words = {
  embed: { nl: "Op uw eigen website", en: "On your own website" },
  code: { nl: "Code om in te sluiten", en: "Code to embed" },
  explain: {
    nl: "Zet deze code in uw pagina. Het cijfer is dan altijd het nieuwste. De tweede regel past de hoogte aan; zonder die regel werkt het ook.",
    en: "Put this code in your page. The figure is then always the newest. The second line adjusts the height; it works without that line too.",
  },
  fixed: {
    nl: "Moet het cijfer blijven zoals het nu is? Voeg dan dit toe aan het adres in de code:",
    en: "Should the figure stay as it is now? Then add this to the address in the code:",
  },
  thisEdition: {
    nl: "Deze code laat altijd deze editie zien.",
    en: "This code always shows this edition.",
  },
  address: {
    nl: "Vervang {address} door het adres van deze website.",
    en: "Replace {address} by the address of this website.",
  },
  private: {
    nl: "Uw bezoekers krijgen geen cookies, en er gaat niets naar anderen.",
    en: "Your visitors get no cookies, and nothing goes to others.",
  },
  copy: { nl: "Kopieer de code", en: "Copy the code" },
  without: { nl: "Kopieer zonder script", en: "Copy without script" },
  done: { nl: "Gekopieerd", en: "Copied" },
} as const;

/** What an editor of another website copies to show a chart there. */
export function EmbedCode({ desk, name, address }: { desk: Desk; name: string; address: string }) {
  const { say, book } = desk;
  const origin = desk.address ?? unknownAddress;
  const title = `${book.kind === "practice" ? `${say(practiceWords.band)}. ` : ""}${name} – Impactmonitor`;
  const frame = embedFrame(origin, address, title);
  const all = `${frame}\n${embedScript(origin)}`;
  const local = desk.address === undefined ? { "data-origin": unknownAddress } : {};
  return (
    <div class="embed-code">
      <p class="embed-head">{say(words.embed)}</p>
      <p>{`${say(words.explain)} ${say(words.private)}`}</p>
      <textarea
        readonly
        rows={4}
        class="utrecht-textbox"
        aria-label={`${say(words.code)}: ${name}`}
        spellcheck={false}
        value={all}
        {...local}
      />
      {desk.address === undefined && (
        <p class="fine" data-origin={unknownAddress}>
          {say(words.address).replace("{address}", unknownAddress)}
        </p>
      )}
      <p>
        <button type="button" class="copy" hidden data-copy={all} data-done={say(words.done)} {...local}>
          {say(words.copy)}
        </button>{" "}
        <button type="button" class="copy" hidden data-copy={frame} data-done={say(words.done)} {...local}>
          {say(words.without)}
        </button>
      </p>
      <p class="fine">
        {desk.latest ? (
          <>
            {say(words.fixed)} <code>{`${address.includes("?") ? "&" : "?"}editie=${book.id}`}</code>
          </>
        ) : (
          say(words.thisEdition)
        )}
      </p>
    </div>
  );
}
