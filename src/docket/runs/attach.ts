import { DocketRun, type Json, type RunOrDecisionDone } from "../../model/index.js";
import { readCaseFile } from "../cases/case-file.js";
import type { Doing } from "../cases/change.js";
import { checked } from "../cases/checked.js";
import { type Appended, type Docket, DocketError, type NewFile } from "../journal/index.js";
import { nextName, readRun, runsIn } from "./read.js";

/** A run to be attached, with the contents of its files. */
export interface NewRun {
  run: Omit<DocketRun, "withdrawn">;
  contents: NewFile[];
}

/**
 * Attaches a run to a case.
 *
 * @throws DocketError `refused` where its result is attached already
 */
export async function attachRun(docket: Docket, of: string, { run, contents }: NewRun, doing: Doing): Promise<RunOrDecisionDone> {
  const after = checked(DocketRun, { ...run, withdrawn: null }, "a run");
  const asks = { attach: of, run: after } as unknown as Json;
  const appended = await docket.append({ ...doing, asks }, async (view) => {
    await readCaseFile(view, of);
    const there = (await runsIn(view, of)).find(({ state }) => state.result === after.result && !state.withdrawn);
    if (there) throw new DocketError("refused", `this result is attached to case ${of} already, as ${there.id}.`);
    const id = await nextName(view, of, "run");
    return [{ act: "run-attached", case: of, object: { kind: "run", id: `${of}/${id}` }, after: after as Json, seen: 0, files: contents }];
  });
  return doneOf(appended, of, "run-attached");
}

/**
 * Withdraws a run that was attached by mistake, or that is not to be relied on. The journal and the store keep it; decisions on it then stand
 * on an older state.
 *
 * @throws DocketError `refused` where it was withdrawn before
 */
export async function withdrawRun(docket: Docket, of: string, name: string, why: string, doing: Doing): Promise<RunOrDecisionDone> {
  const appended = await docket.append({ ...doing, asks: { "withdraw-run": name, case: of, why } }, async (view) => {
    const { id, state, version } = await readRun(view, of, name);
    if (state.withdrawn) throw new DocketError("refused", `run ${id} was withdrawn by ${state.withdrawn.by} at ${state.withdrawn.at}.`);
    const after = checked(DocketRun, { ...state, withdrawn: { by: doing.by, at: doing.at, why } }, "a run");
    const object = { kind: "run", id: `${of}/${id}` };
    return [{ act: "run-withdrawn", case: of, object, after: after as Json, reason: why, seen: version }];
  });
  return doneOf(appended, of, "run-withdrawn");
}

/** What was done to a run or a decision, by its entries. */
export function doneOf({ entries, repeated, head }: Appended, of: string, did: string): RunOrDecisionDone {
  const last = entries.at(-1)?.body;
  const after = last?.after as { state?: { digest?: string } } | null | undefined;
  return {
    schemaVersion: "1",
    case: of,
    did,
    object: last?.object.id.slice(of.length + 1) ?? "",
    entries: entries.map(({ number }) => number),
    repeated,
    state: after?.state?.digest ?? null,
    head,
  };
}
