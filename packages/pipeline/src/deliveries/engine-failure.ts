/**
 * The engine's own messages quote lines of the file, so they go nowhere: not to a person, a log, or an error that others print.
 */
export class EngineFailure extends Error {}

/**
 * Runs something that reads a delivered file.
 * @returns undefined when the file can't be cut into records
 * @throws EngineFailure when the engine itself stopped: no memory, no space, a bug
 */
export async function whenCut<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const category = /^[A-Z][A-Za-z ]* Error/.exec(error.message)?.[0] ?? "an unknown error";
    // Reading a CSV file fails with "Invalid Input Error" (what it holds) or with these about encoding and sizes.
    if (/^(Invalid Input|Conversion) Error/.test(category)) return undefined;
    // oxlint-disable-next-line preserve-caught-error -- the cause would quote the file
    throw new EngineFailure(`The database engine stopped: ${category}.`);
  }
}
