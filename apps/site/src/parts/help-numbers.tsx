import type { Desk } from "../desk.ts";

const words = { title: { nl: "Met wie u kunt praten", en: "Whom you can talk to" } } as const;

/** Whom a visitor can call, as the catalogue has them. */
export function HelpNumbers({ desk }: { desk: Desk }) {
  const { say, book } = desk;
  return (
    <section aria-labelledby="praten">
      <h2 id="praten">{say(words.title)}</h2>
      <dl class="facts">
        {book.catalogue.help.numbers.map((it) => (
          <div>
            <dt>
              {say(it.name)}: <a href={`tel:${it.number.replace(/\D/g, "")}`}>{it.number}</a>
            </dt>
            <dd>{say(it.what)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
