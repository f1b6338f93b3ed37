import { z } from "zod";
import type { DocketView } from "../docket/index.js";
import { type Evidence, HandlingMark, Sha256 } from "../model/index.js";
import type { CitedObject } from "./record.js";

/** What letters need of an attached run; the run itself holds more. */
const Run = z.object({
  title: z.string(),
  handling: HandlingMark,
  kind: z.string(),
  subject: z.string(),
  asOf: z.string(),
  tool: z.string(),
  result: Sha256,
  findings: z.object({ sha256: Sha256 }),
  withdrawn: z.object({ why: z.string() }).nullable(),
});
type Run = z.infer<typeof Run>;

const Findings = z.array(z.object({ id: z.string(), title: z.string(), outcome: z.string() }));

/** What letters need of a decision of the case. */
const Decision = z.object({
  title: z.string(),
  handling: HandlingMark,
  outcome: z.string(),
  on: z.string(),
  approved: z.object({ by: z.string(), state: Sha256 }).nullable(),
  returned: z.object({ why: z.string() }).nullable(),
  withdrawn: z.object({ why: z.string() }).nullable(),
});

/** The attached runs of a case, each finding of them, and its decisions, as what sentences can rest on. */
export async function runObjects(view: DocketView, of: string): Promise<Map<string, CitedObject>> {
  const cited = new Map<string, CitedObject>();
  for (const { id, state } of await view.objects({ kind: "run", case: of })) {
    const run = Run.parse(state);
    const name = `run ${shortId(id)}`;
    const missing = run.withdrawn && `it was withdrawn: ${run.withdrawn.why}`;
    cited.set(name, { text: "", evidence: [runSource(name, run)], handling: run.handling, missing });
    for (const finding of await findingsOf(view, run)) {
      const source: Evidence = { ...runSource(name, run), note: `finding ${finding.id}: ${finding.title} (${finding.outcome})` };
      const evidence = [{ ...source, locator: `${source.locator}, finding ${finding.id}` }];
      cited.set(`${name} ${finding.id}`, { text: `${finding.title}: ${finding.outcome}.`, evidence, handling: run.handling, missing });
    }
  }
  for (const { id, state } of await view.objects({ kind: "decision", case: of }))
    cited.set(`decision ${shortId(id)}`, decisionObject(id, Decision.parse(state)));
  return cited;
}

function shortId(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1);
}

/** A run by the digest of its result: who has that file can tell that it is the state that is spoken of. */
function runSource(name: string, { title, kind, subject, asOf, tool, result }: Run): Evidence {
  return {
    kind: "reference",
    locator: `${name}, SHA-256 ${result}`,
    title: `${title}: ${kind} of ${subject} as of ${asOf}`,
    publisher: `beholden ${tool}`,
  };
}

async function findingsOf(view: DocketView, { findings }: Run): Promise<z.infer<typeof Findings>> {
  const content = await view.file(findings.sha256);
  return content ? Findings.parse(JSON.parse(Buffer.from(content).toString("utf8"))) : [];
}

/** A decision that nobody approved, or that was taken back, is no source. */
function decisionObject(
  id: string,
  { title, handling, outcome, on, approved, returned, withdrawn }: z.infer<typeof Decision>,
): CitedObject {
  const gone = (withdrawn && `it was withdrawn: ${withdrawn.why}`) ?? (returned && `it was sent back: ${returned.why}`);
  const missing = gone ?? (approved ? null : "it is not approved");
  const state = approved ? `, on the state ${approved.state}` : "";
  const evidence: Evidence[] = [{ kind: "reference", locator: `decision ${shortId(id)}${state}`, title: `${title}: ${outcome}, ${on}` }];
  return { text: "", evidence, handling, missing };
}
