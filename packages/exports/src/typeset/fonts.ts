import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** The weights that documents use of the typeface of the pages, as files: the same on every machine. */
export const fontFiles: readonly string[] = [
  "400Regular/SourceSans3_400Regular.ttf",
  "400Regular_Italic/SourceSans3_400Regular_Italic.ttf",
  "600SemiBold/SourceSans3_600SemiBold.ttf",
  "700Bold/SourceSans3_700Bold.ttf",
].map((it) => require.resolve(`@expo-google-fonts/source-sans-3/${it}`));
