import { openPapers } from "@impactmonitor/exports/documents/open-papers";
import { answerPress } from "@impactmonitor/exports/press/answer-press";
import { builtEdition } from "../../../packages/pipeline/test/built-edition.ts";

/** A press for tests, on the committed catalogue and figures. */
answerPress(() =>
  openPapers([builtEdition()], { withdrawn: new Map(), boundaries: new Map(), contact: "contact@example.org" }),
);
