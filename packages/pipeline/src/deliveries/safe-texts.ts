import { identifier, type Duck } from "../duck.ts";
import { rawColumn, safeBirthDate, safePerson, type Reading } from "./field-sql.ts";

/** Adds one record; the argument gives the text of a field. */
export type Append = (textOf: (field: string) => string) => void;

/**
 * Puts records that were read outside the engine into a table of texts. The table may spill to disk, so a person goes in as a hash
 * and a date of birth as a year.
 * @returns the name of the table
 */
export async function loadTexts(
  duck: Duck,
  type: string,
  { protocol, key, period }: Reading,
  fill: (append: Append) => Promise<void>,
): Promise<string> {
  const table = `texts_${type}`;
  const fields = Object.entries(protocol.records[type]!.fields);
  const columns = fields.map(([name]) => `${rawColumn(name)} VARCHAR`).join(", ");
  await duck.run(`CREATE OR REPLACE TEMP TABLE ${identifier(table)} (${columns})`);
  const appender = await duck.connection.createAppender(table, null, "temp");
  await fill((textOf) => {
    for (const [name, field] of fields) {
      const text = textOf(name).replace(/^ +| +$/g, "");
      const safe =
        field.type === "person"
          ? safePerson(text, key)
          : field.type === "birth-date"
            ? safeBirthDate(text, period.end)
            : text;
      if (safe === "") appender.appendNull();
      else appender.appendVarchar(safe);
    }
    appender.endRow();
  });
  appender.closeSync();
  return identifier(table);
}
