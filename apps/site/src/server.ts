import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readWithdrawals } from "@impactmonitor/edition/read-withdrawals";
import { openEditions, type Edition } from "@impactmonitor/edition/read-edition";
import { openPngQueue } from "@impactmonitor/exports/png-queue";
import { calendarSchema, type Calendar } from "@impactmonitor/model/calendar";
import type { EditionKind, Withdrawal } from "@impactmonitor/model/edition";
import { createSite } from "./app.ts";
import type { Assets } from "./desk.ts";
import { openLibrary } from "./library.ts";
import { closeServer, openServer } from "./listen.ts";
import { inOneLine } from "./one-line.ts";
import { readSettings, type Settings } from "./settings.ts";
import { readStatic } from "./static.ts";

const here = dirname(fileURLToPath(import.meta.url));
/** Milliseconds for the answers that are under way when the site is told to stop. */
const grace = 3000;

/** Starts the public site on sealed editions; whatever is in the way is said in one line, with exit code 1. */
function main(): void {
  const settings = readSettings(process.env);
  if (typeof settings === "string") return refuse(settings);
  const { port, hostname } = settings;
  let site: ReturnType<typeof openSite>;
  try {
    site = openSite(settings);
  } catch (error) {
    return refuse(`The site can’t start from ${settings.data}: ${inOneLine(error)}`);
  }
  if (!site) return refuse(`No edition to serve in ${settings.editions.join(" or ")}. Make one with: npm start`);
  const { app, edition } = site;

  const server = openServer(app.fetch);
  const stop = (code: number): void => void closeServer(server, grace).then(() => process.exit(code));
  server.on("error", (error: NodeJS.ErrnoException) => refuse(whyNot(error, port, hostname)));
  server.listen(port, hostname, () => {
    const address = server.address();
    const at = typeof address === "object" && address ? address.port : port;
    console.log(`Impactmonitor: edition ${edition} on http://${hostname}:${at}/`);
  });
  process.once("SIGTERM", () => stop(0));
  process.once("SIGINT", () => stop(0));
  process.on("unhandledRejection", (error) => console.error(`Bug: ${inOneLine(error)}`));
  // After this nobody knows what state the site is in: whoever keeps it running starts it anew.
  process.on("uncaughtException", (error) => {
    console.error(`Stopped by a bug: ${inOneLine(error)}`);
    stop(1);
  });
}

function refuse(line: string): void {
  console.error(line);
  process.exit(1);
}

/** Everything that is served, or undefined when there is no edition. */
function openSite(settings: Settings): { app: ReturnType<typeof createSite>; edition: string } | undefined {
  const options = {
    assets: JSON.parse(readFileSync(join(here, "assets.json"), "utf8")) as Assets,
    contact: settings.contact,
    boundaries: readBoundaries(join(settings.data, "boundaries")),
  };
  const real = findEditions(settings.editions, "published");
  if (!real) return undefined;
  const library = openLibrary(real, {
    ...options,
    withdrawn: readWithdrawn(settings.withdrawn),
    calendar: readCalendar(join(here, "calendar.json")),
  });
  const practised = findPractice(settings.practice.editions);
  const practiceOptions = { ...options, withdrawn: readWithdrawn(settings.practice.withdrawn) };
  const pictures = openPngQueue({
    entry: new URL("png-process.js", import.meta.url),
    waiting: 8,
    patience: 20_000,
    idle: 60_000,
    report: (problem) => console.error(problem),
  });
  const app = createSite({
    library,
    ...(practised ? { practice: () => openLibrary(practised, practiceOptions) } : {}),
    files: readStatic(join(here, "static")),
    draw: pictures.draw,
    keepBytes: settings.keepBytes,
    report: (error) => console.error(`Bug: ${inOneLine(error)}`),
  });
  return { app, edition: library.newest.book.id };
}

/**
 * The editions of one kind in the first of these folders that holds any. An edition of the other kind among them is named
 * and left out: real and invented figures are never in one row.
 */
function findEditions(folders: readonly string[], kind: EditionKind): readonly [Edition, ...Edition[]] | undefined {
  const opened = folders.map(openEditions);
  const chosen = opened.find((it) => it.editions.length > 0);
  for (const it of (chosen ? [chosen] : opened).flatMap((folder) => folder.refused))
    console.error(`${it.what} ${it.mend}`);
  const [first, ...rest] =
    chosen?.editions.filter(({ manifest, folder }) => {
      if (manifest.kind === kind) return true;
      console.error(
        `${folder} holds a ${manifest.kind} edition and is not served here. Move it to where those belong.`,
      );
      return false;
    }) ?? [];
  return first && [first, ...rest];
}

/** Whatever is wrong with a practice edition, the real ones are served. */
function findPractice(folder: string): ReturnType<typeof findEditions> {
  try {
    return findEditions([folder], "practice");
  } catch (error) {
    console.error(`No practice editions from ${folder}: ${inOneLine(error)}`);
    return undefined;
  }
}

function readWithdrawn(folder: string): ReadonlyMap<string, Withdrawal> {
  const { byId, faults } = readWithdrawals(folder);
  for (const it of faults) console.error(`${it.what} ${it.mend}`);
  return byId;
}

/** The calendar as it was when the site was built; without one the page of editions has no such part. */
const readCalendar = (file: string): Calendar | undefined =>
  existsSync(file) ? calendarSchema.parse(JSON.parse(readFileSync(file, "utf8"))) : undefined;

/** Why the site can't listen, and how to mend it. */
function whyNot(error: NodeJS.ErrnoException, port: number, hostname: string): string {
  switch (error.code) {
    case "EADDRINUSE":
      return `Port ${port} is taken. Choose another: PORT=3001 npm start`;
    case "EACCES":
      return `Port ${port} is not allowed for this user. Choose one above 1023: PORT=3000 npm start`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return `HOST is "${hostname}", which is no address of this machine. Leave it out, or write 127.0.0.1 or 0.0.0.0.`;
    default:
      return `The site can’t listen on ${hostname}:${port}: ${inOneLine(error)}`;
  }
}

/** Imported boundaries, by the name of the map that they replace; of several years, the last. A damaged file is named and left out. */
function readBoundaries(folder: string): Map<string, string> {
  const maps = new Map<string, string>();
  if (!existsSync(folder)) return maps;
  for (const name of readdirSync(folder).sort()) {
    const match = /^(vt-region|province|municipality)-(\d{4})\.json$/.exec(name);
    if (!match) continue;
    const regions = Number(match[2]) < 2023 ? "regions-2022" : "regions";
    const key = match[1] === "province" ? "provinces" : match[1] === "municipality" ? "municipalities" : regions;
    const text = readFileSync(join(folder, name), "utf8");
    try {
      JSON.parse(text);
      maps.set(key, text);
    } catch {
      console.error(
        `${join(folder, name)} is damaged; the schematic map is shown. Mend it with: impactmonitor import boundaries`,
      );
    }
  }
  return maps;
}

main();
