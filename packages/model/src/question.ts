import { z } from "zod";
import { idSchema } from "./id.ts";
import { textSchema } from "./text.ts";
import { traps } from "./trap.ts";

const asked = z.strictObject({
  nl: z.string().trim().endsWith("?").describe("An open question, in plain Dutch"),
  en: z.string().trim().endsWith("?").describe("The same in English"),
});

/** For what a network uses what it learns: to put on the agenda, to steer, to design or to carry out. */
export const questionUses = ["agenda", "steer", "design", "execute"] as const;
export type QuestionUse = (typeof questionUses)[number];

/** How far the figures of the monitor answer a question, at best. */
export const answers = ["part", "nation", "none"] as const;

/** How a visitor is led through the figures that go with a question. */
const guideSchema = z.strictObject({
  why: textSchema.describe("Why people ask this"),
  uses: z.array(z.enum(questionUses)).min(1).describe("What the answer is used for"),
  answer: z
    .enum(answers)
    .describe("part: a part, for areas too; nation: a part, for the country only; none: figures don’t answer this"),
  tells: textSchema.describe("What the figures can tell"),
  needed: z.array(textSchema).min(1).describe("What would be needed to answer it better"),
  misread: textSchema.describe("The mistake that lies nearest, and how to read it instead"),
  guards: z.array(z.enum(traps)).describe("Traps that these figures hold; they are said first"),
  context: z.array(idSchema).default([]).describe("Facts about the area that help, by variable"),
  next: z
    .array(z.strictObject({ who: textSchema, ask: asked }))
    .min(2)
    .describe("Whom to ask what next"),
  steps: z
    .array(
      z.strictObject({
        why: textSchema.describe("In one sentence: why these figures, and why here"),
        indicators: z.array(idSchema).min(1),
      }),
    )
    .min(1)
    .describe("The figures in the order in which they tell it"),
});
export type Guide = Readonly<z.infer<typeof guideSchema>>;

/** One of the ten questions with which people come. Its indicators are those of its steps. */
export const questionSchema = z
  .strictObject({
    id: idSchema,
    question: asked,
    side: z.array(z.enum(["policy", "execution", "result"])).min(1),
    cannotTell: textSchema,
    guide: guideSchema,
  })
  .transform((it) => ({ ...it, indicators: [...new Set(it.guide.steps.flatMap((step) => step.indicators))] }));

/** As sealed in an edition; one from before there were guides has the question and its indicators only. */
export type Question = Readonly<Omit<z.output<typeof questionSchema>, "guide"> & { readonly guide?: Guide }>;
export const questionsSchema = z.array(questionSchema).length(10);
