import { practiceWords } from "@impactmonitor/views/practice-words";
import type { Desk } from "../desk.ts";
import { homePath } from "../paths.ts";

const words = {
  name: { nl: "Oefenomgeving", en: "Practice environment" },
  leave: { nl: "Verlaat de oefenomgeving", en: "Leave the practice environment" },
} as const;

/** Stays at the top of each practice page while it scrolls. Its link is the only one that leads to real figures. */
export function PracticeBar({ desk }: { desk: Desk }) {
  return (
    <aside class="practice-bar" aria-label={desk.say(words.name)}>
      <p class="wrap">
        <strong>{desk.say(practiceWords.band)}.</strong> <a href={homePath(desk.language)}>{desk.say(words.leave)}</a>
      </p>
    </aside>
  );
}

/** On paper: the mark once more on each sheet, whatever part of the page it holds. */
export const PracticeSheet = ({ desk }: { desk: Desk }) => (
  <p class="practice-sheet" aria-hidden="true">
    {desk.say(practiceWords.across)}
  </p>
);
