import type { Assets } from "../src/desk.ts";

/** Names of what pages load, for tests that look at pages and load nothing. */
export const assets: Assets = {
  style: "/static/style.css",
  compareStyle: "/static/compare.css",
  guideStyle: "/static/guide.css",
  explainedStyle: "/static/explained.css",
  script: "/static/main.js",
  searchScript: "/static/everything.js",
  font: "/static/font.woff2",
  fontBold: "/static/font-bold.woff2",
};
