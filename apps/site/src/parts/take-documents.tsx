import type { Format, Subject } from "@impactmonitor/exports/documents/order";
import type { Desk } from "../desk.ts";
import { documentWords, offeredDocuments } from "../pages/document-words.ts";

/** Where the documents of a page stand: a promise, other pages link to it. */
export const takeId = "meenemen";

interface Props {
  readonly desk: Desk;
  readonly kind: Subject["kind"];
  readonly to: (format: Format) => string;
  /** What each is about, for who hears a link without what stands around it. */
  readonly about: string;
  /** Those that the page offers elsewhere. */
  readonly without?: readonly Format[];
}

/**
 * The documents of a page as plain links: what each is, its kind of file, how large and what for. Without `download`: as long as a document
 * is being made, the link leads to a page that says so.
 */
export function DocumentLinks({ desk, kind, to, about, without = [] }: Props) {
  const { say } = desk;
  const formats = offeredDocuments(kind).filter((it) => !without.includes(it));
  if (formats.length === 0) return null;
  return (
    <ul class="documents">
      {formats.map((format) => {
        const { name, file, purpose, size } = documentWords(kind, format);
        return (
          <li>
            <a href={to(format)}>
              {say(name)} ({file})<span class="sr">: {about}</span>
            </a>
            <span>
              {say(purpose)}; {say(size)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
