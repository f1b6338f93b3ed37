import { execFileSync } from "node:child_process";

/** What `beholden` answers as JSON; the workbench has to tell the same. */
export function commandJson<Answer>(...words: string[]): Answer {
  const text = execFileSync(process.execPath, ["dist/beholden.js", ...words, "--format", "json"], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return JSON.parse(text) as Answer;
}
