import type { Slide, TextProps } from "./presentation.ts";
import { partsText } from "@impactmonitor/views/statement";
import type { Block } from "@impactmonitor/views/meeting/leaf";

import { gaps, hang } from "./fit.ts";
import { colours, typeface, type Box } from "./looks.ts";
import { clean } from "./xml-text.ts";

interface BlockLooks {
  readonly size: number;
  readonly bullets: boolean;
  readonly name: string;
}

/** Blocks under each other in one box of text, so that they are read and edited as one. */
export function addBlocks(slide: Slide, blocks: readonly Block[], box: Box, { size, bullets, name }: BlockLooks): void {
  const runs = blocks.flatMap(({ heading, lines }, at): TextProps[] => [
    ...(heading === ""
      ? []
      : [
          {
            text: clean(heading),
            options: {
              bold: true,
              color: colours.blue,
              fontSize: size,
              breakLine: true,
              paraSpaceBefore: at === 0 ? 0 : size * gaps.heading,
              paraSpaceAfter: size * gaps.line,
            },
          },
        ]),
    ...lines.map((line) => ({
      text: clean(partsText(line)),
      options: {
        color: colours.ink,
        fontSize: size,
        breakLine: true,
        paraSpaceAfter: size * gaps.line,
        ...(bullets ? { bullet: { indent: size * hang } } : {}),
      },
    })),
  ]);
  if (runs.length === 0) return;
  slide.addText(runs, {
    ...box,
    fontFace: typeface,
    fontSize: size,
    margin: 0,
    valign: "top",
    align: "left",
    objectName: name,
  });
}
