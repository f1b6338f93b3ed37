import { type ComparedInput, comparedInputs, type Review } from "../model/index.js";
import type { Subjects } from "./subjects.js";

/** A third review, of the first side with some of its inputs taken from the second: what a controlled comparison needs. */
export interface Rerun {
  /** Inputs as in the second review; all others are as in the first. */
  taken: ComparedInput[];
  review: Review;
}

/** What each combination of inputs gives, by the inputs taken from the second side. */
export interface Outcomes {
  inputs: ComparedInput[];
  of(taken: readonly ComparedInput[]): Subjects | undefined;
}

export function outcomesOf(all: readonly { taken: readonly ComparedInput[]; subjects: Subjects }[], inputs: ComparedInput[]): Outcomes {
  const byName = new Map(all.map(({ taken, subjects }) => [nameOf(taken), subjects]));
  return { inputs, of: (taken) => byName.get(nameOf(taken)) };
}

/** Every choice of some but not all of the inputs: what has to be reviewed again. */
export function combinations(inputs: readonly ComparedInput[]): ComparedInput[][] {
  return subsets(inputs).filter((one) => one.length > 0 && one.length < inputs.length);
}

/** The inputs that something depends on: those with which alone, whatever the others are, it changes. The same in both directions. */
export function inputsBehind(id: string, outcomes: Outcomes): ComparedInput[] {
  return outcomes.inputs.filter((input) =>
    subsets(outcomes.inputs.filter((one) => one !== input)).some(
      (others) => stateOf(id, outcomes.of(others)) !== stateOf(id, outcomes.of([...others, input])),
    ),
  );
}

function stateOf(id: string, subjects: Subjects | undefined): string {
  const subject = subjects?.get(id);
  return subject ? JSON.stringify(subject.fields) : "";
}

function subsets(inputs: readonly ComparedInput[]): ComparedInput[][] {
  const [first, ...others] = inputs;
  if (first === undefined) return [[]];
  return subsets(others).flatMap((one) => [one, [first, ...one]]);
}

function nameOf(taken: readonly ComparedInput[]): string {
  return comparedInputs.filter((one) => taken.includes(one)).join(" ");
}
