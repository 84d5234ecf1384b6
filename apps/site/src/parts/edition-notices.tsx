import { formatDate } from "@impactmonitor/views/format";
import type { Desk } from "../desk.ts";
import { withQuery } from "../paths.ts";

const words = {
  about: { nl: "Over deze editie", en: "About this edition" },
  older: {
    nl: "U bekijkt een oudere editie. Er is een nieuwere.",
    en: "You are looking at an older edition. There is a newer one.",
  },
  toNewest: { nl: "Naar de nieuwste editie", en: "Go to the newest edition" },
  withdrawn: {
    nl: "Deze editie is ingetrokken. Gebruik deze cijfers niet meer.",
    en: "This edition was withdrawn. Please don’t use these figures any more.",
  },
  on: { nl: "Ingetrokken op {date}.", en: "Withdrawn on {date}." },
  corrected: {
    nl: "In deze editie zit een fout. Die is hersteld in editie",
    en: "This edition holds a mistake. It was mended in edition",
  },
  corrects: { nl: "Deze editie herstelt een fout in editie", en: "This edition mends a mistake in edition" },
  notice: { nl: "Bericht bij deze editie.", en: "Notice with this edition." },
} as const;

/**
 * What a reader must know before using a figure of this edition: withdrawn, corrected, a correction, or not the newest.
 * @param newest the same page of the newest edition, when this is another
 */
export function EditionNotices({ desk, newest }: { desk: Desk; newest?: string }) {
  const { say, standing, language } = desk;
  const { withdrawn, corrects, notice, correctedBy } = standing;
  if (!withdrawn && !newest && !notice && correctedBy.length === 0) return null;
  const toNewest = newest && <a href={newest}>{say(words.toNewest)}</a>;
  const edition = (id: string) => <a href={withQuery(desk.home, { editie: id })}>{id}</a>;
  return (
    <section class="notices wrap" aria-label={say(words.about)}>
      {withdrawn && (
        <p class="notice notice-withdrawn">
          <strong>{say(words.withdrawn)}</strong>{" "}
          {say(words.on).replace("{date}", formatDate(withdrawn.when.slice(0, 10), language))}{" "}
          {desk.sentence(withdrawn.reason)} {toNewest}
        </p>
      )}
      {correctedBy.map((it) => (
        <p class="notice">
          {say(words.corrected)} {edition(it.id)}.{it.notice && ` ${desk.sentence(it.notice)}`}
        </p>
      ))}
      {notice && (
        <p class="notice">
          {corrects ? (
            <>
              {say(words.corrects)} {edition(corrects)}.
            </>
          ) : (
            say(words.notice)
          )}{" "}
          {desk.sentence(notice)}
        </p>
      )}
      {newest && !withdrawn && (
        <p class="notice">
          {say(words.older)} {toNewest}
        </p>
      )}
    </section>
  );
}
