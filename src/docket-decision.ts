import { createHash } from "node:crypto";
import {
  type Docket,
  DocketError,
  openDecisions,
  type Proposal,
  partKinds,
  type ReadItem,
  readRun,
  runFindings,
  runLines,
  runResult,
  showDecision,
} from "./docket/index.js";
import { inputsOf, isDraftOf, type RunResult, resultOf } from "./docket-run.js";
import { DeterminationDraft, type HandlingMark, isOpenTo, type Measure, type ShownDecision, type ShownRun } from "./model/index.js";

/**
 * A decision of a case, with how it stands to the case as it is now; where the same subject was reviewed again since, the two reviews are
 * compared, with the cause of every difference.
 */
export async function decisionShown(docket: Docket, of: string, name: string): Promise<ShownDecision> {
  const { shown, before, after } = await docket.read(async (view) => {
    const decision = await showDecision(view, of, name);
    const newer = decision.newerRun?.run;
    const load = async (id: string) => ({ id, result: resultOf(await runResult(view, await readRun(view, of, id))) });
    if (newer === undefined) return { shown: decision };
    return { shown: decision, before: await load(decision.decision.run), after: await load(newer) };
  });
  if (!before || !after || before.result.kind !== "review" || after.result.kind !== "review") return shown;
  const { diff } = await import("./diff.js");
  const comparison = await diff({ name: before.id, saved: before.result.review }, { name: after.id, saved: after.result.review });
  return { ...shown, newerRun: { run: after.id, comparison } };
}

/** A decision as somebody sees it who opens it by its name, and what restricted of it they read. */
export interface OpenedDecision {
  shown: ShownDecision;
  read: ReadItem[];
}

/**
 * Opens a decision for somebody who sees up to a mark: without the words of what is stricter.
 *
 * @returns with it, what of what they read has to become an entry before it is shown
 */
export async function openDecision(docket: Docket, of: string, name: string, upTo: HandlingMark): Promise<OpenedDecision> {
  const whole = await decisionShown(docket, of, name);
  const newer = whole.newerRun?.run;
  const newerMark = newer === undefined ? null : (await docket.read((view) => readRun(view, of, newer))).state.handling;
  const [decision] = openDecisions([whole.decision], upTo);
  const isNewerShown = newerMark !== null && isOpenTo(newerMark, upTo);
  const shown = { ...whole, decision: decision ?? whole.decision, newerRun: isNewerShown ? whole.newerRun : null };
  const told = [
    { item: `decision ${name}`, handling: whole.decision.handling },
    ...(decision?.standing.differences ?? []).map(({ part, item, handling }) => ({ item: `${partKinds[part]} ${item}`, handling })),
    ...(isNewerShown ? [{ item: `run ${newer}`, handling: newerMark }] : []),
  ];
  const read = told
    .filter(({ handling, item }) => handling === "restricted" && !item.endsWith(" withheld"))
    .map((one): ReadItem => ({ act: "item-read", case: of, ...one, sha256: null }));
  return { shown, read: [...new Map(read.map((one) => [one.item, one])).values()] };
}

/** The result of a run of a case. */
export async function resultOfRun(docket: Docket, of: string, name: string): Promise<RunResult> {
  return resultOf(await docket.read(async (view) => runResult(view, await readRun(view, of, name))));
}

/** A run of a case with every file that it read and every finding. */
export async function runShown(docket: Docket, of: string, name: string): Promise<ShownRun> {
  return docket.read(async (view) => {
    const found = await readRun(view, of, name);
    const line = (await runLines(view, of)).find(({ id }) => id === found.id);
    if (!line) throw new Error(`run ${found.id} is not among the runs of its case`);
    const inputs = inputsOf(resultOf(await runResult(view, found)));
    return { schemaVersion: "1", case: of, run: line, inputs, findings: await runFindings(view, found), head: await view.head() };
  });
}

/** What a draft determination says that a decision takes from it, unless it says so itself. */
export interface DraftContent {
  outcome: DeterminationDraft["outcome"];
  on: string;
  findings: string[];
  measures: { id: string; name: string }[];
}

/**
 * Reads a draft of `beholden determination --format json`, which has to be made on the result of the run.
 *
 * @throws DocketError `invalid` for what is no draft, or a draft on something else
 */
export function draftContent(name: string, bytes: Uint8Array, run: string, result: RunResult): DraftContent {
  const read = DeterminationDraft.safeParse(parsed(name, bytes));
  if (!read.success) {
    const [issue] = read.error.issues;
    throw invalid(
      `${name} is no draft of a determination: ${issue?.path.join(".") || "whole"}: ${issue?.message}. Expected the JSON of \`beholden determination --format json\`.`,
    );
  }
  const draft = read.data;
  if (!isDraftOf(draft, result))
    throw invalid(
      `${name} was drafted on another review (${draft.review.sha256}) than the result of run ${run}. \`beholden docket run result\` gives that result, and \`beholden determination --review\` drafts on it.`,
    );
  const findings = [...draft.determination.findings, ...draft.transactions.flatMap((one) => one.findings.map(({ id }) => id))];
  const standing = draft.transactions.flatMap(({ measures }) =>
    measures.filter(({ roles }) => roles.some((role) => role !== "would-lift")),
  );
  const measures =
    draft.outcome === "permitted-with-measures" ? (standing.length > 0 ? standing : draft.transactions.flatMap((one) => one.measures)) : [];
  const byId = new Map(measures.map(({ id, name: words }) => [id, { id, name: words }]));
  return { outcome: draft.outcome, on: draft.on, findings: [...new Set(findings)], measures: [...byId.values()] };
}

/**
 * Measures by their ids in the catalogue.
 *
 * @throws DocketError `not-found` where there is none of an id
 */
export function measuresNamed(ids: readonly string[], catalogue: readonly Measure[]): { id: string; name: string }[] {
  return ids.map((id) => {
    const found = catalogue.find((one) => one.id.toLowerCase() === id.toLowerCase());
    if (found) return { id: found.id, name: found.name };
    const known = catalogue.map((one) => one.id).join(", ");
    throw new DocketError("not-found", `there is no measure ${id}. Expected one of ${known}.`);
  });
}

/** A draft as a file of a decision. */
export function draftFile(bytes: Uint8Array): NonNullable<Proposal["draft"]> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const file = { sha256, bytes: bytes.length, mediaType: "application/json", name: "determination.json", role: "draft" };
  return { file, content: { sha256, content: bytes } };
}

function parsed(name: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString("utf8"));
  } catch (error) {
    throw invalid(`${name} is no JSON: ${error instanceof Error ? error.message : "unreadable"}.`);
  }
}

function invalid(message: string): DocketError {
  return new DocketError("invalid", message);
}
