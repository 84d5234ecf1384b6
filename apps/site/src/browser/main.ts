import { readCharts } from "./charts.ts";
import { enhanceFinder } from "./finder.ts";
import { fillAddress, offerPictures } from "./copy-picture.ts";
import { submitOnChange } from "./forms.ts";
import { offerCopy, offerPrint, offerTables } from "./take-along.ts";
import { quickExit } from "./quick-exit.ts";
import { explainTerms } from "./terms.ts";
import { searchLive } from "./search.ts";

// Everything here adds to pages that already work; a failure in one must not stop another.
for (const enhance of [
  quickExit,
  submitOnChange,
  enhanceFinder,
  searchLive,
  readCharts,
  fillAddress,
  offerCopy,
  offerPictures,
  offerTables,
  offerPrint,
  explainTerms,
])
  try {
    enhance();
  } catch (error) {
    console.error(error);
  }
