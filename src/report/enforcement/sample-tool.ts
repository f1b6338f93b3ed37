import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Whether a tool is installed, for tests that are skipped by name where it is not. */
export function isInstalled(tool: string): boolean {
  return spawnSync("sh", ["-c", 'command -v "$0"', tool]).status === 0;
}

/** Runs a tool on files of a folder of its own, which is taken away again: its status, and all that it said. */
export function runOn(files: Record<string, string>, command: (folder: string) => string[]): { status: number | null; said: string } {
  const folder = mkdtempSync(join(tmpdir(), "beholden-tool-"));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const [tool = "", ...args] = command(folder);
    const { status, stdout, stderr } = spawnSync(tool, args, { encoding: "utf8", timeout: 60_000, cwd: folder });
    return { status, said: `${stdout}${stderr}` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether rules can be loaded for real, in a network of the test's own that vanishes with it. */
export const hasOwnNetwork = spawnSync("unshare", ["-n", "true"]).status === 0;
