import { join, resolve } from "node:path";

/** What whoever runs the site can set, from the environment. */
export interface Settings {
  /** Folder with `editions/`, `practice/`, `steering/` and `boundaries/`. */
  readonly data: string;
  /** Folders to look for editions in; the first that holds any is served. */
  readonly editions: readonly string[];
  /** Which of them were withdrawn: one file for each. */
  readonly withdrawn: string;
  /** The same for practice figures, which come from nowhere else. */
  readonly practice: { readonly editions: string; readonly withdrawn: string };
  readonly contact: string;
  readonly keepBytes: number;
  readonly port: number;
  readonly hostname: string;
}

/** @returns the settings, or one line that says which can't be read and how to mend it */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings | string {
  const data = resolve(env.IMPACTMONITOR_DATA ?? "data");
  const port = Number(env.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    return `PORT is "${env.PORT}"; it must be a number from 0 to 65535, such as 3000.`;
  const keep = Number(env.IMPACTMONITOR_KEEP_MB ?? 24);
  if (!(keep >= 0 && keep <= 100_000))
    return `IMPACTMONITOR_KEEP_MB is "${env.IMPACTMONITOR_KEEP_MB}"; it must be a number of megabytes, such as 24, or 0.`;
  return {
    data,
    editions: [
      ...(env.IMPACTMONITOR_EDITIONS === undefined ? [] : [env.IMPACTMONITOR_EDITIONS]),
      join(data, "editions"),
    ],
    withdrawn: join(data, "steering", "withdrawn"),
    practice: {
      editions: join(data, "practice", "editions"),
      withdrawn: join(data, "practice", "steering", "withdrawn"),
    },
    contact: env.IMPACTMONITOR_CONTACT ?? "contact@example.org",
    keepBytes: keep * 1_000_000,
    port,
    hostname: env.HOST ?? "127.0.0.1",
  };
}
