import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Gives a run of tests a folder of its own for what they write, and takes it away afterwards, whatever they left in it. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "beholden-tests-"));
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
