import type { Language } from "@impactmonitor/model/text";
import { homeCounts } from "../pages/home-page.tsx";
import { NoPracticePage, PracticeHomePage } from "../pages/practice-pages.tsx";
import { practiceHome } from "../paths.ts";
import { type Asked, type Answer, page } from "./answer.tsx";

const title = (language: Language): string => (language === "nl" ? "Oefenomgeving" : "Practice environment");

/** The first page of the practice environment. */
export const practiceHomeAnswer = (asked: Asked): Answer =>
  page(
    asked,
    { title: title(asked.language), address: practiceHome },
    <PracticeHomePage desk={asked.mark.desk(asked.language)} counts={homeCounts(asked.mark)} />,
  );

/** The same place on a site without practice figures. */
export const noPracticeAnswer = (asked: Asked): Answer =>
  page(
    asked,
    { title: title(asked.language), address: practiceHome, closed: true },
    <NoPracticePage desk={asked.mark.desk(asked.language)} />,
  );
