import { readList } from "./lists.ts";

type Term = readonly [id: string, term: string, explanation: string];

/**
 * Turns links to terms into buttons that open the explanation in place, above the page so that nothing moves. Escape or
 * a press beside it closes it, and the focus goes back. A browser without popovers keeps the links.
 */
export function explainTerms(): void {
  const links = document.querySelectorAll<HTMLAnchorElement>("a.term");
  if (links.length === 0 || !("popover" in HTMLElement.prototype)) return;
  let terms: Promise<ReadonlyMap<string, Term>> | undefined;
  const load = (): Promise<ReadonlyMap<string, Term>> =>
    (terms ??= readList<Term>(address()).then((it) => new Map(it.map((term) => [term[0], term]))));
  for (const link of links) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "term";
    button.append(...link.childNodes);
    button.setAttribute("aria-expanded", "false");
    let box: HTMLElement | undefined;
    button.addEventListener("click", () => {
      if (box?.matches(":popover-open")) return box.hidePopover();
      void load()
        .then((all) => {
          const term = all.get(link.dataset.term ?? "");
          if (!term) return location.assign(link.href);
          if (!box) {
            box = explanation(term, link.href);
            box.addEventListener("toggle", () =>
              button.setAttribute("aria-expanded", String(box?.matches(":popover-open"))),
            );
            button.after(box);
          }
          box.showPopover();
          put(box, button);
          box.focus();
        })
        .catch(() => location.assign(link.href));
    });
    link.replaceWith(button);
  }
}

/** Of the newest edition, real or for practice, in the language of the page. */
function address(): string {
  const { lang, classList } = document.documentElement;
  if (!classList.contains("is-practice")) return `/static/terms.${lang}.json`;
  return `${lang === "en" ? "/en/practice/" : "/oefenen/"}static/terms.json`;
}

function explanation([, term, text]: Term, href: string): HTMLElement {
  const box = document.createElement("span");
  box.className = "term-box";
  box.popover = "auto";
  box.tabIndex = -1;
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", term);
  const name = document.createElement("strong");
  name.textContent = term;
  const more = document.createElement("a");
  more.href = href;
  more.textContent = document.documentElement.lang === "en" ? "To the glossary" : "Naar de begrippenlijst";
  box.append(name, " ", text, " ", more);
  return box;
}

/** Under the word, or above it where there is no room; never past the edge of the window. */
function put(box: HTMLElement, button: HTMLElement): void {
  const word = button.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const edge = 8;
  const room = document.documentElement.clientWidth - width - edge;
  box.style.left = `${Math.max(edge, Math.min(word.left, room))}px`;
  const below = word.bottom + edge;
  const fits = below + height <= innerHeight - edge;
  box.style.top = `${fits ? below : Math.max(edge, word.top - height - edge)}px`;
}
