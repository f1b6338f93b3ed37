import { spawnSync } from "node:child_process";
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
