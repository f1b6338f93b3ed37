import type { CaseState, DocketDecision, RunOrDecisionDone, StateDifference } from "../../model/index.js";
import type { Doing } from "../cases/change.js";
import type { Docket, DocketError, DocketView } from "../journal/index.js";
import { isOnePerson } from "../people/one-person.js";
import { doneOf } from "../runs/attach.js";
import { readDecision, standingOfDecision, statusOf } from "./read.js";
import { citedStands, entryOf, refused, toldShort } from "./rules.js";
import { countedEntries, snapshotOf, stateOf } from "./state.js";

/**
 * Approves a decision for the state that it was proposed on. Where the case has moved since, it is approved only for the new state, which has to
 * be named: who approves has seen it.
 *
 * @param state the digest of the present state, or its first 12 digits and more, where it is not the one of the proposal
 * @throws DocketError `refused` where who approves is an author of it, where the state moved, or where what it cites no longer stands
 */
export async function approveDecision(
  docket: Docket,
  of: string,
  name: string,
  { state: meant, note = null }: { state?: string | undefined; note?: string | null },
  doing: Doing,
): Promise<RunOrDecisionDone> {
  const asks = { approve: name, case: of, state: meant ?? null, note };
  const appended = await docket.append({ ...doing, asks }, async (view) => {
    const found = await readDecision(view, of, name);
    const { id, state, version } = found;
    const status = statusOf(state);
    if (status !== "proposed")
      throw refused(
        `decision ${id} is ${status}${status === "returned" ? `: ${state.returned?.why} \`beholden docket decision renew ${of} ${id}\` proposes it anew` : ""}.`,
      );
    await refuseAuthor(view, state, doing.by, id, "approved");
    if (state.owner !== undefined && (await isOnePerson(view, state.owner, doing.by)))
      throw refused(`${doing.by} answers for decision ${id}: somebody else has to approve it.`);
    const entries = await countedEntries(view, of);
    const { differences } = await standingOfDecision(view, of, entries, found);
    const now = stateOf(snapshotOf(entries, state, id));
    const moved = now.digest !== state.state.digest;
    if (meant !== undefined && !now.digest.startsWith(meant))
      throw refused(
        `the case is in state ${now.digest}, not in ${meant}. \`beholden docket decision show ${of} ${id}\` shows what is otherwise.`,
      );
    if (moved && meant === undefined) throw movedState(of, id, state.state, now, differences);
    await citedStands(view, of, state);
    const approved = { by: doing.by, at: doing.at, state: now.digest, note, moved };
    return [entryOf(of, id, "decision-approved", { ...state, state: now, approved }, { seen: version, reason: note })];
  });
  return doneOf(appended, of, "decision-approved");
}

/**
 * Sends a proposal back to its author.
 *
 * @throws DocketError `refused` where it is no proposal, or who returns it is its author
 */
export async function returnDecision(docket: Docket, of: string, name: string, why: string, doing: Doing): Promise<RunOrDecisionDone> {
  const appended = await docket.append({ ...doing, asks: { return: name, case: of, why } }, async (view) => {
    const { id, state, version } = await readDecision(view, of, name);
    if (statusOf(state) !== "proposed") throw refused(`decision ${id} is ${statusOf(state)}: only what is proposed can be returned.`);
    await refuseAuthor(view, state, doing.by, id, "returned");
    return [
      entryOf(of, id, "decision-returned", { ...state, returned: { by: doing.by, at: doing.at, why } }, { seen: version, reason: why }),
    ];
  });
  return doneOf(appended, of, "decision-returned");
}

/**
 * Withdraws a decision. What carries it out has to be corrected first: a case cannot stand on what was withdrawn.
 *
 * @throws DocketError `refused` where it was withdrawn before, or an event in force names it
 */
export async function withdrawDecision(docket: Docket, of: string, name: string, why: string, doing: Doing): Promise<RunOrDecisionDone> {
  const appended = await docket.append({ ...doing, asks: { "withdraw-decision": name, case: of, why } }, async (view) => {
    const found = await readDecision(view, of, name);
    const { id, state, version } = found;
    const { status, carriedOut } = await standingOfDecision(view, of, await countedEntries(view, of), found);
    if (status === "withdrawn") throw refused(`decision ${id} was withdrawn before.`);
    if (carriedOut !== null)
      throw refused(
        `event ${carriedOut} carries decision ${id} out. \`beholden docket withdraw ${of} ${carriedOut}\` or \`docket correct\` comes first.`,
      );
    return [
      entryOf(of, id, "decision-withdrawn", { ...state, withdrawn: { by: doing.by, at: doing.at, why } }, { seen: version, reason: why }),
    ];
  });
  return doneOf(appended, of, "decision-withdrawn");
}

async function refuseAuthor(view: DocketView, { authors }: DocketDecision, by: string, id: string, done: string): Promise<void> {
  for (const author of authors) {
    if (!(await isOnePerson(view, author, by))) continue;
    const who = author === by ? by : `${by}, who is ${author},`;
    throw refused(`${who} proposed decision ${id}, and nobody approves what is their own: it is ${done} by somebody else (--by).`);
  }
}

function movedState(of: string, id: string, was: CaseState, now: CaseState, differences: StateDifference[]): DocketError {
  return refused(
    `the case has moved since decision ${id} was proposed (state ${was.digest.slice(0, 12)}, now ${now.digest.slice(0, 12)}): ${toldShort(differences)} Nothing was approved. \`--state ${now.digest.slice(0, 12)}\` approves it for the present state; \`beholden docket decision renew ${of} ${id}\` proposes it anew.`,
  );
}
