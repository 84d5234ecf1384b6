/** How long a page takes while pictures are drawn: the one thing that a visitor notices of somebody else's downloads. */
export interface Beside {
  /** Milliseconds, of page requests one after the other. */
  readonly p50: number;
  readonly p99: number;
  readonly longest: number;
  readonly requests: number;
  /** Pictures that came whole meanwhile, and those that were sent away because too many waited. */
  readonly drawn: number;
  readonly busy: number;
}

/**
 * Asks for one page again and again, while `painters` others each ask for one picture after another.
 * @param pictures addresses, none of them asked for before, so that each has to be drawn
 */
export async function measureBeside(
  page: string,
  pictures: readonly string[],
  painters: number,
  seconds: number,
): Promise<Beside> {
  const left = [...pictures];
  const times: number[] = [];
  let [drawn, busy] = [0, 0];
  const end = performance.now() + seconds * 1000;
  const paint = async (): Promise<void> => {
    while (performance.now() < end) {
      const address = left.pop();
      if (address === undefined) return;
      const answer = await fetch(address);
      await answer.arrayBuffer();
      if (answer.status === 200) drawn++;
      if (answer.status === 503) busy++;
    }
  };
  const painting = Array.from({ length: painters }, paint);
  while (performance.now() < end) {
    const began = performance.now();
    await (await fetch(page)).arrayBuffer();
    times.push(performance.now() - began);
    // A page now and then, as visitors do: what is measured is the wait, not how many fit.
    await new Promise((passed) => setTimeout(passed, 5));
  }
  await Promise.all(painting);
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99), longest: at(1), requests: times.length, drawn, busy };
}
