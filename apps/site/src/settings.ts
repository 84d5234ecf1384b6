import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { editionPlaces, type EditionPlace } from "@impactmonitor/edition/served-editions";
import type { EditionKind } from "@impactmonitor/model/edition";

/** What whoever runs the site can set, from the environment. */
export interface Settings {
  /** Folder with `editions/`, `practice/`, `steering/` and `boundaries/`. */
  readonly data: string;
  /** Practice figures come from the data folder only. */
  readonly places: Readonly<Record<EditionKind, EditionPlace>>;
  readonly contact: string;
  /** Where the site is for everybody, without a slash at its end. */
  readonly address?: string;
  readonly keepBytes: number;
  readonly press: PressSettings;
  readonly port: number;
  readonly hostname: string;
}

/** How documents are made: see docs/documents.md. */
export interface PressSettings {
  /** Processes that make documents at the same time, and what each may take of the memory, in bytes. */
  readonly processes: number;
  readonly memory: number;
  /** Documents that may wait for one of them. */
  readonly waiting: number;
  /** Where finished documents are kept, and how many bytes of them. */
  readonly folder: string;
  readonly keepBytes: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** @returns the settings, or one line that says which can't be read and how to mend it */
export function readSettings(env: Environment): Settings | string {
  const data = resolve(env.IMPACTMONITOR_DATA ?? "data");
  const port = Number(env.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    return `PORT is "${env.PORT}"; it must be a number from 0 to 65535, such as 3000.`;
  const keep = Number(env.IMPACTMONITOR_KEEP_MB ?? 24);
  if (!(keep >= 0 && keep <= 100_000))
    return `IMPACTMONITOR_KEEP_MB is "${env.IMPACTMONITOR_KEEP_MB}"; it must be a number of megabytes, such as 24, or 0.`;
  const press = readPress(env, data);
  if (typeof press === "string") return press;
  const address = env.IMPACTMONITOR_ADDRESS?.replace(/\/$/, "");
  if (address !== undefined && !isOrigin(address))
    return `IMPACTMONITOR_ADDRESS is "${env.IMPACTMONITOR_ADDRESS}"; it must be the address of the site, such as https://monitor.example.nl.`;
  return {
    data,
    places: editionPlaces(data, env.IMPACTMONITOR_EDITIONS),
    contact: env.IMPACTMONITOR_CONTACT ?? "contact@example.org",
    ...(address === undefined ? {} : { address }),
    keepBytes: keep * 1_000_000,
    press,
    port,
    hostname: env.HOST ?? "127.0.0.1",
  };
}

function readPress(env: Environment, data: string): PressSettings | string {
  // Pages go first: one process for documents on a small machine, and never more than two without being told.
  const usual = availableParallelism() < 4 ? 1 : 2;
  const numbers = {
    IMPACTMONITOR_PRESS_PROCESSES: { usual, least: 1, most: 64 },
    IMPACTMONITOR_PRESS_MB: { usual: 1200, least: 200, most: 1_000_000 },
    IMPACTMONITOR_PRESS_WAITING: { usual: 60, least: 0, most: 10_000 },
    IMPACTMONITOR_DOCUMENTS_MB: { usual: 500, least: 0, most: 10_000_000 },
  } as const;
  const read = (name: keyof typeof numbers): number => {
    const value = Number(env[name] ?? numbers[name].usual);
    return Number.isInteger(value) && value >= numbers[name].least && value <= numbers[name].most ? value : NaN;
  };
  for (const name of Object.keys(numbers) as (keyof typeof numbers)[])
    if (Number.isNaN(read(name)))
      return `${name} is "${env[name]}"; it must be a whole number from ${numbers[name].least} to ${numbers[name].most}, such as ${numbers[name].usual}.`;
  return {
    processes: read("IMPACTMONITOR_PRESS_PROCESSES"),
    memory: read("IMPACTMONITOR_PRESS_MB") * 1_000_000,
    waiting: read("IMPACTMONITOR_PRESS_WAITING"),
    folder: resolve(env.IMPACTMONITOR_DOCUMENTS ?? join(data, "cache", "documents")),
    keepBytes: read("IMPACTMONITOR_DOCUMENTS_MB") * 1_000_000,
  };
}
/** A scheme and a host, and nothing behind them. */
const isOrigin = (text: string): boolean =>
  /^https?:\/\//.test(text) && URL.canParse(text) && new URL(text).origin === text;
