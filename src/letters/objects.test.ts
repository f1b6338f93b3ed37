import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { canonicalJson, type Docket, openDocket, sha256 } from "../docket/index.js";
import { draft, showLetter } from "../letters.js";
import type { DocketDecision, DocketRun, Json, RunFinding } from "../model/index.js";
import { readyCase, writer } from "./sample-letters.js";

const opened: Docket[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
});

const content = new TextEncoder().encode("The parent holds the keys.");
const digest = sha256("The parent holds the keys.");
const original = { sha256: digest, bytes: content.length, mediaType: "text/plain", name: "filing.txt", role: "original" };
const evidence = {
  title: "Annual filing",
  format: "text",
  source: "https://filings.example.org/1",
  publisher: "Example Registry",
  published: "2025-01-31",
  retrieved: "2025-02-01",
  obtained: null,
  grade: { reliability: "B", credibility: "2" },
  handling: "internal",
  replaces: null,
  text: null,
  attachments: [],
  remarks: [],
  withdrawn: null,
  files: [original],
};

async function put(docket: Docket, of: string, kind: string, id: string, state: object): Promise<void> {
  const after = state as Json;
  const files = "files" in state ? [{ sha256: digest, content }] : [];
  await docket.append({ ...writer, asks: { kind, id, state: canonicalJson(after) } }, async () => [
    { act: `${kind}-put`, case: of, object: { kind, id: `${of}/${id}` }, after, files },
  ]);
}

async function caseWithFacts(): Promise<{ docket: Docket; of: string }> {
  const docket = await openDocket(join(mkdtempSync(join(tmpdir(), "letters-")), "docket.db"), { create: true });
  opened.push(docket);
  const of = await readyCase(docket);
  const quote = {
    evidence: `${of}/e1`,
    file: digest,
    text: digest,
    selector: { exact: "holds the keys", prefix: "The parent ", suffix: "." },
    place: { page: 1, label: "1", start: 11, end: 25 },
    translation: null,
    note: null,
    handling: "internal",
    checked: null,
    withdrawn: null,
  };
  const fact = {
    text: "The parent holds the keys.",
    quotes: [`${of}/q1`],
    supposed: false,
    handling: "business-confidential",
    note: null,
    withdrawn: null,
  };
  await put(docket, of, "evidence", "e1", evidence);
  await put(docket, of, "quote", "q1", quote);
  const gone = {
    at: writer.at,
    against: `${of}/e1`,
    file: digest,
    outcome: "gone",
    because: "no such words",
    place: null,
    now: null,
    changes: [],
  };
  await put(docket, of, "quote", "q2", { ...quote, checked: gone });
  await put(docket, of, "fact", "f1", fact);
  await put(docket, of, "fact", "f2", { ...fact, quotes: [`${of}/q2`] });
  await put(docket, of, "fact", "f3", { ...fact, quotes: [], supposed: true });
  await put(docket, of, "fact", "f4", { ...fact, quotes: [] });
  return { docket, of };
}

it("a sentence on a fact carries the quote, its page, its file and the stricter mark; a fact without one that stands is a gap", async () => {
  const { docket, of } = await caseWithFacts();
  const transactions = [
    "It holds the keys. [fact f1]",
    "The filing says so. [evidence e1]",
    "So it is. [fact f2]",
    "Let it be. [fact f3]",
    "And so on. [fact f4]",
  ];
  const fields = { to: "x", from: "y", signer: "z", transactions: transactions.map((one) => `(public) ${one}`).join("\n\n") };
  const { letter, missing } = await draft(docket, of, { template: "notice", fields }, writer);
  expect(missing).toEqual([
    "What is under review: [source missing: fact f2: no quote of it stands: the quote is gone: no such words]",
    "What is under review: [source missing: fact f3: it is supposed, without evidence]",
    "What is under review: [source missing: fact f4: it has no quote]",
  ]);
  const shown = await docket.read((view) => showLetter(view, of, letter, writer.at));
  const section = shown.letter.sections.find(({ id }) => id === "review");
  const marks = section?.blocks.slice(2).map((block) => (block.kind === "paragraph" ? block.sentences[0]?.handling : null));
  // The passages say public; what they rest on is not.
  expect(marks).toEqual(["business-confidential", "internal", "business-confidential", "business-confidential", "business-confidential"]);
  expect(shown.letter.notes.map(({ evidence: one }) => one)).toContainEqual({
    kind: "reference",
    locator: `https://filings.example.org/1, evidence e1, SHA-256 ${digest}, graded B2, page 1, quote q1`,
    title: "Annual filing",
    publisher: "Example Registry",
    asOf: "2025-01-31",
    retrieved: "2025-02-01",
    sha256: digest,
    quote: "holds the keys",
  });
});

it("a sentence on a finding of an attached run carries the digest of its result; a decision counts once it is approved", async () => {
  const { docket, of } = await caseWithFacts();
  const finding: RunFinding = {
    id: "us-dsp/x",
    title: "Bulk data",
    outcome: "restricted",
    certainty: null,
    status: "open",
    transaction: null,
    sha256: digest,
  };
  const findings = JSON.stringify([finding]);
  const list = sha256(findings);
  const run: DocketRun = {
    title: "Review",
    handling: "internal",
    kind: "review",
    source: "saved",
    subject: "Acme",
    asOf: "2025-02-01",
    tool: "0.1.0",
    bytesChecked: true,
    reference: { edition: "2025-01-31", sha256: digest, imports: [] },
    rulePacks: [{ id: "us-dsp", sha256: digest }],
    inputs: { files: 0, bytes: 0, sha256: digest, declaration: null },
    determination: "prohibited",
    result: digest,
    findings: { total: 1, byOutcome: { restricted: 1 }, sha256: list },
    withdrawn: null,
    files: [{ sha256: list, bytes: findings.length, mediaType: "application/json", name: "findings.json", role: "findings" }],
  };
  await docket.append({ ...writer, asks: "run" }, async () => [
    {
      act: "run-attached",
      case: of,
      object: { kind: "run", id: `${of}/r1` },
      after: run as unknown as Json,
      files: [{ sha256: list, content: new TextEncoder().encode(findings) }],
    },
  ]);
  const decision: DocketDecision = {
    title: "Decision",
    handling: "internal",
    run: "r1",
    outcome: "prohibited",
    on: "2025-03-01",
    findings: [],
    facts: [],
    evidence: [],
    measures: [],
    grounds: null,
    draft: null,
    state: { form: "1", digest, parts: [] },
    authors: [writer.by],
    proposed: { by: writer.by, at: writer.at },
    approved: null,
    returned: null,
    withdrawn: null,
    files: [original],
  };
  await put(docket, of, "decision", "d1", decision);
  const text = "Data are restricted. [run r1 us-dsp/x]\n\nIt was decided. [decision d1]\n\nIt is so. [run r1 none]";
  const fields = { to: "x", from: "y", signer: "z", transactions: text };
  const { letter, missing } = await draft(docket, of, { template: "notice", fields }, writer);
  expect(missing).toEqual([
    "What is under review: [source missing: decision d1: it is not approved]",
    `What is under review: [source missing: case ${of} has no run r1 none]`,
  ]);
  const { letter: words } = await docket.read((view) => showLetter(view, of, letter, writer.at));
  expect(words.notes.map(({ evidence: one }) => one.locator)).toContain(`run r1, SHA-256 ${digest}, finding us-dsp/x`);
});
