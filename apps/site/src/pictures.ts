import type { Hono } from "hono";
import type { Language } from "@impactmonitor/model/text";
import { areaPictureAnswer, comparablePictureAnswer, comparePictureAnswer } from "./answers/picture-answers.ts";
import { file, type Counter } from "./counter.ts";
import { areaLevels, inside, levelPath, path } from "./paths.ts";
import { isPictureKind, pictureKinds } from "./picture.ts";

/** Adds the addresses of the pictures of pages that are no indicator's; those are files of the indicator. Goes before the pages. */
export function addPictures(app: Hono, counter: Counter, language: Language): void {
  for (const kind of pictureKinds) {
    app.get(`${inside(counter.kind, path(language, "compare"))}.${kind}`, (c) =>
      file(counter, c, language, (asked) => comparePictureAnswer(asked, kind)),
    );
    app.get(`${inside(counter.kind, path(language, "comparable"))}.${kind}`, (c) =>
      file(counter, c, language, (asked) => comparablePictureAnswer(asked, kind)),
    );
  }
  for (const level of areaLevels)
    app.get(inside(counter.kind, levelPath(language, level, `:file{[^/]+\\.(?:${pictureKinds.join("|")})}`)), (c) => {
      const [slug = "", kind = ""] = (c.req.param("file") ?? "").split(/\.(?=[^.]*$)/);
      return file(counter, c, language, (asked) =>
        areaPictureAnswer(asked, level, slug, isPictureKind(kind) ? kind : "svg"),
      );
    });
}
