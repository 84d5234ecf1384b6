import type { Desk } from "../desk.ts";
import { listPath } from "../lists.ts";

const words = {
  label: { nl: "Vind uw regio", en: "Find your region" },
  hint: {
    nl: "Typ een gemeente (ook een oude naam), regio of provincie.",
    en: "Type a municipality (a former name too), region or province.",
  },
  go: { nl: "Zoek", en: "Search" },
} as const;

/**
 * Finds an area by its current or former name. The name is posted, so it stands in no address and no log.
 * Script turns it into a type-ahead; without script the server answers.
 */
export function AreaFinder({ desk, value = "", invalid }: { desk: Desk; value?: string; invalid?: string }) {
  const { say } = desk;
  return (
    <form
      class="finder"
      method="post"
      action={desk.fixed("find")}
      role="search"
      data-finder={listPath(desk.book.kind, desk.language, "areas")}
    >
      <label for="plaats" class="utrecht-form-label">
        {say(words.label)}
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
