import {
  type CaseEntry,
  type DecisionLine,
  type DecisionStanding,
  type DocketDecision,
  type HandlingMark,
  isOpenTo,
  type JournalEntry,
  type ShownDecision,
  type StateDifference,
} from "../../model/index.js";
import { readCaseFile } from "../cases/case-file.js";
import { DocketError, type DocketView } from "../journal/index.js";
import { correctedEntries } from "../reading.js";
import { type Named, named, newerThan, runFindings, runsIn } from "../runs/read.js";
import { differencesBetween, findingDifferences, openDifferences } from "./differences.js";
import { carryingOut, countedEntries, snapshotOf, stateOf } from "./state.js";

/** The decisions of a case in the order in which they were proposed. */
export async function decisionsIn(view: DocketView, of: string): Promise<Named<DocketDecision>[]> {
  return named<DocketDecision>(await view.objects({ kind: "decision", case: of }), of);
}

/**
 * A decision by its name, such as d1 or CASE/d1.
 *
 * @throws DocketError `not-found` where the case has none of that name, with those that it has
 */
export async function readDecision(view: DocketView, of: string, name: string): Promise<Named<DocketDecision>> {
  const all = await decisionsIn(view, of);
  const found = all.find(({ id }) => id === name || `${of}/${id}` === name);
  if (found) return found;
  const expected =
    all.length > 0 ? `Expected one of ${all.map(({ id }) => id).join(", ")}.` : `\`beholden docket decide ${of}\` proposes one.`;
  throw new DocketError("not-found", `case ${of} has no decision ${name}. ${expected}`);
}

/** Every decision of a case, with how it stands to the case as it is now. */
export async function decisionLines(view: DocketView, of: string): Promise<DecisionLine[]> {
  const all = await decisionsIn(view, of);
  if (all.length === 0) return [];
  const entries = await countedEntries(view, of);
  const lines: DecisionLine[] = [];
  for (const one of all) lines.push(await lineOf(view, of, entries, one));
  return lines;
}

/** One decision with the digests of everything in the state that it stands on. */
export async function showDecision(view: DocketView, of: string, name: string): Promise<ShownDecision> {
  await readCaseFile(view, of);
  const found = await readDecision(view, of, name);
  const decision = await lineOf(view, of, await countedEntries(view, of), found);
  const newer = newerThan(found.state.run, await runsIn(view, of));
  return {
    schemaVersion: "1",
    case: of,
    decision,
    state: found.state.state,
    newerRun: newer === null ? null : { run: newer, comparison: null },
    head: await view.head(),
  };
}

async function lineOf(view: DocketView, of: string, entries: readonly JournalEntry[], one: Named<DocketDecision>): Promise<DecisionLine> {
  const { state, ...rest } = one.state;
  const standing = await standingOfDecision(view, of, entries, one);
  return { id: one.id, version: one.version, ...rest, decidedOn: state.digest, standing };
}

/** How a decision stands to the case as some entries of its journal leave it. */
export async function standingOfDecision(
  view: DocketView,
  of: string,
  entries: readonly JournalEntry[],
  { id, state }: Named<DocketDecision>,
): Promise<DecisionStanding> {
  // The entry that first holds this state was made on what the entries before it say.
  const made = entries.find(
    ({ body }) => body.object.id === `${of}/${id}` && body.object.kind === "decision" && stateDigest(body.after) === state.state.digest,
  );
  const then = snapshotOf(
    entries.filter(({ number }) => number < (made?.number ?? 0)),
    state,
    id,
  );
  const now = snapshotOf(entries, state, id);
  const digest = stateOf(now).digest;
  const differences = [...differencesBetween(then, now, state.run), ...(await findingsOtherwise(view, of, state))];
  const events = entries.filter(({ body }) => body.object.kind === "event").map(({ body }) => body.after as CaseEntry);
  const carrying = carryingOut(correctedEntries(events), id);
  return {
    status: statusOf(state),
    current: digest === state.state.digest,
    state: digest,
    differences,
    carriedOut: carrying ? Number(carrying.id) : null,
    reproduced: stateOf(then).digest === state.state.digest,
  };
}

export function statusOf({ withdrawn, returned, approved }: DocketDecision): DecisionStanding["status"] {
  if (withdrawn) return "withdrawn";
  if (approved) return "approved";
  return returned ? "returned" : "proposed";
}

/** How the cited findings stand in the newest later run of the same subject. */
async function findingsOtherwise(view: DocketView, of: string, { run, findings }: DocketDecision): Promise<StateDifference[]> {
  const runs = await runsIn(view, of);
  const newer = newerThan(run, runs);
  const [old, now] = [runs.find(({ id }) => id === run), runs.find(({ id }) => id === newer)];
  if (!old || !now) return [];
  return findingDifferences(findings, await runFindings(view, old), await runFindings(view, now), {
    id: now.id,
    handling: now.state.handling,
  });
}

function stateDigest(after: JournalEntry["body"]["after"]): string | undefined {
  return (after as { state?: { digest?: string } } | null)?.state?.digest;
}

/** Decisions as somebody sees them who sees up to a mark: stricter ones not at all, of the others no words of what is stricter. */
export function openDecisions(decisions: readonly DecisionLine[], upTo: HandlingMark): DecisionLine[] {
  return decisions
    .filter(({ handling }) => isOpenTo(handling, upTo))
    .map((one) => ({ ...one, standing: { ...one.standing, differences: openDifferences(one.standing.differences, upTo) } }));
}
