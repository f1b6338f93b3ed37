import { createHash } from "node:crypto";
import { type DocketRun, RunFinding, type RunLine } from "../../model/index.js";
import { whoAndWhen } from "../cases/case-file.js";
import { DocketError, type DocketView, type ShownObject } from "../journal/index.js";

/** Something of a case by its name in it. */
export interface Named<State> {
  id: string;
  version: number;
  state: State;
}

/** The runs of a case in the order in which they were attached, those withdrawn among them. */
export async function runsIn(view: DocketView, of: string): Promise<Named<DocketRun>[]> {
  return named<DocketRun>(await view.objects({ kind: "run", case: of }), of);
}

/** Objects of a case by their names in it, in the order of their numbers. */
export function named<State>(objects: ShownObject[], of: string): Named<State>[] {
  return objects
    .map(({ id, version, state }) => ({ id: id.slice(of.length + 1), version, state: state as State }))
    .sort((left, right) => Number(left.id.slice(1)) - Number(right.id.slice(1)));
}

/** The next name in a case of a run (r1, r2, …) or a decision (d1, d2, …). */
export async function nextName(view: DocketView, of: string, kind: "run" | "decision"): Promise<string> {
  return `${kind[0]}${(await view.objects({ kind, case: of })).length + 1}`;
}

/**
 * A run by its name, such as r1 or CASE/r1.
 *
 * @throws DocketError `not-found` where the case has none of that name, with those that it has
 */
export async function readRun(view: DocketView, of: string, name: string): Promise<Named<DocketRun>> {
  const all = await runsIn(view, of);
  const found = all.find(({ id }) => id === name || `${of}/${id}` === name);
  if (found) return found;
  const expected =
    all.length > 0 ? `Expected one of ${all.map(({ id }) => id).join(", ")}.` : `\`beholden docket attach ${of}\` attaches one.`;
  throw new DocketError("not-found", `case ${of} has no run ${name}. ${expected}`);
}

/** The runs of a case as they are shown. */
export async function runLines(view: DocketView, of: string): Promise<RunLine[]> {
  const all = await runsIn(view, of);
  const lines: RunLine[] = [];
  for (const { id, version, state } of all) {
    const [first] = await view.entries({ object: { kind: "run", id: `${of}/${id}` }, limit: 1 });
    lines.push({ id, version, attached: whoAndWhen(first), newer: newerThan(id, all), ...state });
  }
  return lines;
}

/** The newest run of the same subject that was attached after one and stands; null where there is none. */
export function newerThan(id: string, all: Named<DocketRun>[]): string | null {
  const at = all.findIndex((one) => one.id === id);
  const own = all[at]?.state;
  const later = all.slice(at + 1).filter(({ state }) => !state.withdrawn && state.kind === own?.kind && state.subject === own.subject);
  return later.at(-1)?.id ?? null;
}

/**
 * The result of a run, as it was attached.
 *
 * @throws DocketError `broken` where the store no longer has it as it was
 */
export async function runResult(view: DocketView, { id, state }: Named<DocketRun>): Promise<Uint8Array> {
  return kept(view, id, state.result, "result");
}

/** Every finding of a run. */
export async function runFindings(view: DocketView, { id, state }: Named<DocketRun>): Promise<RunFinding[]> {
  const bytes = await kept(view, id, state.findings.sha256, "list of findings");
  return RunFinding.array().parse(JSON.parse(Buffer.from(bytes).toString("utf8")));
}

async function kept(view: DocketView, id: string, sha256: string, what: string): Promise<Uint8Array> {
  const bytes = await view.file(sha256);
  if (bytes && createHash("sha256").update(bytes).digest("hex") === sha256) return bytes;
  throw new DocketError(
    "broken",
    `the ${what} of run ${id} (${sha256}) is missing from the store, or was changed in it. \`beholden docket verify\` names every such file.`,
  );
}
