import { makeDocument, type Paper } from "../src/documents/make-document.ts";
import type { Order } from "../src/documents/order.ts";

/** Makes documents of an edition, each order once, however many tests look at it. */
export function madeOnce(paper: Paper): (order: Order) => Promise<Uint8Array> {
  const made = new Map<string, Promise<Uint8Array>>();
  return (order) => {
    const key = JSON.stringify(order);
    const bytes = made.get(key) ?? makeDocument(paper, order);
    made.set(key, bytes);
    return bytes;
  };
}
