const year = "max-age=31536000; includeSubDomains";

/**
 * For files that a page loads: they run and embed nothing by themselves, so the policy of the page is the one that
 * counts, and so does its word that this host is asked by https only. Each page loads six, so what says nothing about a file is left out.
 */
export const fileHeaders: Readonly<Record<string, string>> = {
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "same-origin",
};

/** For all that lies in the practice environment: no search engine may take an invented figure for one that was found. */
export const practiceHeaders: Readonly<Record<string, string>> = { "x-robots-tag": "noindex, nofollow" };

/**
 * Nothing but our own files, no frame, no referrer: what a visitor reads here is known to nobody else.
 * `script-src` and `style-src` hold no 'unsafe-inline': the pages have no inline script or style.
 */
export const securityHeaders: Readonly<Record<string, string>> = {
  "content-security-policy":
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), interest-cohort=()",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "strict-transport-security": year,
};

/** For what others may show in their pages, and for that alone: no form, and nothing to load but our own files. */
export const embedHeaders: Readonly<Record<string, string>> = {
  "content-security-policy":
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors *",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), interest-cohort=()",
  "cross-origin-resource-policy": "cross-origin",
  "strict-transport-security": year,
};

/** Only an answer that was made to be framed has that policy. */
export const mayBeFramed = (headers: Headers): boolean =>
  headers.get("content-security-policy") === embedHeaders["content-security-policy"];

/** The script that others' pages load: theirs to run, but no page. */
export const embedScriptHeaders: Readonly<Record<string, string>> = {
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-resource-policy": "cross-origin",
};
