import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  readBoundaries,
  readServed,
  type EditionPlace,
  type ServedEditions,
} from "@impactmonitor/edition/served-editions";
import { openPngQueue } from "@impactmonitor/exports/png-queue";
import { calendarSchema, type Calendar } from "@impactmonitor/model/calendar";
import { createSite } from "./app.ts";
import type { Assets } from "./desk.ts";
import { openLibrary } from "./library.ts";
import { closeServer, openServer } from "./listen.ts";
import { openSitePress } from "./open-press.ts";
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
  if (!site)
    return refuse(
      `No edition to serve in ${settings.places.published.editions.join(" or ")}. Make one with: npm start`,
    );
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
  const complain = (line: string): void => console.error(line);
  const boundaries = readBoundaries(settings.data, complain);
  const { contact } = settings;
  const options = {
    assets: JSON.parse(readFileSync(join(here, "assets.json"), "utf8")) as Assets,
    contact,
    ...(settings.address === undefined ? {} : { address: settings.address }),
    boundaries,
  };
  const published = readServed(settings.places.published, "published", complain);
  if (!published) return undefined;
  const { editions, withdrawn } = published;
  const library = openLibrary(editions, { ...options, withdrawn, calendar: readCalendar(join(here, "calendar.json")) });
  const practice = findPractice(settings.places.practice);
  const practised = practice && (() => openLibrary(practice.editions, { ...options, withdrawn: practice.withdrawn }));
  const pictures = openPngQueue({
    entry: new URL("png-process.js", import.meta.url),
    waiting: 8,
    patience: 20_000,
    idle: 60_000,
    report: complain,
  });
  const content = { served: { published, ...(practice ? { practice } : {}) }, boundaries, contact, built: here };
  const app = createSite({
    library,
    ...(practised ? { practice: practised } : {}),
    files: readStatic(join(here, "static")),
    draw: pictures.draw,
    press: openSitePress(settings.press, content, complain),
    keepBytes: settings.keepBytes,
    report: (error) => console.error(`Bug: ${inOneLine(error)}`),
  });
  return { app, edition: library.newest.book.id };
}

/** Whatever is wrong with a practice edition, the real ones are served. */
function findPractice(place: EditionPlace): ServedEditions | undefined {
  try {
    return readServed(place, "practice", (line) => console.error(line));
  } catch (error) {
    console.error(`No practice editions from ${place.editions.join(" or ")}: ${inOneLine(error)}`);
    return undefined;
  }
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

main();
