import type { Path, Step } from "../../../model/index.js";
import { isSource } from "../../sources.js";
import { listed } from "../../words.js";

/** How a step is known: stated by a source or read in an artefact, declared by the subject, or concluded by a rule. */
export type Known = "fact" | "declared" | "inferred";

export const knownWords = { fact: "fact", declared: "declared by the subject", inferred: "inferred" } satisfies Record<Known, string>;

export function knownBy({ evidence }: Pick<Step, "evidence">): Known {
  if (evidence.length > 0 && evidence.every(({ kind }) => kind === "inference")) return "inferred";
  return evidence.length > 0 && evidence.every(({ kind }) => kind === "declaration" || kind === "inference") ? "declared" : "fact";
}

/**
 * What of the data speaks against a path, each a sentence that names its steps: what only the subject says, what no source states, what is a lead, and
 * what rests on sources that nobody has opened. Empty where nothing is recorded against it, which is no proof that nothing does.
 */
export function counterOf({ steps }: Pick<Path, "steps">): string[] {
  const found = doubts.map(({ holds, says }) => ({ says, at: steps.flatMap((step, place) => (holds(step) ? [String(place + 1)] : [])) }));
  return found.flatMap(({ at, says }) => (at.length > 0 ? [says(`${at.length > 1 ? "Steps" : "Step"} ${listed(at)}`, at.length > 1)] : []));
}

const doubts: readonly { holds(step: Step): boolean; says(steps: string, several: boolean): string }[] = [
  {
    holds: (step) => knownBy(step) === "declared",
    says: (steps, several) => `${steps} ${several ? "rest" : "rests"} on what the subject declares: nothing that was read shows it.`,
  },
  {
    holds: (step) => knownBy(step) === "inferred",
    says: (steps, several) => `${steps} ${several ? "are" : "is"} concluded: no source states it.`,
  },
  {
    holds: ({ confidence }) => confidence === "low",
    says: (steps, several) => `${steps} ${several ? "are leads" : "is a lead"}, of low confidence.`,
  },
  {
    holds: ({ evidence }) => evidence.some(isSource) && evidence.every((one) => !isSource(one) || one.retrieved === null),
    says: (steps) => `The sources of ${steps.toLowerCase()} were cited and not opened.`,
  },
];
