import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

// That they run, not how fast: no test depends on the clock.
it.each(["run", "imports", "measures", "ownership", "screen", "impact"])(
  "bench/%s.mjs runs on small data",
  (name) => {
    const { status, stderr } = spawnSync(process.execPath, [join(root, `bench/${name}.mjs`), "--small"], { cwd: root, encoding: "utf8" });
    expect(status, stderr).toBe(0);
  },
  120_000,
);

it.skipIf(!existsSync("/usr/bin/chromium") || !existsSync(join(root, "dist/web/index.html")))(
  "bench/workbench.mjs finds on every screen what it waits for (needs /usr/bin/chromium and a build)",
  () => {
    const asked = [join(root, "bench/workbench.mjs"), "--small"];
    const { status, stdout, stderr } = spawnSync(process.execPath, asked, { cwd: root, encoding: "utf8" });
    expect(stderr).toBe("");
    expect(status, stdout).toBe(0);
  },
  240_000,
);
