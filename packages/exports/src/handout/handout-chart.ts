import { ImageRun, Paragraph } from "docx";
import { chartFile } from "@impactmonitor/charts/chart-file";
import { formatNumber } from "@impactmonitor/views/format";
import type { Meeting, Picture } from "@impactmonitor/views/meeting/leaf";
import { practiceWords } from "@impactmonitor/views/practice-words";
import { svgToPng } from "../png.ts";
import { clean } from "../slides/xml-text.ts";
import { chartRoom } from "./looks.ts";

/** A chart as on the page: lines that stay sharp, and a picture for programs that can't draw them. */
export function handoutChart(picture: Picture, source: string, { language, practice }: Meeting): Paragraph {
  const { chart } = picture;
  const percent = chart.kind === "line" && chart.percent;
  const svg = chartFile(chart, {
    title: clean(chart.title),
    lines: [clean(source)],
    tick: (value) => `${formatNumber(value, Number.isInteger(value) ? 0 : 1, language)}${percent ? "%" : ""}`,
    ...(practice ? { practice: { across: practiceWords.across[language], band: practice } } : {}),
  });
  const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [];
  const scale = Math.min(chartRoom.width / Number(width), chartRoom.height / Number(height));
  const said = practice ? `${practice}. ${picture.alternative}` : picture.alternative;
  return new Paragraph({
    keepNext: true,
    children: [
      new ImageRun({
        type: "svg",
        data: Buffer.from(svg),
        fallback: { type: "png", data: Buffer.from(svgToPng(svg)) },
        transformation: { width: Math.round(Number(width) * scale), height: Math.round(Number(height) * scale) },
        altText: { name: clean(chart.title), title: clean(chart.title), description: clean(said) },
      }),
    ],
  });
}
