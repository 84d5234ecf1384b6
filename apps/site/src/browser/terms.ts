import { readList } from "./lists.ts";

type Term = readonly [id: string, term: string, explanation: string];

/**
 * Makes of links to terms what opens the explanation in place, above the page so that nothing moves. Escape or a press beside
 * it closes it, and the focus goes back. The link itself becomes the button: an element of its own would break lines where
 * the text does not. A browser without popovers keeps the links.
 */
export function explainTerms(): void {
  const links = document.querySelectorAll<HTMLAnchorElement>("a.term");
  if (links.length === 0 || !("popover" in HTMLElement.prototype)) return;
  let terms: Promise<ReadonlyMap<string, Term>> | undefined;
  const load = (): Promise<ReadonlyMap<string, Term>> =>
    (terms ??= readList<Term>(address()).then((it) => new Map(it.map((term) => [term[0], term]))));
  for (const link of links) opensInPlace(link, load);
}

function opensInPlace(link: HTMLAnchorElement, load: () => Promise<ReadonlyMap<string, Term>>): void {
  let box: HTMLElement | undefined;
  const isOpen = (): boolean => box?.matches(":popover-open") === true;
  const open = async (): Promise<void> => {
    const term = (await load()).get(decodeURIComponent(link.hash.slice(1)));
    if (!term) return location.assign(link.href);
    if (!box) {
      box = explanation(term, link.href);
      box.addEventListener("toggle", () => link.setAttribute("aria-expanded", String(isOpen())));
      link.after(box);
    }
    box.showPopover();
    put(box, link);
    box.focus();
  };
  link.setAttribute("role", "button");
  link.setAttribute("aria-expanded", "false");
  link.addEventListener("click", (event) => {
    // Whoever asks for a new tab or window gets the glossary in it.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (isOpen()) box?.hidePopover();
    else void open().catch(() => location.assign(link.href));
  });
  link.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    link.click();
  });
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
function put(box: HTMLElement, of: HTMLElement): void {
  const [word = of.getBoundingClientRect()] = of.getClientRects();
  const { width, height } = box.getBoundingClientRect();
  const edge = 8;
  const room = document.documentElement.clientWidth - width - edge;
  box.style.left = `${Math.max(edge, Math.min(word.left, room))}px`;
  const below = word.bottom + edge;
  const fits = below + height <= innerHeight - edge;
  box.style.top = `${fits ? below : Math.max(edge, word.top - height - edge)}px`;
}
