const year = "max-age=31536000; includeSubDomains";

/**
 * For files that a page loads: they run and embed nothing by themselves, so the policy of the page is the one that
 * counts. Each page loads six, so what says nothing about a file is left out.
 */
export const fileHeaders: Readonly<Record<string, string>> = {
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "same-origin",
  "strict-transport-security": year,
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
