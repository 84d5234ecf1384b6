#!/usr/bin/env node
/**
 * A sub-command takes the rest of the words and returns the exit code. Each loads what it needs and no more: an engine for records takes a
 * second to come up, and most commands have no use for it.
 */
type Command = (words: string[]) => number | Promise<number>;

const commands: Record<string, { run: Command; use: string; about: string }> = {
  "catalogue check": {
    run: async () => (await import("./catalogue.ts")).catalogueCheck(),
    use: "",
    about: "check every catalogue file; names file, line and mend",
  },
  "catalogue schema": {
    run: async () => (await import("./catalogue.ts")).catalogueSchema(),
    use: "",
    about: "write the JSON Schemas that editors use",
  },
  "delivery add": {
    run: async (rest) => (await import("./delivery.ts")).deliveryAdd(rest),
    use: "PATH --key FILE [--region VT10] [--period 2024H1] [--protocol ID] [--layout ID] [--by NAME] [--first] [--practice] [--language nl] [--data DIR] [--quiet]",
    about:
      "receive and check the records of one sender and half-year, and keep them; the key may also be in IMPACTMONITOR_KEY",
  },
  "delivery check": {
    run: async (rest) => (await import("./delivery.ts")).deliveryCheck(rest),
    use: "PATH --key FILE [--replace] […]",
    about: "the same, without keeping anything",
  },
  "delivery replace": {
    run: async (rest) => (await import("./delivery.ts")).deliveryReplace(rest),
    use: "PATH --key FILE […]",
    about: "receive a period again: it takes the place of what stands, as a whole",
  },
  "delivery list": {
    run: async (rest) => (await import("./delivery.ts")).deliveryList(rest),
    use: "[--all] [--practice] [--data DIR]",
    about: "the deliveries that stand, or all that were ever handed in",
  },
  "edition build": {
    run: async (rest) => (await import("./edition.ts")).editionBuild(rest),
    use: "[--data DIR] [--edition ID [--date DAY]]",
    about: "seal catalogue and figures as the next edition; those that are sealed stay as they are",
  },
  "edition verify": {
    run: async (rest) => (await import("./edition.ts")).editionVerify(rest),
    use: "FOLDER",
    about: "check an edition against its checksums",
  },
  "edition draft": {
    run: async (rest) => (await import("./steer.ts")).editionDraft(rest),
    use: "ID --date DAY --by NAME [--corrects ID --notice-nl TEXT --notice-en TEXT] [--practice] [--data DIR]",
    about: "make the next edition as a draft that no reader sees, and say what it changes",
  },
  "edition diff": {
    run: async (rest) => (await import("./steer.ts")).editionDiff(rest),
    use: "ID [--against ID] [--csv FILE] [--practice] [--data DIR]",
    about: "say what an edition or a draft changes, and why",
  },
  "edition approve": {
    run: async (rest) => (await import("./steer.ts")).editionApprove(rest),
    use: "ID --by NAME [--practice] [--data DIR]",
    about: "find a draft good; somebody else than who drafted it",
  },
  "edition publish": {
    run: async (rest) => (await import("./steer.ts")).editionPublish(rest),
    use: "ID --by NAME [--practice] [--data DIR]",
    about: "make an approved draft the newest edition",
  },
  "edition discard": {
    run: async (rest) => (await import("./steer.ts")).editionDiscard(rest),
    use: "ID --by NAME [--practice] [--data DIR]",
    about: "throw a draft away",
  },
  "edition withdraw": {
    run: async (rest) => (await import("./steer.ts")).editionWithdraw(rest),
    use: "ID --by NAME --role ROLE --reason-nl TEXT --reason-en TEXT [--practice] [--data DIR]",
    about: "take a published edition back; its link keeps working and says why",
  },
  "edition list": {
    run: async (rest) => (await import("./steer.ts")).editionList(rest),
    use: "[--practice] [--data DIR]",
    about: "all editions and drafts, and who did what",
  },
  "import cbs": {
    run: async (rest) => (await import("./import-cbs.ts")).importCbsCommand(rest),
    use: "[--table ID …] [--file PATH] [--base URL] [--v3] [--data DIR] [--quiet]",
    about: "read Veilig Thuis and population tables of CBS open data",
  },
  "import boundaries": {
    run: async (rest) => (await import("./import.ts")).importBoundariesCommand(rest),
    use: "--file PATH --level vt-region --year 2025 [--data DIR]",
    about: "use official boundaries instead of the schematic map",
  },
  export: {
    run: async (rest) => (await import("./export.ts")).exportCommand(rest),
    use: "region|province|municipality NAME | nation | indicator ID [--area NAME] | comparison --areas A,B --figures ID,ID [--as rate] [--period 2023] | edition | report YEAR --format pdf|talk|pptx|docx|xlsx|csv|csv-machine|parquet|zip [--all-regions] [--to FILE|DIR] [--language nl] [--edition ID] [--themes ID,ID] [--beside NAME,NAME] [--from 2021] [--until 2024H1] [--no-tables] [--practice] [--data DIR] [--quiet]",
    about: "write a document as the site makes it: a book, slides, a workbook, a table, a report",
  },
  "practice build": {
    run: async (rest) => (await import("./practice.ts")).practiceBuild(rest),
    use: "[--seed N] [--from 2019H1] [--until 2026H1] [--scale 1] [--late] [--no-audit] [--data DIR]",
    about: "make a practice edition out of made-up deliveries, by the whole pipeline; takes some minutes",
  },
  "practice deliveries": {
    run: async (rest) => (await import("./practice.ts")).practiceDeliveries(rest),
    use: "--out DIR [--seed N] [--from 2019H1] [--until 2026H1] [--scale 1] [--region VT10] [--late] [--errors] [--records N]",
    about: "make up Veilig Thuis deliveries to practise with; --records makes one of that size, to measure with",
  },
  "import facts": {
    run: async (rest) => (await import("./import-facts.ts")).importFactsCommand(rest),
    use: "--file PATH --source ID [--data DIR]",
    about: "take in figures that a source counted itself (police, courts, surveys, cohorts), by its contract",
  },
  report: {
    run: async (rest) => (await import("./report.ts")).reportCommand(rest),
    use: "--year Y --to FILE [--language nl] [--format html|pdf] [--edition ID] [--practice] [--data DIR]",
    about: "write the yearly report as a draft: it says where editors can still write",
  },
  protect: {
    run: async (rest) => (await import("./disclosure.ts")).protectCommand(rest),
    use: "--counts FILE --spec FILE --out FILE [--audit-file [FILE]]",
    about: "hide and round the counts of any table, so that no small one can be worked out",
  },
  audit: {
    run: async (rest) => (await import("./disclosure.ts")).auditCommand(rest),
    use: "--published FILE --spec FILE | --edition FOLDER [--earlier FOLDER …]",
    about: "work out what a published table, or an edition, gives away; exits 1 if that is too much",
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
