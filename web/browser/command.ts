import { execFileSync } from "node:child_process";

/** What `beholden` prints. */
export function commandText(...words: string[]): string {
  return execFileSync(process.execPath, ["dist/beholden.js", ...words], { encoding: "utf8", maxBuffer: 1 << 28 });
}

/** What it answers as JSON; the workbench has to tell the same. */
export function commandJson<Answer>(...words: string[]): Answer {
  return JSON.parse(commandText(...words, "--format", "json")) as Answer;
}
