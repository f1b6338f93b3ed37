import type { EnforcementPlan } from "../../model/index.js";
import { headerLines, oneLine } from "./header.js";

/** What a file says of itself beside what the plan says. */
export interface FileNotes {
  kinds: Parameters<typeof headerLines>[1];
  /** How the file is used, and what it cannot do, a line each. */
  about: readonly string[];
  /** What the file blocks, where the format has no other place to say why. */
  grounds?: readonly Ground[];
  /** Entries that the format cannot express, each with the reason. */
  leftOut?: readonly string[];
}

/** Something that is blocked, why it is the provider's, and by which sources. */
export interface Ground extends Pick<EnforcementPlan["names"][number], "why" | "confidence" | "sources"> {
  value: string;
}

/** The lines that open a file, without the sign that makes them comments. */
export function openingLines(plan: EnforcementPlan, { kinds, about, grounds = [], leftOut = [] }: FileNotes): string[] {
  const why = grounds.map((ground) => `${ground.value}: ${ground.why} (${ground.confidence} confidence; ${ground.sources.join(", ")})`);
  return [
    ...headerLines(plan, kinds),
    "",
    ...about,
    ...listed("Blocked, and why it is the provider's:", why),
    ...listed("Cannot be written in this format, and is not blocked by this file:", leftOut),
  ];
}

/** Lines as comments of the languages that begin one with a number sign. */
export function commented(lines: readonly string[]): string {
  return lines.map((line) => `${`# ${line}`.trimEnd()}\n`).join("");
}

function listed(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", title, ...lines.map((line) => `  ${oneLine(line)}`)];
}
