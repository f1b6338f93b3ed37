import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

const start = "beholden-tests-";

/** Gives a run of tests a folder of its own for what they write, and takes it away afterwards, whatever they left in it. */
export default function setup(): () => void {
  // Every project of the run asks for it. Folder within folder would be too long for the socket by which Chromium is held to one profile.
  if (basename(tmpdir()).startsWith(start)) return () => {};
  const folder = mkdtempSync(join(tmpdir(), start));
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
