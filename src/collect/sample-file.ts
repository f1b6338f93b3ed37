import type { LeftOut, Problem } from "../model/index.js";
import type { CollectOptions, Findings, Format, InputFile, Seen } from "./format.js";
import { Unreadable } from "./format.js";
import { headBytes } from "./limits.js";

/** A file in memory, for the tests of formats. */
export function sampleFile(path: string, content: string): InputFile {
  return {
    path,
    name: path.slice(path.lastIndexOf("/") + 1).replace(/\.gz$/, ""),
    size: Buffer.byteLength(content),
    head: content.slice(0, headBytes),
    text: async () => content,
    async *lines() {
      let number = 0;
      for (const text of content.replace(/\n$/, "").split("\n")) {
        number += 1;
        yield { number, text };
      }
    },
    async *blocks() {
      if (content !== "") yield { number: 1, bytes: Buffer.from(content.endsWith("\n") ? content : `${content}\n`) };
    },
  };
}

export interface ReadSample {
  seen: Seen[];
  problems: Omit<Problem, "path">[];
  leftOut: Omit<LeftOut, "path">[];
  /** What needs what: `from → to (rule)`, in order. */
  links: string[];
  /** Seen of one kind, as their values, in order. */
  values(kind: Seen["kind"]): string[];
}

/** Lets one format read one file, as collecting does: an `Unreadable` becomes a problem beside what was seen. */
export async function readSample(format: Format, file: InputFile, options: CollectOptions = { ownNetworks: [] }): Promise<ReadSample> {
  const read: ReadSample = {
    seen: [],
    problems: [],
    leftOut: [],
    links: [],
    values: (kind) => read.seen.filter((one) => one.kind === kind).map((one) => one.value),
  };
  const findings: Findings = {
    observe: (seen) => read.seen.push(seen),
    problem: (problem) => read.problems.push(problem),
    leaveOut: (left) => read.leftOut.push(left),
    link: ({ from, to, rule, ifThere }) => read.links.push(`${from} → ${to} (${rule ?? "leads on"}${ifThere ? ", if there" : ""})`),
  };
  try {
    await format.read(file, findings, options);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    read.problems.push(error.problem);
  }
  return read;
}
