import type { Desk } from "../desk.ts";

const words = { print: { nl: "Druk deze pagina af", en: "Print this page" } } as const;

/** Prints the page. Script shows it: without script there is no button that does nothing. */
export function PrintButton({ desk, look }: { desk: Desk; look: string }) {
  return (
    <button type="button" class={look} hidden data-print="">
      {desk.say(words.print)}
    </button>
  );
}
