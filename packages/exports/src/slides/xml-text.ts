/** Text that may stand in XML 1.0, whatever a name holds: without control characters and halves of letters. */
export const clean = (text: string): string =>
  text
    .toWellFormed()
    // eslint-disable-next-line no-control-regex -- these are exactly what XML can't hold
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/g, "")
    .replace(/\r\n?/g, "\n");

/** The same, ready to stand between tags or in an attribute. */
export const xmlText = (text: string): string =>
  clean(text).replace(
    /[&<>"'\n\t]/g,
    (it) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;", "\n": " ", "\t": " " })[it] ?? "",
  );
