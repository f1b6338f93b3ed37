import { formats } from "../../../src/docket/evidence/formats/registry.js";
import {
  addEvidence,
  addNote,
  addPerson,
  attachRun,
  confirmService,
  correctEvent,
  type Docket,
  dayOf,
  gradeEvidence,
  openCase,
  proposeDecision,
  recordEvent,
  retirePerson,
  stateFact,
  takeQuote,
  withdrawEvidence,
} from "../../../src/docket/index.js";
import { initialDetermination } from "../../../src/docket/sample-case.js";
import { savedRun } from "../../../src/docket-run.js";
import { shippedTemplates } from "../../../src/letters/shipped.js";
import { readTemplate } from "../../../src/letters/template.js";
import { approve, draft, issue, setOwnTemplate } from "../../../src/letters.js";
import type { CaseEntry, Review } from "../../../src/model/index.js";
import { namedActs } from "../../../src/report/docket/record-words.js";
import { plantedEvidence } from "./evidence.js";
import { markOf, payload, plantedAddress, shortPayload } from "./payload.js";

/** The case that everything is planted in, and one of each other procedure. */
export const plantedCase = "P-1";

const text = payload(markOf("docket"));
const short = shortPayload(markOf("docket"));
/** In what people write for letters, brackets name sources and braces name places. */
const written = text.replaceAll(/[[\]{}]/g, "\\$&");

/**
 * Fills a docket with one case in which every field that a person can fill has something planted: events, services, corrections, confirmations, notes,
 * evidence of every kind with quotes and facts, a run, a decision, a letter of every template, an issued one, an own template, people.
 *
 * @param result a planted review, as `beholden review --format json` prints it
 * @returns of each kind of evidence, the id of its item
 */
export async function plantedDocket(docket: Docket, result: Buffer): Promise<Map<string, string>> {
  const at = new Date().toISOString();
  const eve = { by: `Eve ${short}`, at };
  const ben = { by: "Ben Okafor", at };
  const today = dayOf(at, "America/New_York");
  const ago = (days: number) => new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10);
  const more = { by: text, note: text };
  const parties = [
    { role: `provider`, name: `Acme ${text}` },
    { role: short.slice(0, 100), name: text },
  ];
  await openCase(
    docket,
    { id: plantedCase, caption: `Case ${text}`.slice(0, 300), kind: "provider-review", procedure: "us-icts", reference: short, parties },
    eve,
  );
  const happened: CaseEntry[] = [
    { event: "review-started", on: ago(250), ...more },
    { event: "agencies-notified", on: ago(240), ...more, agency: text },
    { event: "determination-proposed", on: ago(220), ...more },
    initialDetermination(ago(190), more),
    { event: "response-received", on: ago(170), ...more, written: true },
    { event: "consideration-started", on: ago(168), ...more },
    { event: "circulation-received", on: ago(150), agency: text, written: true, ...more },
    { event: "notice-of-review", on: ago(149), ...more },
  ];
  for (const entry of happened) await recordEvent(docket, plantedCase, entry, text, eve);
  await correctEvent(docket, plantedCase, 8, { by: text, note: text, on: ago(148) }, text, eve);
  await correctEvent(docket, plantedCase, 8, null, text, eve);
  await confirmService(docket, plantedCase, 4, undefined, text, eve);
  await recordEvent(docket, plantedCase, { event: "office-closed", on: ago(100), note: text }, null, eve);
  await addNote(docket, plantedCase, text, eve);
  for (const procedure of ["own-exposure", "us-cfius", "us-team-telecom", "us-fasc", null])
    await openCase(
      docket,
      {
        caption: `Case ${short}`,
        kind: procedure === "own-exposure" ? "own-exposure" : "provider-review",
        procedure,
        reference: short,
        parties,
      },
      eve,
    );

  const items = await withEvidence(docket, eve);
  const run = savedRun(short, result, { handling: "internal" });
  await attachRun(docket, plantedCase, run, eve);
  const findings = (JSON.parse(result.toString()) as Review).findings.slice(0, 2).map(({ id }) => id);
  const title = { title: `Decision ${short}`, handling: "internal" as const, run: "r1", outcome: "prohibited" as const };
  await proposeDecision(
    docket,
    plantedCase,
    { ...title, findings, facts: ["f1"], evidence: ["e1"], measures: [], grounds: text, draft: null },
    eve,
  );
  await withLetters(docket, eve, ben);
  await addPerson(
    docket,
    { id: "eve", name: `Eve ${short}`, subject: short, email: `eve+${markOf("docket")}@example.org`, roles: ["auditor"] },
    ben,
  );
  await addPerson(docket, { id: "mallory", name: text, subject: `${short}2`, roles: ["auditor"] }, { ...ben, reason: text });
  await retirePerson(docket, "mallory", { ...ben, reason: text });
  await withEveryAct(docket, eve);
  return items;
}

/** Of each act that the record knows, an entry in which all that a person can write is planted, whoever does such a thing otherwise. */
async function withEveryAct(docket: Docket, { by, at }: { by: string; at: string }): Promise<void> {
  const entryOf = (act: string) => ({
    act,
    case: null,
    object: { kind: "planted", id: act },
    after: { text, [short]: [text] },
    reason: text,
  });
  await docket.append({ by, at, asks: "every act" }, async () => namedActs.map(entryOf));
}

async function withEvidence(docket: Docket, doing: { by: string; at: string }): Promise<Map<string, string>> {
  const items = new Map<string, string>();
  const said = { title: text, publisher: text, source: plantedAddress(markOf("docket")), obtained: text, published: null };
  for (const { id } of formats) {
    const done = await addEvidence(docket, plantedCase, { ...(await plantedEvidence(id)), ...said }, doing);
    items.set(id, done.id.slice(done.id.lastIndexOf("/") + 1));
  }
  const of = items.get("text") ?? "";
  await gradeEvidence(docket, plantedCase, of, { reliability: "B", credibility: "2" }, text, doing);
  await takeQuote(
    docket,
    plantedCase,
    of,
    { exact: payload(markOf("evidence text")).split("\u001b")[0] ?? "", translation: text, note: text },
    doing,
  );
  await stateFact(docket, plantedCase, { text: `Fact ${text}`, quotes: ["q1"], note: text }, doing);
  await stateFact(docket, plantedCase, { text: `Fact ${text}`, quotes: [], note: text }, doing);
  const gone = await addEvidence(docket, plantedCase, { ...(await plantedEvidence("text")), ...said, name: "gone.txt" }, doing);
  await withdrawEvidence(docket, plantedCase, gone.id.slice(gone.id.lastIndexOf("/") + 1), text, doing);
  return items;
}

async function withLetters(docket: Docket, eve: { by: string; at: string }, ben: { by: string; at: string }): Promise<void> {
  for (const { id, template } of shippedTemplates()) {
    if (template.front.kind === "redacted-release") continue;
    await draft(docket, plantedCase, { template: id, fields: fieldsOf(template.front.fields) }, eve);
  }
  const demand = {
    ...{ to: written, from: written, signer: written, until: "2027-03-01", sworn: "sworn" },
    ...{ questions: `${written} [instruction]\n\n(public) ${written} [instruction]`, documents: `(public) ${written} [instruction]` },
  };
  const { letter } = await draft(docket, plantedCase, { template: "information-demand", fields: demand }, eve);
  await approve(docket, plantedCase, letter, ben);
  await issue(docket, plantedCase, letter, { print: null }, ben);
  await draft(docket, plantedCase, { template: "redacted-release", fields: {}, releaseOf: letter }, eve);
  const own = plantedTemplate();
  await setOwnTemplate(docket, { text: own, path: "own.md" }, eve);
  await draft(docket, plantedCase, { template: "own", fields: { to: written } }, eve);
}

/** Of each field, what a person could fill in. */
function fieldsOf(
  fields: Readonly<Record<string, { kind?: string | undefined; choices?: readonly string[] | undefined }>>,
): Record<string, string> {
  const filled = Object.entries(fields).map(([name, { kind, choices }]) => {
    if (kind === "day") return [name, "2027-03-01"];
    if (kind === "choice") return [name, choices?.[0] ?? ""];
    return [name, kind === "passages" ? `${written} [statement]` : written];
  });
  return Object.fromEntries(filled) as Record<string, string>;
}

/** A template of a stranger: its title, what it says, what it asks for, and its text are planted. */
function plantedTemplate(): string {
  const quoted = JSON.stringify(text);
  const made = `---
schemaVersion: "1"
id: own
title: ${quoted}
kind: other
says: ${quoted}
handling: public
fields:
  to: { asks: ${quoted}, handling: public }
---
# ${written}

To: {{field.to}} [statement]

## ${written} {#about}

${written} [statement]
`;
  readTemplate(made, "own.md");
  return made;
}
