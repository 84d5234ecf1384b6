import type { Language } from "@impactmonitor/model/text";
import { columnName } from "./chart-workbook.ts";
import { colours, inkColour, typeface } from "./looks.ts";
import type { Plotted, PlottedPoint, PlottedSeries } from "./plotted.ts";
import { xmlText } from "./xml-text.ts";

const languages = { nl: "nl-NL", en: "en-GB" } as const;

/** How large letters in a chart are, in hundredths of a point. */
interface Letters {
  readonly language: Language;
  /** Over the chart, also when it is taken out of its slide. */
  readonly practice: string | undefined;
}

/**
 * A chart of Office as XML: native, so that whoever gets it can change its looks and its values. Written here because the library leaves
 * out what we can't do without: open points, margins, a label for each point as on the page, and the language.
 */
export function chartPart(it: Plotted, { language, practice }: Letters): string {
  const plot = it.kind === "line" ? linePlot(it, language) : barPlot(it, language);
  const title = titleXml(it, language, practice);
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`,
    `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">`,
    `<c:date1904 val="0"/><c:lang val="${languages[language]}"/><c:roundedCorners val="0"/>`,
    `<c:chart>${title}<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${plot}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>`,
    it.series.length > 1
      ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${text(1100, colours.ink)}</c:legend>`
      : "",
    `<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>`,
    `<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${text(1100, colours.ink)}`,
    `<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`,
  ].join("");
}

function titleXml({ title, unit }: Plotted, language: Language, practice: string | undefined): string {
  const lang = languages[language];
  const run = (words: string, size: number, colour: string, heavy: boolean): string =>
    words === ""
      ? ""
      : `<a:p><a:pPr algn="l"><a:defRPr sz="${size}"/></a:pPr><a:r><a:rPr lang="${lang}" sz="${size}" b="${heavy ? 1 : 0}">${fill(colour)}${font}</a:rPr><a:t>${xmlText(words)}</a:t></a:r></a:p>`;
  const lines = [
    run(unit === "" ? title : `${title} (${unit})`, 1100, colours.ink, true),
    run(practice ?? "", 1000, colours.practice, true),
  ].join("");
  return `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/>${lines}</c:rich></c:tx><c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0.005"/><c:y val="0.005"/></c:manualLayout></c:layout><c:overlay val="0"/></c:title>`;
}

const font = `<a:latin typeface="${typeface}"/><a:cs typeface="${typeface}"/>`;
const fill = (colour: string): string => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;
const stroke = (colour: string, points: number, dash = ""): string =>
  `<a:ln w="${Math.round(points * 12_700)}" cap="rnd">${fill(colour)}${dash}<a:round/></a:ln>`;
const noLine = "<a:ln><a:noFill/></a:ln>";
const text = (size: number, colour: string, heavy = false): string =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}" b="${heavy ? 1 : 0}">${fill(colour)}${font}</a:defRPr></a:pPr><a:endParaRPr/></a:p></c:txPr>`;

const lineColours = { main: inkColour("main-line"), compare: inkColour("compare-line") } as const;

function linePlot(it: Plotted, language: Language): string {
  const series = it.series.map((one, i) => {
    const colour = lineColours[one.role];
    const dash = one.role === "compare" ? `<a:prstDash val="dash"/>` : "";
    const size = one.role === "main" ? 8 : 5;
    const open = one.points.map((point, at) =>
      point?.open
        ? `<c:dPt><c:idx val="${at}"/><c:marker><c:symbol val="circle"/><c:size val="${size}"/><c:spPr>${fill(colours.white)}${stroke(colour, 1.75)}</c:spPr></c:marker><c:bubble3D val="0"/></c:dPt>`
        : "",
    );
    return [
      `<c:ser><c:idx val="${i}"/><c:order val="${i}"/>${nameXml(one, i)}`,
      `<c:spPr>${stroke(colour, one.role === "main" ? 2.5 : 2, dash)}</c:spPr>`,
      `<c:marker><c:symbol val="circle"/><c:size val="${size}"/><c:spPr>${fill(colour)}${stroke(colours.white, 1)}</c:spPr></c:marker>`,
      ...open,
      labelsXml(one, "t", it.series),
      marginsXml(one, "y"),
      categoriesXml(it),
      valuesXml(one, i, it.categories.length),
      `<c:smooth val="0"/></c:ser>`,
    ].join("");
  });
  const size = it.categories.length > 12 && !crowded(it) ? 800 : 1000;
  return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series.join("")}<c:marker val="1"/><c:axId val="111"/><c:axId val="222"/></c:lineChart>${axesXml(it, { categories: "b", values: "l", size, language })}`;
}

function barPlot(it: Plotted, language: Language): string {
  const many = it.categories.length > 14;
  const size = many ? 900 : it.categories.length > 8 ? 1000 : 1100;
  const series = it.series.map((one, i) => {
    const colour = one.role === "compare" ? inkColour("compare-point") : inkColour("bar");
    const chosen = one.points.map((point, at) =>
      point?.chosen
        ? `<c:dPt><c:idx val="${at}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr>${fill(inkColour("bar-chosen"))}${noLine}</c:spPr></c:dPt>`
        : "",
    );
    return [
      `<c:ser><c:idx val="${i}"/><c:order val="${i}"/>${nameXml(one, i)}<c:spPr>${fill(colour)}${noLine}</c:spPr><c:invertIfNegative val="0"/>`,
      ...chosen,
      labelsXml(one, "outEnd", [], size),
      marginsXml(one, "x"),
      categoriesXml(it),
      valuesXml(one, i, it.categories.length),
      "</c:ser>",
    ].join("");
  });
  const overlap = it.series.length > 1 ? -5 : 0;
  return `<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series.join("")}<c:gapWidth val="${it.series.length > 1 ? 55 : 45}"/><c:overlap val="${overlap}"/><c:axId val="111"/><c:axId val="222"/></c:barChart>${axesXml(it, { categories: "l", values: "b", size, language })}`;
}

const nameXml = (it: PlottedSeries, i: number): string =>
  `<c:tx><c:strRef><c:f>Sheet1!$${columnName(i + 1)}$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${xmlText(it.name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>`;

const categoriesXml = ({ categories }: Plotted): string =>
  `<c:cat><c:strRef><c:f>Sheet1!$A$2:$A$${categories.length + 1}</c:f><c:strCache><c:ptCount val="${categories.length}"/>${categories
    .map((it, i) => (it === "" ? "" : `<c:pt idx="${i}"><c:v>${xmlText(it)}</c:v></c:pt>`))
    .join("")}</c:strCache></c:strRef></c:cat>`;

const valuesXml = (it: PlottedSeries, i: number, count: number): string =>
  `<c:val><c:numRef><c:f>Sheet1!$${columnName(i + 1)}$2:$${columnName(i + 1)}$${count + 1}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${count}"/>${it.points
    .map((point, at) =>
      point ? `<c:pt idx="${at}" formatCode="${xmlText(point.format)}"><c:v>${point.value}</c:v></c:pt>` : "",
    )
    .join("")}</c:numCache></c:numRef></c:val>`;

/** A label for each point with its own code: whole numbers without decimals and signs at their own value, and it follows an edit. */
function labelsXml(it: PlottedSeries, place: "t" | "outEnd", beside: readonly PlottedSeries[], size = 1000): string {
  const shows = `<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`;
  const letters = text(size, it.role === "compare" ? inkColour("compare-label") : colours.ink, it.role === "main");
  const labels = it.points.map((point, at) =>
    point?.labelled
      ? `<c:dLbl><c:idx val="${at}"/><c:numFmt formatCode="${xmlText(point.format)}" sourceLinked="0"/><c:spPr><a:noFill/>${noLine}</c:spPr>${letters}<c:dLblPos val="${place === "t" ? sideOf(point, at, it, beside) : place}"/>${shows}</c:dLbl>`
      : "",
  );
  return `<c:dLbls>${labels.join("")}<c:spPr><a:noFill/>${noLine}</c:spPr>${letters}${shows.replace(`showVal val="1"`, `showVal val="0"`)}</c:dLbls>`;
}

/** Above its point, or below where the other line runs over it. */
function sideOf(point: PlottedPoint, at: number, own: PlottedSeries, all: readonly PlottedSeries[]): "t" | "b" {
  const other = all.find((it) => it !== own)?.points[at];
  return other && other.value > point.value ? "b" : "t";
}

function marginsXml(it: PlottedSeries, direction: "x" | "y"): string {
  if (!it.points.some((point) => point?.margin)) return "";
  const numbers = (side: "below" | "above"): string =>
    `<c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="${it.points.length}"/>${it.points
      .map((point, at) => `<c:pt idx="${at}"><c:v>${Number((point?.margin?.[side] ?? 0).toFixed(6))}</c:v></c:pt>`)
      .join("")}</c:numLit>`;
  const along = direction === "y" ? `<c:errDir val="y"/>` : "";
  return `<c:errBars>${along}<c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/><c:plus>${numbers("above")}</c:plus><c:minus>${numbers("below")}</c:minus><c:spPr>${stroke(colours.ink, 1.25)}</c:spPr></c:errBars>`;
}

interface Axes {
  readonly categories: "l" | "b";
  readonly values: "l" | "b";
  readonly size: number;
  readonly language: Language;
}

/** Labels of so many periods would run into each other; the sign of a break must not be skipped. */
const crowded = ({ categories }: Plotted): boolean =>
  categories.length > 12 && (categories.length > 20 || !categories.some((it) => /^[A-Z]$/.test(it)));

/** Values always begin at nought, unless some lie below it: a cut axis makes small differences look large. */
function axesXml(it: Plotted, { categories, values, size }: Axes): string {
  const bars = it.kind === "bars";
  const low = it.negative ? "" : `<c:min val="0"/>`;
  const order = bars ? "maxMin" : "minMax";
  const skip = bars || !crowded(it) ? 1 : Math.ceil(it.categories.length / 10);
  const grid = bars ? "" : `<c:majorGridlines><c:spPr>${stroke(inkColour("grid"), 0.75)}</c:spPr></c:majorGridlines>`;
  const code = it.percent ? `#,##0"%"` : "#,##0";
  return [
    `<c:catAx><c:axId val="111"/><c:scaling><c:orientation val="${order}"/></c:scaling><c:delete val="0"/><c:axPos val="${categories}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr>${stroke(colours.quiet, 1)}</c:spPr>${text(size, colours.ink)}<c:crossAx val="222"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="${skip}"/><c:noMultiLvlLbl val="1"/></c:catAx>`,
    `<c:valAx><c:axId val="222"/><c:scaling><c:orientation val="minMax"/>${low}</c:scaling><c:delete val="${bars ? 1 : 0}"/><c:axPos val="${values}"/>${grid}<c:numFmt formatCode="${xmlText(code)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr>${noLine}</c:spPr>${text(1000, colours.quiet)}<c:crossAx val="111"/><c:crosses val="${bars ? "max" : "autoZero"}"/><c:crossBetween val="between"/></c:valAx>`,
  ].join("");
}
