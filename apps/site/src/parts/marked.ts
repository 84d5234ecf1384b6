import { pageInk } from "@impactmonitor/charts/ink";
import { markPractice } from "@impactmonitor/charts/practice-mark";
import type { Drawing } from "@impactmonitor/charts/svg";
import { practiceMark } from "@impactmonitor/views/practice-words";
import type { Desk } from "../desk.ts";

/** A drawing as it may stand on a page of this edition: of practice figures with their mark in it. */
export function marked(desk: Desk, drawing: Drawing): Drawing {
  const words = practiceMark(desk.book, desk.language);
  return words ? markPractice(drawing, words, pageInk) : drawing;
}
