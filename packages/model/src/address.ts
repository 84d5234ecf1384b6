import { z } from "zod";

/** The address of a page that a visitor can open; never `javascript:` or `data:`, which a link would run. */
export const addressSchema = z.url({
  protocol: /^https?$/,
  error: "write a full address that begins with https://",
});
