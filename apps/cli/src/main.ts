#!/usr/bin/env node
import { catalogueCheck, catalogueSchema } from "./catalogue.ts";
import { auditCommand, protectCommand } from "./disclosure.ts";
import { editionBuild, editionVerify } from "./edition.ts";
import { importBoundariesCommand } from "./import.ts";
import { importCbsCommand } from "./import-cbs.ts";

/** A sub-command takes the rest of the words and returns the exit code. */
type Command = (words: string[]) => number | Promise<number>;

const commands: Record<string, { run: Command; use: string; about: string }> = {
  "catalogue check": { run: catalogueCheck, use: "", about: "check every catalogue file; names file, line and mend" },
  "catalogue schema": { run: catalogueSchema, use: "", about: "write the JSON Schemas that editors use" },
  "edition build": {
    run: editionBuild,
    use: "[--data DIR] [--edition ID [--date DAY]]",
    about: "seal catalogue and figures as the next edition; those that are sealed stay as they are",
  },
  "edition verify": { run: editionVerify, use: "FOLDER", about: "check an edition against its checksums" },
  "import cbs": {
    run: importCbsCommand,
    use: "[--table ID …] [--file PATH] [--base URL] [--v3] [--data DIR] [--quiet]",
    about: "read Veilig Thuis and population tables of CBS open data",
  },
  "import boundaries": {
    run: importBoundariesCommand,
    use: "--file PATH --level vt-region --year 2025 [--data DIR]",
    about: "use official boundaries instead of the schematic map",
  },
  protect: {
    run: protectCommand,
    use: "--counts FILE --spec FILE --out FILE [--audit-file [FILE]]",
    about: "hide and round the counts of any table, so that no small one can be worked out",
  },
  audit: {
    run: auditCommand,
    use: "--published FILE --spec FILE",
    about: "work out what a published table gives away; exits 1 if that is too much",
  },
};

/** An option that doesn't exist is a slip of the pen, not a crash. */
async function run(it: { run: Command; use: string }): Promise<number> {
  try {
    return await it.run(words.slice(name.split(" ").length));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (!code.startsWith("ERR_PARSE_ARGS")) throw error;
    console.error(`${(error as Error).message}\nUse: impactmonitor ${name} ${it.use}`);
    return 2;
  }
}

const words = process.argv.slice(2);
const name = [words.slice(0, 2).join(" "), words[0] ?? ""].find((it) => Object.hasOwn(commands, it)) ?? "";
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (command) process.exitCode = await run(command);
else {
  const help = words.length === 0 || words[0] === "--help" || words[0] === "help";
  const lines = Object.entries(commands).map(([key, it]) => `  impactmonitor ${key} ${it.use}\n      ${it.about}`);
  (help ? console.log : console.error)(
    `${help ? "" : `There is no command “${words.join(" ")}”.\n\n`}impactmonitor: figures, editions and the monitor\n\n${lines.join("\n")}`,
  );
  process.exitCode = help ? 0 : 2;
}
