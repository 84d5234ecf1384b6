import readXlsxFile from "read-excel-file/node";

/**
 * Runs as a process of its own (`readWorkbook`): is sent the bytes of a workbook and sends back its sheets. A workbook can hold what makes
 * the reader fail outside of any promise, wait for ever or run out of memory; then only this process ends.
 */
process.once("message", (bytes) => {
  if (!(bytes instanceof Uint8Array)) throw new Error("the bytes of a workbook are expected");
  void readXlsxFile(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { trim: true }).then((sheets) =>
    process.send?.(sheets, () => process.disconnect()),
  );
});
