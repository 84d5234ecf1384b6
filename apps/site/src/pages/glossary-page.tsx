import type { Term } from "@impactmonitor/model/glossary";
import type { Desk } from "../desk.ts";

const words = {
  title: { nl: "Begrippen", en: "Glossary" },
  lede: {
    nl: "Wat betekenen de woorden in deze monitor? In gewone taal.",
    en: "What do the words in this monitor mean? In plain language.",
  },
  law: { nl: "Gebaseerd op", en: "Based on" },
  see: { nl: "Zie ook", en: "See also" },
  deviating: {
    nl: "Sommige bronnen gebruiken een andere definitie. Dat staat dan bij het cijfer zelf.",
    en: "Some sources use another definition. That is then said with the figure itself.",
  },
} as const;

const groups: Readonly<Record<Term["group"], { nl: string; en: string }>> = {
  "domestic-violence": { nl: "Huiselijk geweld", en: "Domestic violence" },
  "child-maltreatment": { nl: "Kindermishandeling", en: "Child abuse" },
  "veilig-thuis": { nl: "Veilig Thuis", en: "Veilig Thuis" },
  justice: { nl: "Bescherming en recht", en: "Protection and law" },
  approach: { nl: "De aanpak", en: "The approach" },
  "reading-figures": { nl: "Cijfers lezen", en: "Reading figures" },
};

/** Every term with its own anchor, so that a page can point straight at it. */
export function GlossaryPage({ desk }: { desk: Desk }) {
  const { say, book, language } = desk;
  const collator = new Intl.Collator(language);
  const byGroup = Map.groupBy(book.catalogue.glossary, (it) => it.group);
  const terms = new Map(book.catalogue.glossary.map((it) => [it.id, it]));
  const order = Object.keys(groups) as Term["group"][];
  return (
    <article>
      <h1>{say(words.title)}</h1>
      <p class="lede">{say(words.lede)}</p>
      <p>{say(words.deviating)}</p>
      <nav class="toc" aria-label={say(words.title)}>
        <ul>
          {order.map((it) => (
            <li>
              <a href={`#groep-${it}`}>{say(groups[it])}</a>
            </li>
          ))}
        </ul>
      </nav>
      {order.map((group) => (
        <section aria-labelledby={`groep-${group}`}>
          <h2 id={`groep-${group}`}>{say(groups[group])}</h2>
          <dl class="terms">
            {(byGroup.get(group) ?? [])
              .toSorted((a, b) => collator.compare(say(a.term), say(b.term)))
              .map((it) => (
                <div id={it.id}>
                  <dt>{say(it.term)}</dt>
                  <dd>
                    {say(it.explanation)}
                    {it.law && (
                      <span class="fine block">
                        {say(words.law)}: {say(it.law)}
                      </span>
                    )}
                    {it.see.length > 0 && (
                      <span class="fine block">
                        {say(words.see)}:{" "}
                        {it.see.map((id, i) => (
                          <>
                            {i > 0 && ", "}
                            <a href={`#${id}`}>{terms.get(id) ? say(terms.get(id)!.term) : id}</a>
                          </>
                        ))}
                      </span>
                    )}
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </article>
  );
}
