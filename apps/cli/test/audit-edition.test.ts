import { protectUniverse } from "@impactmonitor/disclosure/protect-universe";
import { afterEach, expect, test, vi } from "vitest";
import {
  derivedFrom,
  formula,
  policyWith,
  primaryOnly,
  sealed,
  smallCatalogue,
} from "../../../packages/pipeline/test/protect/small-monitor.ts";
import { auditCommand } from "../src/disclosure.ts";

afterEach(() => vi.restoreAllMocks());

const catalogue = smallCatalogue();
const derived = derivedFrom(
  [
    { in: "GM0106", half: "2024H1", reporter: "police", n: 120 },
    { in: "GM0114", half: "2024H1", reporter: "police", n: 4 },
  ],
  [formula("reports-received", "count", "melding", { levels: ["vt-region", "municipality"] })],
);
const said = (): string[] => {
  const lines: string[] = [];
  for (const way of ["log", "error"] as const)
    vi.spyOn(console, way).mockImplementation((line: unknown) => void lines.push(String(line)));
  return lines;
};

test("an edition that gives a hidden count away is told which, and is refused", async () => {
  const { edition } = sealed(derived, policyWith({ roundingBase: 1 }), catalogue, primaryOnly);
  const lines = said();
  expect(await auditCommand(["--edition", edition.folder])).toBe(1);
  expect(lines).toContain("melding × GM0114 × 2024H1: is 4");
});

test("a protected edition passes, together with the one before it", async () => {
  const first = sealed(derived, policyWith(), catalogue, protectUniverse);
  const second = sealed(derived, policyWith(), catalogue, protectUniverse, { earlier: [first.edition] });
  const lines = said();
  expect(await auditCommand(["--edition", second.edition.folder, "--earlier", first.edition.folder])).toBe(0);
  expect(lines.at(-1)).toMatch(/ 0 can be narrowed too far\.$/);
});

test("a folder that is no edition is said to be none", async () => {
  const lines = said();
  expect(await auditCommand(["--edition", "/nowhere"])).toBe(2);
  expect(lines).toEqual([expect.stringContaining("no manifest.json")]);
});
