// Plain JavaScript: it must run on the old Node that it complains about.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Node ${process.versions.node} is too old: Node 22.18 or newer is needed. ` +
      "On Linux (x64) `npm ci` brings Node 24 along by itself; elsewhere install it from https://nodejs.org",
  );
  process.exit(1);
}
