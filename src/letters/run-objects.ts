import { type DocketView, decisionsIn, runFindings, runsIn, statusOf } from "../docket/index.js";
import type { DocketDecision, DocketRun, Evidence } from "../model/index.js";
import type { CitedObject } from "./record.js";

/** The attached runs of a case, each finding of them, and its decisions, as what sentences can rest on. */
export async function runObjects(view: DocketView, of: string): Promise<Map<string, CitedObject>> {
  const cited = new Map<string, CitedObject>();
  for (const run of await runsIn(view, of)) {
    const name = `run ${run.id}`;
    const { handling, withdrawn } = run.state;
    const missing = withdrawn && `it was withdrawn: ${withdrawn.why}`;
    cited.set(name, { text: "", evidence: [runSource(name, run.state)], handling, missing });
    for (const { id, title, outcome } of await runFindings(view, run)) {
      const source = { ...runSource(name, run.state), note: `finding ${id}: ${title} (${outcome})` };
      const evidence = [{ ...source, locator: `${source.locator}, finding ${id}` }];
      cited.set(`${name} ${id}`, { text: `${title}: ${outcome}.`, evidence, handling, missing });
    }
  }
  for (const { id, state } of await decisionsIn(view, of)) cited.set(`decision ${id}`, decisionObject(id, state));
  return cited;
}

/** A run by the digest of its result: who has that file can tell that it is the state that is spoken of. */
function runSource(name: string, { title, kind, subject, asOf, tool, result }: DocketRun): Evidence {
  return {
    kind: "reference",
    locator: `${name}, SHA-256 ${result}`,
    title: `${title}: ${kind} of ${subject} as of ${asOf}`,
    publisher: `beholden ${tool}`,
  };
}

/** A decision that nobody approved, or that was taken back, is no source. */
function decisionObject(id: string, decision: DocketDecision): CitedObject {
  const { title, handling, outcome, on, approved, returned, withdrawn } = decision;
  const missing = {
    approved: null,
    proposed: "it is not approved",
    returned: `it was sent back: ${returned?.why}`,
    withdrawn: `it was withdrawn: ${withdrawn?.why}`,
  }[statusOf(decision)];
  const state = approved ? `, on the state ${approved.state}` : "";
  const evidence: Evidence[] = [{ kind: "reference", locator: `decision ${id}${state}`, title: `${title}: ${outcome}, ${on}` }];
  return { text: "", evidence, handling, missing };
}
