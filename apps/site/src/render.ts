import type { ComponentChildren, VNode } from "preact";
import { renderToString } from "preact-render-to-string";

/** A page as a whole HTML document. */
export const renderPage = (page: VNode): string => `<!doctype html>${renderToString(page)}`;

export type { ComponentChildren };
