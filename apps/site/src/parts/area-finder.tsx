import type { Desk } from "../desk.ts";
import { listPath } from "../lists.ts";

const words = {
  label: { nl: "Vind uw regio", en: "Find your region" },
  which: { nl: "Voor welk gebied?", en: "For which area?" },
  hint: {
    nl: "Typ een gemeente (ook een oude naam), regio of provincie.",
    en: "Type a municipality (a former name too), region or province.",
  },
  go: { nl: "Zoek", en: "Search" },
} as const;

interface AreaFinderProps {
  readonly desk: Desk;
  readonly value?: string;
  readonly invalid?: string;
  /** The question whose page it leads to, "alle" for the list of questions; without it to the page of the area. */
  readonly question?: string;
}

/**
 * Finds an area by its current or former name. The name is posted, so it stands in no address and no log.
 * Script turns it into a type-ahead; without script the server answers.
 */
export function AreaFinder({ desk, value = "", invalid, question }: AreaFinderProps) {
  const { say } = desk;
  return (
    <form
      class="finder"
      method="post"
      action={question === undefined ? desk.fixed("find") : desk.link("find")}
      role="search"
      data-finder={question === undefined ? listPath(desk.book.kind, desk.language, "areas") : undefined}
    >
      {question !== undefined && <input type="hidden" name="vraag" value={question} />}
      <label for="plaats" class="utrecht-form-label">
        {say(question === undefined ? words.label : words.which)}
      </label>
      <p class="fine" id="plaats-hulp">
        {say(words.hint)}
      </p>
      <div class="finder-row">
        <input
          id="plaats"
          name="plaats"
          class="utrecht-textbox utrecht-textbox--html-input"
          type="text"
          maxlength={80}
          required
          autocomplete="off"
          autocapitalize="words"
          spellcheck={false}
          value={value}
          aria-describedby={`plaats-hulp${invalid ? " plaats-fout" : ""}`}
          aria-invalid={invalid ? "true" : undefined}
        />
        <button type="submit" class="nl-button nl-button--primary">
          {say(words.go)}
        </button>
      </div>
      {invalid && (
        <p class="error" id="plaats-fout" role="alert">
          {invalid}
        </p>
      )}
    </form>
  );
}
