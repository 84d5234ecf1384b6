import type { Theme } from "@impactmonitor/model/theme";
import { statusWords } from "@impactmonitor/views/definition-words";
import { nationalLine } from "@impactmonitor/views/area-view";
import { readingOrder } from "@impactmonitor/views/reading-order";
import { sourceWord } from "@impactmonitor/views/practice-words";
import type { Desk } from "../desk.ts";
import { Explained } from "../parts/explained.tsx";
import { Signs, Statement } from "../parts/figure.tsx";
import { ReadingSteps } from "../parts/reading-order.tsx";

const words = {
  theme: { nl: "Thema", en: "Theme" },
  order: { nl: "Zo leest u dit thema", en: "How to read this theme" },
  figures: { nl: "Cijfers voor Nederland", en: "Figures for the Netherlands" },
  without: { nl: "Nog geen cijfer in deze editie", en: "No figure in this edition yet" },
  gap: { nl: "Wat ontbreekt", en: "What is missing" },
  age: { nl: "Periode eindigde {age} vóór deze editie.", en: "Period ended {age} before this edition." },
  questions: { nl: "Liever beginnen bij een vraag?", en: "Rather begin with a question?" },
  ten: { nl: "Bekijk de tien vragen", en: "See the ten questions" },
  who: { nl: "Wie kan dit leveren?", en: "Who could supply it?" },
} as const;

/** A theme: each of its figures as a sentence, and openly what is missing. */
export function ThemePage({ desk, theme }: { desk: Desk; theme: Theme }) {
  const { say, book, language } = desk;
  const own = book.catalogue.indicators.filter((it) => it.theme === theme.id);
  const filled = own.flatMap((indicator) => {
    const line = nationalLine(book, indicator, language);
    return line ? [{ indicator, line }] : [];
  });
  const nation = book.area("NL01");
  const order = nation && readingOrder(book, theme, nation);
  const without = own.filter((it) => !filled.some((other) => other.indicator.id === it.id));
  return (
    <article>
      <p class="eyebrow">{say(words.theme)}</p>
      <h1>{say(theme.title)}</h1>
      <p class="lede">
        <Explained desk={desk} text={theme.about} />
      </p>
      <p>
        {say(words.questions)} <a href={desk.link("questions")}>{say(words.ten)}</a>
      </p>
      {order && nation && (
        <section aria-labelledby="leesvolgorde">
          <h2 id="leesvolgorde">{say(words.order)}</h2>
          <p>{say(order.why)}</p>
          <ReadingSteps desk={desk} order={order} area={nation} />
        </section>
      )}
      {filled.length > 0 && (
        <section aria-labelledby="cijfers">
          <h2 id="cijfers">{say(words.figures)}</h2>
          <ul class="statements">
            {filled.map((it) => (
              <li>
                <p>
                  <Statement desk={desk} parts={it.line.statement} />
                </p>
                <a href={desk.link("indicator", it.indicator.id)}>{say(it.indicator.title)}</a>
                <span class="fine block">
                  {it.indicator.source && (
                    <>
                      {sourceWord(desk.book, desk.language)}:{" "}
                      <a href={desk.link("source", it.indicator.source)}>
                        {say(book.sources.get(it.indicator.source)!.shortTitle)}
                      </a>
                      .{" "}
                    </>
                  )}
                  {say(words.age).replace("{age}", it.line.age)}
                </span>
              </li>
            ))}
          </ul>
          <Signs desk={desk} figures={filled.map((it) => it.line.shown)} />
        </section>
      )}
      {theme.gap && (
        <section aria-labelledby="ontbreekt">
          <h2 id="ontbreekt">{say(words.gap)}</h2>
          <p>{say(theme.gap)}</p>
        </section>
      )}
      {without.length > 0 && (
        <section aria-labelledby="zonder">
          <h2 id="zonder">{say(words.without)}</h2>
          <dl class="facts">
            {without.map((it) => (
              <div>
                <dt>
                  <a href={desk.link("indicator", it.id)}>{say(it.title)}</a>
                </dt>
                <dd>
                  <em>{say(statusWords[it.status])}.</em> {it.statusReason && desk.sentence(it.statusReason)}
                  {it.supplier && (
                    <span class="block">
                      {say(words.who)} {desk.sentence(it.supplier)}
                    </span>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </article>
  );
}
