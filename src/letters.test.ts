import { createHash } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import {
  addEvidence,
  ConflictError,
  type Docket,
  editCase,
  openCase,
  openDocket,
  recordEvent,
  stateFact,
  takeQuote,
  verifyDocket,
} from "./docket/index.js";
import { onEachStore } from "./docket/journal/sample-stores.js";
import { approvedNotice, approver, clerk, determinationFields, issuedDetermination, readyCase, writer } from "./letters/sample-letters.js";
import {
  approve,
  checkLetterFile,
  confirm,
  draft,
  edit,
  issue,
  letterFileOf,
  listLetters,
  listTemplates,
  releaseRemovals,
  resetOwnTemplate,
  review,
  setOwnTemplate,
  showLetter,
  showTemplate,
} from "./letters.js";

const opened: Docket[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
});

async function newDocket(address: string): Promise<Docket> {
  const docket = await openDocket(address, { create: true });
  opened.push(docket);
  return docket;
}

const print = null;
const shown = (docket: Docket, of: string, id: string) => docket.read((view) => showLetter(view, of, id, clerk.at));
const fileOf = (docket: Docket, of: string, id: string, form: string) => docket.read((view) => letterFileOf(view, of, id, form));

onEachStore((store) => {
  it("issues a determination in one step: number, files, event, the deadlines that it starts, the head before it", async () => {
    const docket = await newDocket(store.newAddress());
    const of = await readyCase(docket);
    const { letter, missing } = await draft(docket, of, { template: "initial-determination", fields: { proposal: "mitigate" } }, writer);
    // To, terms, scope, nexus, risk, basis and who signs.
    expect(missing).toHaveLength(7);
    await expect(approve(docket, of, letter, approver)).rejects.toThrow(/not complete. Missing:\n(.*\n)*.*basis: the factual basis/);
    await edit(docket, of, letter, determinationFields, { ...writer, reason: null });
    await expect(issue(docket, of, letter, { on: "2025-04-01", service: "by-hand", print }, clerk)).rejects.toThrow("is not approved");
    await approve(docket, of, letter, approver);
    const before = await docket.read((view) => view.head());
    await expect(issue(docket, of, letter, { on: "2025-04-01", print }, clerk)).rejects.toThrow("how the letter is served is not said");
    // 11 March and 21 days: 1 April.
    await expect(issue(docket, of, letter, { on: "2025-03-31", service: "by-hand", print }, clerk)).rejects.toThrow("791.105(b)(2)");
    expect(await docket.read((view) => view.head())).toEqual(before);
    const made = await issue(docket, of, letter, { on: "2025-04-01", service: "by-hand", print }, { ...clerk, key: "once" });
    expect(made.issued).toMatchObject({
      number: "L-2025-0001",
      on: "2025-04-01",
      service: "by-hand",
      event: 4,
      head: before,
      by: "Cleo Marsh",
    });
    // 1 April and 30 days: 1 May. 1 April and 180 days: 28 September.
    expect(made.issued?.deadlines.map(({ key, due }) => [key, due])).toEqual([
      ["response", "2025-05-01"],
      ["final-determination", "2025-09-28"],
    ]);
    expect(made.files.map(({ name }) => name)).toEqual(["L-2025-0001.json", "L-2025-0001.md", "L-2025-0001.html", "L-2025-0001.docx"]);
    const words = Buffer.from((await fileOf(docket, of, letter, "md")).content).toString("utf8");
    for (const text of [
      "L-2025-0001",
      before.digest,
      `entry ${before.number} was the newest`,
      made.issued?.content ?? "?",
      "2025-05-01",
      "15 CFR 791.107",
    ])
      expect(words).toContain(text);
    expect(await verifyDocket(docket, [before.digest])).toMatchObject({ unbroken: true, heads: [{ number: before.number }] });
    // Asked again with the same key, it is done once.
    const again = await issue(docket, of, letter, { on: "2025-04-01", service: "by-hand", print }, { ...clerk, key: "once" });
    expect(again).toMatchObject({ repeated: true, entries: made.entries, issued: made.issued });
    expect((await docket.read((view) => listLetters(view, of))).letters).toMatchObject([
      { id: "l1", number: "L-2025-0001", status: "issued" },
    ]);
  });

  it("never changes what was issued, and tells a file that is exactly that from any other", async () => {
    const docket = await newDocket(store.newAddress());
    const of = await readyCase(docket);
    const id = await issuedDetermination(docket, of);
    for (const change of [
      () => edit(docket, of, id, { to: "Somebody else" }, { ...writer, reason: null }),
      () => approve(docket, of, id, approver),
      () => review(docket, of, id, { verdict: "changes", note: null }, approver),
      () => issue(docket, of, id, { on: "2025-04-01", service: "by-hand", print }, clerk),
    ])
      await expect(change()).rejects.toThrow("was issued as L-2025-0001");
    const { issued, files } = await shown(docket, of, id);
    for (const form of ["json", "md", "html", "docx"]) {
      const { content, file } = await fileOf(docket, of, id, form);
      expect(createHash("sha256").update(content).digest("hex")).toBe(file.sha256);
      const check = await docket.read((view) => checkLetterFile(view, "x", content));
      expect(check.issued).toMatchObject([{ case: of, letter: id, number: issued?.number, form }]);
      const other = Uint8Array.from(content);
      other[other.length - 1] = (other.at(-1) ?? 0) ^ 1;
      expect((await docket.read((view) => checkLetterFile(view, "x", other))).issued).toEqual([]);
    }
    expect(new Set(files.map(({ role }) => role))).toEqual(new Set(["template", "approved", "json", "md", "html", "docx"]));
    // The record goes on; the letter says what it said.
    await recordEvent(docket, of, { event: "response-received", on: "2025-04-20" }, null, writer);
    expect((await shown(docket, of, id)).letter.issue).toMatchObject({ number: "L-2025-0001" });
    const { names } = await docket.read((view) => checkLetterFile(view, "x", Buffer.from("as letter L-2025-0001 says")));
    expect(names).toEqual(["L-2025-0001"]);
  });

  it("gives numbers without gap or repeat to letters that are issued at once", async () => {
    const address = store.newAddress();
    const docket = await newDocket(address);
    const cases = [await readyCase(docket), await readyCase(docket)];
    const letters: [string, string][] = [];
    for (const of of cases) for (let count = 0; count < 3; count += 1) letters.push([of, await approvedNotice(docket, of)]);
    // Letters of one case one after the other, two writers beside each other.
    const other = await openDocket(address, { create: false });
    opened.push(other);
    const all = async (writing: Docket, of: string) => {
      for (const [, id] of letters.filter(([one]) => one === of)) await issue(writing, of, id, { on: "2025-06-02", print }, clerk);
    };
    await Promise.all([all(docket, cases[0] ?? ""), all(other, cases[1] ?? "")]);
    const lists = await Promise.all(cases.map((of) => docket.read((view) => listLetters(view, of))));
    const numbers = lists.flatMap(({ letters: one }) => one.map(({ number }) => number)).sort();
    expect(numbers).toEqual(["L-2025-0001", "L-2025-0002", "L-2025-0003", "L-2025-0004", "L-2025-0005", "L-2025-0006"]);
    expect(await verifyDocket(docket)).toMatchObject({ unbroken: true, shown: { agrees: true } });
  }, 60_000);

  it("lets nobody approve what is their own, or what a reviewer wants changed, or issue what no longer says what was approved", async () => {
    const docket = await newDocket(store.newAddress());
    const of = await readyCase(docket);
    const { letter } = await draft(docket, of, { template: "initial-determination", fields: determinationFields }, writer);
    await edit(docket, of, letter, { to: "Acme Cloud Ltd, 2 Main Street" }, { by: "Dan Ivey", at: writer.at, reason: null });
    for (const by of ["Ana Ruiz", "Dan Ivey", " ana  RUIZ "])
      await expect(approve(docket, of, letter, { ...approver, by })).rejects.toThrow("nobody approves what is their own");
    await review(docket, of, letter, { verdict: "changes", note: "name the street" }, { by: "Eve Noll", at: approver.at });
    await expect(approve(docket, of, letter, approver)).rejects.toThrow("asks for changes: name the street");
    await review(docket, of, letter, { verdict: "fit", note: null }, { by: "Eve Noll", at: approver.at });
    expect(await approve(docket, of, letter, approver)).toMatchObject({ status: "approved" });
    // A change by its author takes the approval away.
    expect(await edit(docket, of, letter, { to: "Acme Cloud Ltd, 3 Main Street" }, { ...writer, reason: null })).toMatchObject({
      status: "draft",
    });
    await approve(docket, of, letter, approver);
    await recordEvent(docket, of, { event: "determination-proposed", on: "2025-03-12" }, null, writer);
    await expect(issue(docket, of, letter, { on: "2025-04-02", service: "by-hand", print }, clerk)).rejects.toThrow(
      "no longer says what Bea Holt approved at 2025-12-01T16:00:00.000Z: the record has changed (How the case came here)",
    );
  });

  it("shows mine, theirs and merged where two people fill in fields", async () => {
    const docket = await newDocket(store.newAddress());
    const of = await readyCase(docket);
    const { letter } = await draft(docket, of, { template: "notice", fields: {} }, writer);
    const { version } = await shown(docket, of, letter);
    await edit(docket, of, letter, { to: "Acme" }, { ...writer, reason: null, seen: version });
    const late = edit(docket, of, letter, { from: "the Office" }, { ...approver, reason: null, seen: version });
    await expect(late).rejects.toBeInstanceOf(ConflictError);
    const { conflict } = (await late.catch((error: unknown) => error)) as ConflictError;
    expect(conflict.merged).toMatchObject({ fields: { to: "Acme", from: "the Office" } });
    await expect(edit(docket, of, letter, { to: "It is {{so." }, { ...writer, reason: null })).rejects.toThrow(
      "field to:1:7: braces that do not pair",
    );
    await expect(edit(docket, of, letter, { too: "x" }, { ...writer, reason: null })).rejects.toThrow("has no field too");
  });

  it("keeps templates of its own in the record, and letters keep the template that they were drafted with", async () => {
    const docket = await newDocket(store.newAddress());
    const of = await readyCase(docket);
    const { letter } = await draft(docket, of, { template: "notice", fields: {} }, writer);
    const { text } = await docket.read((view) => showTemplate(view, "notice"));
    await expect(setOwnTemplate(docket, { text: text.replace("{{field.to}}", "{{field.too}}"), path: "mine.md" }, writer)).rejects.toThrow(
      "mine.md:20:5: there is no field too",
    );
    await setOwnTemplate(docket, { text: text.replace("# {{letter.title}}", "# Our notice"), path: "mine.md" }, { ...writer, seen: 0 });
    await expect(setOwnTemplate(docket, { text, path: "mine.md" }, { ...writer, seen: 0 })).rejects.toBeInstanceOf(ConflictError);
    const ours = await draft(docket, of, { template: "notice", fields: {} }, writer);
    expect((await shown(docket, of, ours.letter)).letter.title).toBe("Our notice");
    expect((await shown(docket, of, letter)).letter.title).toBe("Notice of review");
    expect((await docket.read(listTemplates)).templates.find(({ id }) => id === "notice")).toMatchObject({ origin: "docket" });
    await resetOwnTemplate(docket, "notice", writer);
    expect((await docket.read(listTemplates)).templates.find(({ id }) => id === "notice")).toMatchObject({
      origin: "shipped",
      version: null,
    });
    await expect(resetOwnTemplate(docket, "notice", writer)).rejects.toThrow("nothing to reset");
  });

  it("makes a public version that has gone through the same hands", async () => {
    const docket = await newDocket(store.newAddress());
    const of = await readyCase(docket);
    const original = await issuedDetermination(docket, of);
    await expect(draft(docket, of, { template: "redacted-release", fields: {} }, writer)).rejects.toThrow("is made of a letter");
    const { letter } = await draft(
      docket,
      of,
      { template: "redacted-release", fields: { signer: "A. Clerk" }, releaseOf: original },
      writer,
    );
    const { removals, handling } = await docket.read((view) => releaseRemovals(view, of, letter, clerk.at));
    expect(handling).toBe("business-confidential");
    expect(removals).toEqual([
      {
        section: "Factual basis",
        text: "Its revenue of 4.2 million depends on Zebra Holdings.",
        ground: "confidential business information",
        citation: "15 CFR 791.102, 791.109(c)",
        mark: "OLD",
      },
    ]);
    await approve(docket, of, letter, approver);
    // Only the publication of a Final Determination is an event of the procedure.
    const { issued } = await issue(docket, of, letter, { on: "2025-05-05", print }, clerk);
    expect(issued).toMatchObject({ number: "L-2025-0002", handling: "public", event: null });
    const { content } = (await shown(docket, of, original)).issued ?? { content: "?" };
    for (const form of ["json", "md", "html", "docx"]) {
      const text = Buffer.from((await fileOf(docket, of, letter, form)).content).toString("latin1");
      // The digest of the whole would let a guess at what was removed be tried.
      for (const secret of ["Zebra", "4.2 million", content]) expect(text).not.toContain(secret);
    }
    await expect(draft(docket, of, { template: "redacted-release", fields: {}, releaseOf: letter }, writer)).rejects.toThrow(
      "is a public version itself",
    );
  });
});

describe("a public version", () => {
  it("leaves out what repeats a fact of the case that is not public, though the letter marked it as public", async () => {
    const docket = await newDocket(join(mkdtempSync(join(tmpdir(), "letters-")), "docket.db"));
    const of = await readyCase(docket);
    const original = await issuedDetermination(docket, of);
    const fact = { text: "Its region is in Virginia.", quotes: [], supposed: true, handling: "restricted" as const };
    await stateFact(docket, of, fact, writer);
    const asked = { template: "redacted-release", fields: { signer: "A. Clerk" }, releaseOf: original };
    const { letter } = await draft(docket, of, asked, writer);
    expect(JSON.stringify((await shown(docket, of, letter)).letter)).not.toContain("Virginia");
  });
});

describe("an author of a letter", () => {
  it("does not find fit what another one asks to change", async () => {
    const docket = await newDocket(join(mkdtempSync(join(tmpdir(), "letters-")), "docket.db"));
    const of = await readyCase(docket);
    const fields = { to: "Acme Cloud Ltd", from: "the Office", signer: "A. Clerk", transactions: "Hosting is under review. [event 1]" };
    const { letter } = await draft(docket, of, { template: "notice", fields }, writer);
    await review(docket, of, letter, { verdict: "changes", note: "name the street" }, { by: "Eve Noll", at: approver.at });
    const own = { by: "ana  ruiz", at: approver.at };
    await expect(review(docket, of, letter, { verdict: "fit", note: null }, own)).rejects.toThrow("nobody finds fit what is their own");
    await review(docket, of, letter, { verdict: "changes", note: "I know" }, own);
    await expect(approve(docket, of, letter, approver)).rejects.toThrow("asks for changes");
  });
});

describe("a request to issue", () => {
  it("is the same one on the day after, where it names no day", async () => {
    const docket = await newDocket(join(mkdtempSync(join(tmpdir(), "letters-")), "docket.db"));
    const of = await readyCase(docket);
    const letter = await approvedNotice(docket, of);
    const first = await issue(docket, of, letter, { print }, { ...clerk, key: "once" });
    const again = await issue(docket, of, letter, { print }, { ...clerk, at: "2025-12-02T17:00:00.000Z", key: "once" });
    expect(again).toMatchObject({ repeated: true, issued: first.issued });
  });
});

describe("a template", () => {
  it("is not used for a case whose law it does not tell", async () => {
    const docket = await newDocket(join(mkdtempSync(join(tmpdir(), "letters-")), "docket.db"));
    const of = await readyCase(docket);
    await editCase(docket, of, { procedure: "us-cfius" }, { ...writer, reason: null });
    const own = `---
schemaVersion: "1"
id: own
title: Own
kind: notice
says: Own.
procedures: [us-icts]
---
# Own

## Why {#why}

It is so. [statement]
`;
    const { missing } = await draft(docket, of, { file: { text: own, path: "own.md" }, fields: {} }, writer);
    expect(missing).toEqual(["a template for the procedure of the case, us-cfius: own tells the law of us-icts"]);
  });

  it("tells the law of the procedure of the case, and names what is not on file there", async () => {
    const docket = await newDocket(join(mkdtempSync(join(tmpdir(), "letters-")), "docket.db"));
    const parties = [{ name: "Examplia AG", role: "source" }];
    const { id: of } = await openCase(
      docket,
      { caption: "Examplia", kind: "provider-review", procedure: "us-fasc", reference: null, parties },
      writer,
    );
    const given = { to: "Examplia AG", from: "the Office", signer: "A. Clerk", transactions: "It sells software. [statement]" };
    const { letter, missing } = await draft(docket, of, { template: "notice", fields: given }, writer);
    expect(missing).toEqual([
      "Records: [to be completed: the law of which records are to be kept, and for how long: procedure us-fasc has no such law on file. Field law-records takes it, with its provision]",
    ]);
    const words = JSON.stringify((await shown(docket, of, letter)).letter);
    for (const text of [
      "Notice to the source",
      "Foreign ownership alone cannot justify an order.",
      "respond within 30 days",
      "41 CFR 201-1.300(c)",
    ])
      expect(words).toContain(text);
    expect(words).not.toContain("791");
    await edit(docket, of, letter, { "law-records": "Nothing is said of records here. [statement]" }, { ...writer, reason: null });
    await approve(docket, of, letter, approver);
    const { issued } = await issue(docket, of, letter, { on: "2025-06-02", service: "by-hand", print }, clerk);
    // 2 June and 30 days: 2 July. Whether a last day without business moves is not confirmed; it is a Wednesday.
    expect(issued?.deadlines).toMatchObject([{ key: "response", due: "2025-07-02" }]);
    const demand = await draft(docket, of, { template: "information-demand", fields: {} }, writer);
    expect(demand.missing.filter((one) => one.includes("procedure us-fasc has no such law on file"))).toHaveLength(4);
  });

  it("does not say twice what the procedure says", async () => {
    const docket = await newDocket(join(mkdtempSync(join(tmpdir(), "letters-")), "docket.db"));
    const of = await readyCase(docket);
    const fields = { to: "x", from: "y", signer: "z", transactions: "It is so. [event 1]", "law-records": "Burn them. [instruction]" };
    const { missing, letter } = await draft(docket, of, { template: "notice", fields }, writer);
    expect(missing).toEqual(["law-records to be empty: procedure us-icts has its own sentences there"]);
    expect(Object.keys((await shown(docket, of, letter)).asks)).toEqual(["to", "from", "signer", "transactions"]);
  });
});

describe("a period that the law sets", () => {
  it("is not told as calendar days by a section that does not say so", async () => {
    const docket = await newDocket(join(mkdtempSync(join(tmpdir(), "letters-")), "docket.db"));
    const of = await readyCase(docket);
    const { letter } = await draft(docket, of, { template: "initial-determination", fields: {} }, writer);
    const words = JSON.stringify((await shown(docket, of, letter)).letter);
    expect(words).toContain("may respond within 30 days of service");
    expect(words).toContain("within 180 days of service");
    // Of the sections read, 791.105(b)(2) alone says so.
    expect(words.match(/calendar days/g)).toHaveLength(1);
  });
});

describe("a provision that is typed", () => {
  const fieldsWith = (transactions: string) => ({ to: "x", from: "y", signer: "z", transactions });

  it.each([
    ["is one on file", "It is under review. [law 15 CFR 791.103(a); R]", []],
    ["is one on file, written otherwise", "It is under review. [law 15 C.F.R. § 791.103(a)]", []],
    ["is a section of which parts are on file", "It is under review. [law 15 CFR 791.105]", []],
    ["is several on file", "It is under review. [law 15 CFR 791.105(b)(1)-(2), 791.103(a) and 791.107]", []],
    ["is not on file", "It is under review. [law 15 CFR 791.999; R]", ["15 CFR 791.999 is no provision that is on file"]],
    ["is a part that is not on file", "It is so. [law 15 CFR 791.103(z)]", ["15 CFR 791.103(z) is no provision that is on file"]],
    ["is of a subpart that was not read", "It is so. [law 15 CFR 791.316; R]", ["15 CFR 791.316 is no provision that is on file"]],
    ["is several, one of them not on file", "It is so. [law 15 CFR 791.103(a), 791.888]", ["791.888 is no provision that is on file"]],
    ["bears a better mark than on file", "It is so. [law 15 CFR 791.101; R]", ["the mark of 15 CFR 791.101 on file is OLD, and not R"]],
    ["has an event behind it alone", "It is so. [law 15 CFR 791.999] [event 1]", ["15 CFR 791.999 is no provision that is on file"]],
  ])("%s", async (_, transactions, gaps) => {
    const docket = await newDocket(join(mkdtempSync(join(tmpdir(), "letters-")), "docket.db"));
    const of = await readyCase(docket);
    const { missing } = await draft(docket, of, { template: "notice", fields: fieldsWith(transactions) }, writer);
    expect(missing).toEqual(gaps.map((gap) => expect.stringContaining(gap)));
  });

  it("is a source where evidence stands behind it, or a person confirmed it by name", async () => {
    const docket = await newDocket(join(mkdtempSync(join(tmpdir(), "letters-")), "docket.db"));
    const of = await readyCase(docket);
    const words = "Operators keep records for a year. [law 47 CFR 1.999]";
    const { letter, missing } = await draft(docket, of, { template: "notice", fields: fieldsWith(words) }, writer);
    expect(missing).toHaveLength(1);
    await expect(approve(docket, of, letter, approver)).rejects.toThrow("47 CFR 1.999 is no provision that is on file");
    await expect(confirm(docket, of, letter, { citation: "47 CFR 2.1", why: null }, approver)).rejects.toThrow(
      "needs no confirmation of 47 CFR 2.1. Expected one of 47 CFR 1.999.",
    );
    const done = await confirm(docket, of, letter, { citation: "47 CFR § 1.999", why: "read in the eCFR" }, approver);
    expect(done).toMatchObject({ did: "letter-citation-confirmed", missing: [] });
    const { confirmed, letter: now } = await shown(docket, of, letter);
    expect(confirmed).toEqual([{ by: "Bea Holt", at: approver.at, citation: "47 CFR 1.999", why: "read in the eCFR" }]);
    expect(now.notes.find(({ evidence }) => evidence.locator === "47 CFR 1.999")?.evidence.note).toBe(
      "not on file; confirmed by Bea Holt on 2025-12-01: read in the eCFR",
    );
    await approve(docket, of, letter, approver);
    await expect(confirm(docket, of, letter, { citation: "47 CFR 1.999", why: null }, approver)).rejects.toThrow(
      "none that is not on file",
    );

    const { id: quoted } = await quoteOf(docket, of, "Operators keep records for a year.");
    const backed = await draft(docket, of, { template: "notice", fields: fieldsWith(`${words} [quote ${quoted}]`) }, writer);
    expect(backed.missing).toEqual([]);
    expect((await shown(docket, of, backed.letter)).unchecked).toEqual(["47 CFR 1.999"]);
  });
});

async function quoteOf(docket: Docket, of: string, text: string): Promise<{ id: string }> {
  const { id: evidence } = await addEvidence(docket, of, { name: "rule.txt", bytes: Buffer.from(text), title: "A rule" }, writer);
  const { id } = await takeQuote(docket, of, evidence, { exact: text }, writer);
  return { id: id.slice(id.lastIndexOf("/") + 1) };
}

describe("what a sentence rests on", () => {
  it("is a gap where the case has no such thing, or nothing was said", async () => {
    const docket = await newDocket(join(mkdtempSync(join(tmpdir(), "letters-")), "docket.db"));
    const of = await readyCase(docket);
    const { missing } = await draft(
      docket,
      of,
      {
        template: "notice",
        fields: { to: "x", from: "y", signer: "z", transactions: "It is so. [event 9]\n\nNobody says so. It stands. [event 1] And so on." },
      },
      writer,
    );
    expect(missing).toEqual([
      "What is under review: [source missing: case 2025-0001 has no event 9]",
      "What is under review: [source missing: no evidence on file]",
      "What is under review: [source missing: no evidence on file]",
    ]);
  });

  it.each([
    ["a name in capitals", "It belongs to ZTE. It stands. [event 1]"],
    ["a letter that no English word ends with", "It belongs to Nestl\u00e9. It stands. [event 1]"],
    ["a word that begins with such a one", "It is so. \u00dcberlingen lies there. [event 1]"],
    ["a closing quotation mark", "They call it \u201cthe core.\u201d It stands. [event 1]"],
    ["no Latin letters", "\u6570\u636e\u5728\u5883\u5916\u3002\u5b83\u5728\u3002 [event 1]"],
  ])("is not what stands behind the next sentence, past %s", async (_, transactions) => {
    const docket = await newDocket(join(mkdtempSync(join(tmpdir(), "letters-")), "docket.db"));
    const of = await readyCase(docket);
    const { missing } = await draft(docket, of, { template: "notice", fields: { to: "x", from: "y", signer: "z", transactions } }, writer);
    expect(missing).toEqual(["What is under review: [source missing: no evidence on file]"]);
  });

  it("is nothing that is filled into a sentence that tells a fact", async () => {
    const docket = await newDocket(join(mkdtempSync(join(tmpdir(), "letters-")), "docket.db"));
    const of = await readyCase(docket);
    const text = `---
schemaVersion: "1"
id: own
title: Own
kind: notice
says: Own.
fields:
  who: { asks: "who runs it", handling: public }
---
# Own

## Who {#who}

It is run by {{field.who}}.
`;
    const asked = { file: { text, path: "own.md" }, fields: { who: "Acme [statement]" } };
    await expect(draft(docket, of, asked, writer)).rejects.toThrow("field who:1:6: [statement] stands in a line");
  });
});
