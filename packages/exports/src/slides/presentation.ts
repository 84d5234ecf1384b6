import library from "pptxgenjs";

/** Its types say that the library is CommonJS; Node loads its ES module, of which the class itself is the default. */
const loaded: unknown = library;
const isLibrary = (it: unknown): it is typeof library.default => typeof it === "function";

export type Presentation = library.default;
export type Slide = library.default.Slide;
export type TextProps = library.default.TextProps;
export type TableCell = library.default.TableCell;
export type TableCellProps = library.default.TableCellProps;
export type TableRow = library.default.TableRow;

export function newPresentation(): Presentation {
  if (!isLibrary(loaded)) throw new Error("the library for slides could not be loaded");
  return new loaded();
}
