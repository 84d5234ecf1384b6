import { readBoundaries, readServed } from "@impactmonitor/edition/served-editions";
import { openPapers } from "@impactmonitor/exports/documents/open-papers";
import { answerPress } from "@impactmonitor/exports/press/answer-press";
import { readSettings } from "./settings.ts";

/** The process that makes documents, from the same folders as the site; what is wrong with them the site has said already. */
const settings = readSettings(process.env);
if (typeof settings === "string") throw new Error(settings);
const { places, data, contact } = settings;
const silent = (): void => undefined;

answerPress((kind) => {
  const served = readServed(places[kind], kind, silent);
  if (!served) return new Map();
  return openPapers(served.editions, {
    withdrawn: served.withdrawn,
    boundaries: readBoundaries(data, silent),
    contact,
  });
});
