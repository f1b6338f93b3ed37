import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  addEvidence,
  attachRun,
  type Docket,
  type Doing,
  editFact,
  openCase,
  proposeDecision,
  readRun,
  recordEvent,
  runFindings,
  stateFact,
  takeQuote,
} from "../docket/index.js";
import { madeRun } from "../docket-run.js";
import { dossier } from "../dossier.js";
import { approve, draft, issue, setOwnTemplate } from "../letters.js";
import { packageRoot } from "../package-root.js";
import { loadReference } from "../reference/load.js";

/** A word that stands in what is restricted, and nowhere else; the provider of the restricted run is another. */
export const planted = /quillwort|selectel/i;
export const restrictedCase = "R-1";

const writer: Doing = { by: "Ana Ruiz", at: "2025-12-01T15:00:00.000Z" };
const approver: Doing = { by: "Bea Holt", at: "2025-12-01T16:00:00.000Z" };
const restricted = "restricted" as const;

/** A case in which there is something of every kind, restricted and not; gives a file of the letter that was issued. */
export async function fillRestrictedCase(docket: Docket): Promise<void> {
  const of = restrictedCase;
  const parties = [{ role: "provider", name: "Acme Cloud Ltd" }];
  await openCase(docket, { id: of, caption: "Acme", kind: "provider-review", procedure: "us-icts", reference: null, parties }, writer);
  for (const [event, on] of [
    ["review-started", "2025-02-11"],
    ["agencies-notified", "2025-02-20"],
    ["determination-proposed", "2025-03-11"],
  ] as const)
    await recordEvent(docket, of, { event, on }, null, writer);

  const text = (words: string) => new TextEncoder().encode(words);
  const secret = { name: "quillwort.txt", bytes: text("Quillwort keeps the keys. Quillwort keeps all."), title: "Quillwort terms" };
  await addEvidence(docket, of, { ...secret, source: "quillwort.example", handling: restricted }, writer);
  await addEvidence(docket, of, { name: "open.txt", bytes: text("Open words stand here."), title: "Open terms" }, writer);
  await takeQuote(docket, of, "e1", { exact: "Quillwort keeps the keys." }, writer);
  await takeQuote(docket, of, "e2", { exact: "Open words", handling: restricted, translation: "Quillwort in other words" }, writer);
  await stateFact(docket, of, { text: "Quillwort holds the keys.", quotes: ["q1"] }, writer);
  await stateFact(docket, of, { text: "Somebody keeps keys.", quotes: ["q2"], handling: "internal" }, writer);
  await stateFact(docket, of, { text: "Quillwort is supposed to know.", quotes: [], handling: restricted }, writer);

  const reference = loadReference();
  const result = { kind: "dossier" as const, dossier: dossier("selectel", { regimes: [], reference, asOf: "2025-12-01" }) };
  await attachRun(docket, of, madeRun(result, { title: "Quillwort dossier", handling: restricted }, []), writer);
  const [finding] = await docket.read(async (view) => runFindings(view, await readRun(view, of, "r1")));
  const proposal = {
    ...{ run: "r1", outcome: "prohibited" as const, on: "2025-12-01", facts: ["f1"], evidence: ["e1"], measures: [], draft: null },
    findings: [finding?.id ?? ""],
  };
  await proposeDecision(docket, of, { ...proposal, title: "Quillwort", handling: restricted, grounds: "Quillwort grounds" }, writer);
  const open = { ...proposal, findings: [], title: "Open determination", handling: "internal" as const, grounds: null };
  await proposeDecision(docket, of, open, writer);
  // The decisions stand on an older state from here on, and their differences tell of what is restricted.
  await editFact(docket, of, "f1", { text: "Quillwort holds all keys." }, "Quillwort said so", writer);

  const fields = {
    ...{ to: "Acme Cloud Ltd", from: "the Office", signer: "A. Clerk" },
    transactions: "(restricted) Quillwort hosting is under review. [event 1]",
  };
  const { letter } = await draft(docket, of, { template: "notice", fields }, writer);
  await approve(docket, of, letter, approver);
  await issue(docket, of, letter, { on: "2025-03-12", service: "by-hand", print: null }, { ...writer, by: "Cleo Marsh" });
  await draft(docket, of, { template: "redacted-release", fields: {}, releaseOf: letter }, writer);
  await draft(docket, of, { template: "notice", fields }, writer);
  const own = readFileSync(join(packageRoot(), "letters", "notice.md"), "utf8");
  const ours = own.replace("id: notice", "id: own-notice").replace("says: Tells a party", "says: Tells Quillwort, a party,");
  await setOwnTemplate(docket, { text: ours, path: "own-notice.md", handling: restricted }, writer);
}
