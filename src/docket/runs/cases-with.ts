import type { CaseLine, DecisionLine, DocketRun, ShownCase } from "../../model/index.js";
import { notesOf, readCaseFile, todayOf } from "../cases/case-file.js";
import { lineAt, lineOn } from "../cases/line.js";
import { decisionLines } from "../decisions/read.js";
import type { DocketView } from "../journal/index.js";
import { type Named, named } from "./read.js";

/** A case that a result was attached to. */
export interface CaseWithResult {
  line: CaseLine;
  run: Named<DocketRun>;
  /** Those that rest on the run. */
  decisions: DecisionLine[];
  notes: readonly ShownCase["notes"][number][];
}

/**
 * The cases that a result belongs to, the newest attachment first; those that it was withdrawn from are not among them.
 *
 * @param result SHA-256 of the bytes of the result; asked for where there is any run at all
 * @param at the moment
 */
export async function casesWith(view: DocketView, result: () => string, at: string): Promise<CaseWithResult[]> {
  const found: CaseWithResult[] = [];
  let wanted: string | undefined;
  for (const shown of await view.objects({ kind: "run" })) {
    const state = shown.state as DocketRun;
    if (state.withdrawn || shown.case === null) continue;
    wanted ??= result();
    if (state.result !== wanted) continue;
    const [run] = named<DocketRun>([shown], shown.case);
    const file = await readCaseFile(view, shown.case);
    const today = todayOf(file, at);
    const decisions = (await decisionLines(view, shown.case)).filter((one) => one.run === run?.id);
    const line = lineOn(lineAt(file, today), today);
    if (run) found.push({ line, run, decisions, notes: await notesOf(view, shown.case) });
  }
  return found.reverse();
}
