import type { Assets } from "../src/desk.ts";

/** Names of what pages load, for tests that look at pages and load nothing. */
export const assets: Assets = {
  style: "/static/style.css",
  script: "/static/main.js",
  needs: {
    compare: { style: "/static/compare.css" },
    guide: { style: "/static/guide.css" },
    search: { style: "/static/search.css", script: "/static/everything.js" },
  },
  font: "/static/font.woff2",
  fontBold: "/static/font-bold.woff2",
};
