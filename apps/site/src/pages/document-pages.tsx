import type { Text } from "@impactmonitor/model/text";
import type { Progress } from "../answers/document-answers.tsx";
import type { Desk } from "../desk.ts";
import type { Ordered } from "../document-query.ts";
import { documentWords, pageWords as words } from "./document-words.ts";

interface Props {
  readonly desk: Desk;
  readonly it: Ordered;
}

/** "Boek (PDF): Drenthe". */
function documentLine({ desk, it }: Props): string {
  const { name, file } = documentWords(it.order.subject.kind, it.order.format);
  return `${desk.say(name)} (${file}): ${it.title}`;
}

/** Stands in for a document until it is ready; the header `refresh` asks again, a link does so sooner. */
export function DocumentWaitingPage({ desk, it, progress }: Props & { readonly progress: Progress }) {
  const { say } = desk;
  const making = progress.place === 0;
  const percent = Math.floor(progress.done * 100);
  return (
    <div class="document-page">
      <h1>{say(making ? words.waiting : words.turn)}</h1>
      <p class="lede">{documentLine({ desk, it })}</p>
      <section aria-labelledby="hoever">
        <h2 id="hoever">{say(words.how)}</h2>
        {making && <progress class="document-progress" max={100} value={percent} aria-labelledby="hoever" />}
        <p>
          {making ? doneLine(desk, percent) : placeLine(desk, progress.place)} {timeLine(desk, progress.after)}
        </p>
      </section>
      <section aria-labelledby="wat-nu">
        <h2 id="wat-nu">{say(words.after)}</h2>
        <p>{say(words.afterText)}</p>
        <p>{say(words.leave)}</p>
      </section>
      <ul class="link-list">
        <li>
          <a href="">{say(words.look)}</a>
        </li>
        <li>
          <a href={it.back}>{say(words.stop)}</a>
        </li>
      </ul>
    </div>
  );
}

const doneLine = (desk: Desk, percent: number): string =>
  percent === 0 ? desk.say(words.begun) : desk.say(words.percent).replace("{percent}", String(percent));

function placeLine(desk: Desk, place: number): string {
  if (place === 1) return desk.say(words.next);
  return place === 2 ? desk.say(words.one) : desk.say(words.place).replace("{before}", String(place - 1));
}

/** In words no finer than what is known of it. */
function timeLine(desk: Desk, milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  if (milliseconds < 30_000) return desk.say(words.soon);
  return minutes <= 1 ? desk.say(words.minute) : desk.say(words.minutes).replace("{n}", String(minutes));
}

export function DocumentBusyPage({ desk, it, after }: Props & { readonly after: number }) {
  const { say } = desk;
  return (
    <div class="document-page">
      <h1>{say(words.busy)}</h1>
      <p class="lede">{documentLine({ desk, it })}</p>
      <p>{say(words.busyText).replace("{when}", say(after > 60_000 ? words.whenMinutes : words.whenSeconds))}</p>
      <ul class="link-list">
        <li>
          <a href="">{say(words.again)}</a>
        </li>
        <li>
          <a href={it.back}>{say(words.back)}</a>
        </li>
      </ul>
    </div>
  );
}

export function DocumentMissingPage({ desk, it, why }: Props & { readonly why: Text }) {
  return (
    <div class="document-page">
      <h1>{desk.say(words.missing)}</h1>
      <p class="lede">{documentLine({ desk, it })}</p>
      <p>{desk.say(why)}</p>
      <ul class="link-list">
        <li>
          <a href={it.back}>{desk.say(words.back)}</a>
        </li>
      </ul>
    </div>
  );
}
