import { svgToPng } from "./png.ts";
import { answerWork } from "./press/answer-work.ts";

/** The process that draws: an SVG comes in, its PNG goes back. */
answerWork((svg) => svgToPng(String(svg)));
