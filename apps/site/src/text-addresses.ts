import type { Word } from "./paths.ts";

/** Pages of text, by the word of their address. */
export const textPages = {
  about: "about",
  limits: "can-and-cannot",
  accessibility: "accessibility",
  privacy: "privacy",
  reading: "reading-figures",
  guide: "guide",
  knowledge: "knowledge-driven-work",
  steps: "step-plan",
  talk: "conversation",
  enrich: "enriching",
  answers: "questions-and-answers",
  model: "model",
  approaches: "what-works",
  monitors: "other-monitors",
  contact: "contact",
  safety: "safe-browsing",
} as const satisfies Partial<Record<Word, string>>;

export const textWords = Object.keys(textPages) as (keyof typeof textPages)[];
