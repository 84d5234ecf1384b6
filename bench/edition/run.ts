import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { fromColumns, toColumns, type Columns } from "@impactmonitor/edition/columns";
import { toParquet } from "@impactmonitor/edition/parquet";
import { areaCode, indicatorId, periodCode } from "@impactmonitor/model/id";
import type { Observation } from "@impactmonitor/model/observation";

/**
 * `node --expose-gc bench/edition/run.ts [ROWS]`: what one indicator with many observations costs in an edition: writing,
 * size, and reading it whole, as the site does when it starts. Default 500 000 rows: 342 municipalities and 25 regions,
 * some 14 half-years and nearly 100 categories. The figures are made up and go nowhere.
 */
const wanted = Number(process.argv[2] ?? 500_000);

/** A row of numbers that is the same at each run (Lehmer). */
function* numbers(): Generator<number, never> {
  for (let state = 1; ; state = (state * 48_271) % 2_147_483_647) yield state;
}

function observations(count: number): Observation[] {
  const draw = numbers();
  const areas = Array.from({ length: 367 }, (_, i) => areaCode(`GM${String(i + 1).padStart(4, "0")}`));
  const periods = Array.from({ length: 14 }, (_, i) => periodCode(`${2019 + Math.floor(i / 2)}H${(i % 2) + 1}`));
  const reading = { title: "Made up for a measurement", url: "https://example.org/", published: "2026", primary: true };
  const made: Observation[] = [];
  for (let category = 0; made.length < count; category++)
    for (const area of areas)
      for (const period of periods) {
        if (made.length === count) return made;
        const number = draw.next().value % 5000;
        made.push({
          indicator: indicatorId("reports-received"),
          area,
          period,
          measure: "count",
          breakdown: { "reporter-role": `c${category}` },
          cell: number % 11 === 0 ? { absent: "unspecified" } : { value: number * 5, marks: [] },
          reading,
          row: `figures/veilig-thuis.csv:${made.length + 2}`,
          vintages: [],
        });
      }
  return made;
}

const folder = mkdtempSync(join(tmpdir(), "impactmonitor-bench-"));
const lines: string[] = [];
const tell = (what: string, value: string): void => void lines.push(`| ${what} | ${value} |`);
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
const held = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};
function time<T>(what: string, make: () => T): T {
  const began = performance.now();
  const value = make();
  tell(what, `${((performance.now() - began) / 1000).toFixed(2)} s`);
  return value;
}

try {
  const file = join(folder, "indicator.json");
  {
    const made = observations(wanted);
    const text = time("to columns, as JSON", () => JSON.stringify(toColumns("reports-received", made)));
    writeFileSync(file, text);
    tell("JSON on disk", megabytes(statSync(file).size));
    tell("JSON, gzip", megabytes(gzipSync(text, { level: 6 }).length));
    const parquet = time("to Parquet", () => toParquet(made));
    tell("Parquet on disk", megabytes(parquet.length));
  }
  const before = held();
  const text = time("read from disk", () => readFileSync(file, "utf8"));
  const columns = time("JSON.parse", () => JSON.parse(text) as Columns);
  const read = time("to observations", () => fromColumns(columns));
  const perArea = time("index by area", () => Map.groupBy(read, (it) => it.area));
  tell(`memory for them, ${perArea.size} areas`, megabytes(held() - before));
  console.log(`${read.length} observations; ${cpus().length} cores, Node ${process.versions.node}\n`);
  console.log(`| what | measured |\n| --- | --: |\n${lines.join("\n")}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
