// Every package that package-lock.json speaks of must be described in it, also those for other platforms. npm leaves one out
// without a word when a registry doesn't have it at that moment, and `npm ci` then fails on the next machine that does find it.
// Plain JavaScript: it runs before anything is installed.
import { readFileSync } from "node:fs";

const { packages } = JSON.parse(readFileSync(new URL("../package-lock.json", import.meta.url), "utf8"));
const described = new Set(Object.keys(packages).map((path) => path.split("node_modules/").at(-1)));
const absent = Object.entries(packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
  Object.entries({ ...dependencies, ...optionalDependencies })
    .filter(([name]) => !described.has(name))
    .map(([name, version]) => `${path || "package.json"} needs ${name}@${version}`),
);
if (absent.length > 0) {
  console.error(`package-lock.json does not describe:\n  ${absent.join("\n  ")}`);
  console.error(
    "Choose a version whose packages can all be found, then: rm -rf node_modules package-lock.json && npm install",
  );
  process.exit(1);
}
