import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { buildEditions } from "@impactmonitor/pipeline/build-editions";
import { buildSite } from "../apps/site/build.ts";
import { root } from "../scripts/serve.ts";
import { startSite } from "../scripts/site-process.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the running site, without a slash at its end. */
    site: string;
    /** Folder with the editions that it serves, made from catalogue/ and figures/. */
    editions: string;
  }
}

/** Before all tests of the running site: build it, seal the editions, serve them. Returns how to clear up. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const data = mkdtempSync(join(tmpdir(), "impactmonitor-test-"));
  const editions = join(data, "sealed");
  const built = buildEditions(root, editions);
  if (!built.ok) throw new Error(["The editions can't be built:", ...built.messages].join("\n"));
  if (process.env.IMPACTMONITOR_SITE_IS_BUILT !== "yes") {
    await buildSite();
    process.env.IMPACTMONITOR_SITE_IS_BUILT = "yes";
  }
  const site = await startSite({ data, editions });
  project.provide("site", site.url);
  project.provide("editions", editions);
  return async () => {
    await site.stop();
    rmSync(data, { recursive: true, force: true });
  };
}
