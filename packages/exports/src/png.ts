import { createRequire } from "node:module";
import { Resvg } from "@resvg/resvg-js";

const require = createRequire(import.meta.url);
/** The same typeface as on the pages, as files: no system font, so the same picture on every machine. */
const fonts = ["400Regular/SourceSans3_400Regular.ttf", "700Bold/SourceSans3_700Bold.ttf"].map((it) =>
  require.resolve(`@expo-google-fonts/source-sans-3/${it}`),
);

/** An SVG of ours as PNG at twice its size. */
export function svgToPng(svg: string): Uint8Array {
  const image = new Resvg(svg, {
    fitTo: { mode: "zoom", value: 2 },
    font: { fontFiles: fonts, loadSystemFonts: false, defaultFontFamily: "Source Sans 3" },
  });
  return image.render().asPng();
}
