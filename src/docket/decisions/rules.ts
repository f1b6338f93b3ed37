import type { DocketDecision, Json, StateDifference } from "../../model/index.js";
import { DocketError, type DocketView, type NewEntry, type NewFile } from "../journal/index.js";
import { readRun } from "../runs/read.js";
import { openDifferences } from "./differences.js";
import { standsNoMore } from "./state.js";

/** @throws DocketError where a fact, evidence or the run that a decision cites is not there or was withdrawn */
export async function citedStands(view: DocketView, of: string, { run, facts, evidence }: DocketDecision): Promise<void> {
  const { state } = await readRun(view, of, run);
  if (state.withdrawn) throw refused(`run ${run} was withdrawn: ${state.withdrawn.why}.`);
  for (const [kind, names] of [
    ["fact", facts],
    ["evidence", evidence],
  ] as const) {
    for (const name of names) {
      const found = await view.object(kind, `${of}/${name}`);
      if (!found) throw new DocketError("not-found", `case ${of} has no ${kind} ${name}.`);
      if (standsNoMore(found.state as { [key: string]: Json })) throw refused(`${kind} ${name}, which the decision cites, was withdrawn.`);
    }
  }
}

const mostTold = 5;

/** Differences in a refusal, which is no way to read what is restricted. */
export function toldShort(differences: StateDifference[]): string {
  const told = openDifferences(differences, "business-confidential")
    .slice(0, mostTold)
    .map(({ what }) => what);
  const more = differences.length - told.length;
  return `${[...told, ...(more > 0 ? [`${more} more`] : [])].join("; ")}.`;
}

export function entryOf(
  of: string,
  id: string,
  act: string,
  after: DocketDecision,
  { seen, reason, files = [] }: { seen: number; reason: string | null; files?: NewFile[] },
): NewEntry {
  return { act, case: of, object: { kind: "decision", id: `${of}/${id}` }, after: after as unknown as Json, reason, seen, files };
}

export function refused(message: string): DocketError {
  return new DocketError("refused", message);
}
