import { escape } from "@impactmonitor/charts/svg";

/** Stands for the address of the site where nobody told it; the script of a page puts the right one there. */
export const unknownAddress = "https://impactmonitor.example";

/** Where the script is that lets embedded charts be as high as what is in them; others' pages name it, so it never moves. */
export const embedScriptPath = "/insluiten.js";

/** Pixels: high enough for a chart with its sentence on a phone; what is longer scrolls where the script is left out. */
const height = 640;

/** The frame by itself works without any script. */
export const embedFrame = (origin: string, address: string, title: string): string =>
  `<iframe src="${escape(origin + address)}" title="${escape(title)}" width="100%" height="${height}" style="border:0;max-width:46rem" loading="lazy" referrerpolicy="no-referrer"></iframe>`;

export const embedScript = (origin: string): string =>
  `<script src="${escape(origin + embedScriptPath)}" async></script>`;
