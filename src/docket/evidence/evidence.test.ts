import { createHash } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { EvidenceItem, Fact, Quote } from "../../model/index.js";
import { openCase } from "../cases/index.js";
import { type Docket, DocketError, openDocket, verifyDocket } from "../journal/index.js";
import { onEachStore } from "../journal/sample-stores.js";
import {
  addEvidence,
  editFact,
  gradeEvidence,
  listEvidence,
  listFacts,
  markEvidence,
  markQuote,
  type NewEvidence,
  openEvidence,
  recheckQuotes,
  stateFact,
  takeEvidenceFile,
  takeQuote,
  withdrawEvidence,
  withdrawFact,
  withdrawQuote,
} from "./index.js";
import { samplePdf, samplePng } from "./sample-files.js";

const opened: Docket[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
});

const doing = { by: "Ana Ruiz", at: "2026-11-27T10:00:00.000Z" };
const sentence = "The operator keeps the keys of every customer in the country.";
const page = (words: string) => `Terms of the service, as they stand today.\n\n${words}\n\nThey end with the agreement and not before.`;

async function newCase(address: string): Promise<Docket> {
  const docket = await openDocket(address, { create: true });
  opened.push(docket);
  await openCase(docket, { id: "A-1", caption: "Acme", kind: "provider-review", procedure: null, reference: null, parties: [] }, doing);
  return docket;
}

const add = (docket: Docket, text: string, more: Partial<NewEvidence> = {}) =>
  addEvidence(docket, "A-1", { name: "terms.txt", bytes: Buffer.from(text), title: "Terms", ...more }, doing);
const quote = (docket: Docket, exact = sentence, more = {}) => takeQuote(docket, "A-1", "e1", { exact, ...more }, doing);
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "nothing was refused",
    (error: unknown) => (error instanceof DocketError ? `${error.code}: ${error.message}` : String(error)),
  );

onEachStore((store) => {
  it("keeps a file with its text, and quotes it on its page", async () => {
    const docket = await newCase(store.newAddress());
    const bytes = samplePdf(["The cover.", "Second page: the parent holds all shares."]);
    const added = await addEvidence(
      docket,
      "A-1",
      { name: "folder/filing.pdf", bytes, title: "Filing", source: "https://example.org/filing" },
      doing,
    );
    expect(EvidenceItem.parse(added.state)).toMatchObject({
      title: "Filing",
      format: "pdf",
      handling: "internal",
      grade: { reliability: null, credibility: null },
      text: { pages: 2, characters: 51 },
      files: [
        { role: "original", name: "filing.pdf", bytes: bytes.length, mediaType: "application/pdf" },
        { role: "text", mediaType: "application/json" },
      ],
    });
    expect(added.id).toBe("A-1/e1");
    const taken = await quote(docket, "the parent holds all shares");
    expect(Quote.parse(taken.state)).toMatchObject({
      evidence: "A-1/e1",
      file: createHash("sha256").update(bytes).digest("hex"),
      place: { page: 2, label: "2", start: 13, end: 40 },
      selector: { exact: "the parent holds all shares", prefix: "Second page: ", suffix: "." },
      handling: "internal",
    });
    const { content, file, head } = await takeEvidenceFile(docket, "A-1", "e1", "original", doing);
    expect([Buffer.from(content).equals(bytes), file.name, head.number]).toEqual([true, "filing.pdf", 5]);
    expect(await verifyDocket(docket)).toMatchObject({ unbroken: true, shown: { agrees: true }, files: { named: 2, faults: [] } });
  });

  it("acts once by a key, and numbers what comes", async () => {
    const docket = await newCase(store.newAddress());
    const twice = () => addEvidence(docket, "A-1", { name: "a.txt", bytes: Buffer.from("x"), title: "X" }, { ...doing, key: "k1" });
    expect([(await twice()).repeated, (await twice()).repeated]).toEqual([false, true]);
    const same = await add(docket, "x", { name: "b.txt" });
    expect([same.id, same.remarks]).toEqual(["A-1/e2", ["The same file is e1 of the case already."]]);
    expect((await docket.read((view) => listEvidence(view, "A-1"))).evidence.map(({ id }) => id)).toEqual(["A-1/e1", "A-1/e2"]);
  });

  it("re-checks quotes in the newest capture, and tells which facts no longer stand", async () => {
    const docket = await newCase(store.newAddress());
    await add(docket, page(sentence));
    await quote(docket);
    await stateFact(docket, "A-1", { text: "The operator holds the keys.", quotes: ["q1"] }, doing);
    expect((await recheckQuotes(docket, "A-1", { quotes: [], record: false }, doing)).checks[0]?.check).toMatchObject({
      outcome: "found",
      against: "A-1/e1",
    });
    await add(docket, page(sentence.replace("operator", "customer")), { replaces: "e1" });
    const { checks, recorded, entries } = await recheckQuotes(docket, "A-1", { quotes: ["q1"], record: true }, doing);
    expect(checks[0]?.check).toMatchObject({ outcome: "changed", against: "A-1/e2", now: sentence.replace("operator", "customer") });
    expect([recorded, entries.length]).toEqual([true, 1]);
    expect((await docket.read((view) => listFacts(view, "A-1"))).facts).toMatchObject([{ id: "A-1/f1", support: "weakened" }]);
    const back = await recheckQuotes(docket, "A-1", { quotes: [], against: "e1", record: true }, doing);
    expect(back.checks[0]?.check.outcome).toBe("found");
    expect((await docket.read((view) => listFacts(view, "A-1"))).facts).toMatchObject([{ support: "quoted" }]);
  });

  it("makes every reading of a restricted file, and everything that is taken out, an entry before anything of it is given", async () => {
    const docket = await newCase(store.newAddress());
    await add(docket, page(sentence), { handling: "restricted" });
    expect((await openEvidence(docket, "A-1", "e1", [1], { ...doing, by: "Ben" })).read).toBe(4);
    expect((await takeEvidenceFile(docket, "A-1", "e1", "text", { ...doing, by: "Ben" })).head.number).toBe(5);
    const reads = (await docket.read((view) => view.entries({ case: "A-1" }))).filter(({ body }) => body.object.kind === "read");
    const text = (await docket.read((view) => listEvidence(view, "A-1"))).evidence[0]?.item.files[1]?.sha256;
    expect(reads.map(({ number, body }) => [number, body.act, body.by, body.after])).toEqual([
      [4, "item-read", "Ben", { item: "evidence e1", handling: "restricted", sha256: null }],
      [5, "exported", "Ben", { item: "evidence e1", handling: "restricted", sha256: text }],
    ]);
    await markEvidence(docket, "A-1", "e1", "internal", "cleared", doing);
    expect((await openEvidence(docket, "A-1", "e1", [], doing)).read).toBeNull();
  });
});

describe("evidence", () => {
  const here = () => newCase(`${process.env.TMPDIR ?? "/tmp"}/evidence-${Math.random()}.db`);

  it("is graded, with what stood there in the record", async () => {
    const docket = await here();
    await add(docket, "x", { grade: { reliability: "B", credibility: null } });
    const { state } = await gradeEvidence(docket, "A-1", "e1", { credibility: "2" }, "two registers agree", doing);
    expect(state).toMatchObject({ grade: { reliability: "B", credibility: "2" } });
    const [entry] = (await docket.read((view) => view.entries({ object: { kind: "evidence", id: "A-1/e1" } }))).slice(-1);
    expect(entry?.body).toMatchObject({ act: "evidence-graded", reason: "two registers agree", before: { grade: { credibility: null } } });
  });

  it("makes its quotes as strict as it is, and lets none be more open", async () => {
    const docket = await here();
    await add(docket, page(sentence), { handling: "business-confidential" });
    expect(await codeOf(quote(docket, sentence, { handling: "internal" }))).toMatch(
      /^refused: e1 is business-confidential: a quote of it cannot be internal/,
    );
    expect((await quote(docket)).state).toMatchObject({ handling: "business-confidential" });
    await quote(docket, "They end with the agreement", { handling: "restricted" });
    expect((await stateFact(docket, "A-1", { text: "A", quotes: ["q1", "q2"] }, doing)).state).toMatchObject({ handling: "restricted" });
    await markEvidence(docket, "A-1", "e1", "internal", null, doing);
    expect(await codeOf(markQuote(docket, "A-1", "q1", "public", null, doing))).toMatch(/^refused: its evidence e1 is internal/);
    await markQuote(docket, "A-1", "q1", "internal", null, doing);
    const stricter = await markEvidence(docket, "A-1", "e1", "restricted", null, doing);
    expect([stricter.entries.length, stricter.remarks]).toEqual([2, ["q1 is restricted with it now."]]);
    const { quotes } = await docket.read((view) => listEvidence(view, "A-1"));
    expect(quotes.map((one) => one.quote.handling)).toEqual(["restricted", "restricted"]);
  });

  it("lists facts without evidence as that, and those that are supposed", async () => {
    const docket = await here();
    await add(docket, page(sentence));
    await quote(docket);
    expect((await stateFact(docket, "A-1", { text: "Nobody says so.", quotes: [] }, doing)).remarks).toEqual([
      expect.stringContaining("no evidence"),
    ]);
    await stateFact(docket, "A-1", { text: "It is given.", quotes: [], supposed: true }, doing);
    const stated = await stateFact(docket, "A-1", { text: "The operator keeps them.", quotes: ["q1", "A-1/q1"] }, doing);
    expect(Fact.parse(stated.state).quotes).toEqual(["A-1/q1"]);
    const of = async () => (await docket.read((view) => listEvidence(view, "A-1"))).withoutEvidence.map(({ id, support }) => [id, support]);
    expect(await of()).toEqual([
      ["A-1/f1", "none"],
      ["A-1/f2", "supposed"],
    ]);
    await editFact(docket, "A-1", "f1", { quotes: ["q1"] }, "found", doing);
    await withdrawFact(docket, "A-1", "f2", "not needed", doing);
    expect(await of()).toEqual([]);
    expect(await codeOf(stateFact(docket, "A-1", { text: "x", quotes: ["q1"], supposed: true }, doing))).toMatch(
      /^refused: a fact that is supposed/,
    );
  });

  it("is not overwritten by whoever changed an older version: both changes are told, and the merged one is saved on the newer", async () => {
    const docket = await here();
    await add(docket, "x", { grade: { reliability: "B", credibility: null } });
    await stateFact(docket, "A-1", { text: "Keys are theirs.", quotes: [] }, doing);
    const versions = async () => {
      const of = (kind: "fact" | "evidence", id: string) => docket.read((view) => view.object(kind, `A-1/${id}`));
      return { fact: (await of("fact", "f1"))?.version ?? 0, item: (await of("evidence", "e1"))?.version ?? 0 };
    };
    const seen = await versions();
    await editFact(docket, "A-1", "f1", { text: "Keys are ours." }, null, { ...doing, seen: seen.fact });
    await gradeEvidence(docket, "A-1", "e1", { credibility: "2" }, null, { ...doing, seen: seen.item });
    const late = { ...doing, by: "Ben Okafor" };
    await expect(
      editFact(docket, "A-1", "f1", { text: "Nobody has keys.", supposed: true }, null, { ...late, seen: seen.fact }),
    ).rejects.toMatchObject({
      conflict: {
        seen: seen.fact,
        theirs: { by: doing.by, state: { text: "Keys are ours." } },
        fields: [
          { path: ["supposed"], from: "mine" },
          { path: ["text"], from: "clash", base: "Keys are theirs.", mine: "Nobody has keys.", theirs: "Keys are ours." },
        ],
      },
    });
    await expect(gradeEvidence(docket, "A-1", "e1", { reliability: "A" }, null, { ...late, seen: seen.item })).rejects.toMatchObject({
      conflict: {
        fields: [
          { path: ["grade", "credibility"], from: "theirs" },
          { path: ["grade", "reliability"], from: "mine" },
        ],
      },
    });
    const now = await versions();
    const merged = await editFact(docket, "A-1", "f1", { text: "Keys are ours.", supposed: true }, null, { ...late, seen: now.fact });
    expect(merged.state).toMatchObject({ text: "Keys are ours.", supposed: true });
    expect(await codeOf(editFact(docket, "A-1", "f1", { text: "x" }, null, { ...late, seen: 1 }))).toMatch(
      /^not-found: f1 of case A-1 has no version 1\./,
    );
  });

  it("is withdrawn only when nothing rests on it, and its number is not used again", async () => {
    const docket = await here();
    await add(docket, page(sentence));
    await quote(docket);
    await stateFact(docket, "A-1", { text: "x", quotes: ["q1"] }, doing);
    expect(await codeOf(withdrawEvidence(docket, "A-1", "e1", "wrong file", doing))).toMatch(/^refused: e1 is quoted by q1/);
    expect(await codeOf(withdrawQuote(docket, "A-1", "q1", "wrong", doing))).toMatch(/^refused: f1 rest on q1/);
    await withdrawFact(docket, "A-1", "f1", "wrong", doing);
    await withdrawQuote(docket, "A-1", "q1", "wrong", doing);
    await withdrawEvidence(docket, "A-1", "e1", "wrong file", doing);
    expect(await codeOf(quote(docket))).toMatch(/^refused: e1 was withdrawn: wrong file/);
    expect((await add(docket, "y")).id).toBe("A-1/e2");
  });

  it("says which places a quote has, and what is wrong with what is asked", async () => {
    const docket = await here();
    await add(docket, `${page(sentence)}\f${page(sentence)}`);
    expect(await codeOf(quote(docket))).toMatch(
      /^refused: .*stands 2 times in e1\. Say which one with --page, --prefix or --suffix: page 1: .*; page 2: /,
    );
    expect((await quote(docket, sentence, { page: 2 })).state).toMatchObject({ place: { page: 2 } });
    expect(await codeOf(quote(docket, "The operator keeps no keys"))).toMatch(/^refused: .*does not stand in e1: not one word may differ/);
    expect(await codeOf(quote(docket, sentence, { page: 3 }))).toMatch(/^invalid: e1 has 2 pages/);
    expect(await codeOf(takeQuote(docket, "A-1", "e9", { exact: "x" }, doing))).toMatch(/^not-found: case A-1 has no piece of evidence e9/);
    expect(await codeOf(addEvidence(docket, "B-1", { name: "a.txt", bytes: Buffer.from("x"), title: "X" }, doing))).toMatch(
      /^not-found: there is no case B-1/,
    );
    expect(await codeOf(add(docket, "x", { name: "a.pdf" }))).toMatch(/^invalid: a\.pdf claims to be a PDF document/);
    await addEvidence(docket, "A-1", { name: "a.png", bytes: samplePng, title: "Picture" }, doing);
    expect(await codeOf(takeQuote(docket, "A-1", "e2", { exact: "x" }, doing))).toMatch(/^refused: e2 has no text \(png\)/);
    expect(await codeOf(takeEvidenceFile(docket, "A-1", "e2", "text", doing))).toMatch(/^not-found: e2 has no text/);
  });

  it("belongs to its case alone", async () => {
    const docket = await here();
    await openCase(docket, { id: "B-1", caption: "Other", kind: "provider-review", procedure: null, reference: null, parties: [] }, doing);
    await add(docket, page(sentence));
    await quote(docket);
    expect(await codeOf(openEvidence(docket, "B-1", "A-1/e1", [], doing))).toMatch(/^not-found/);
    expect(await codeOf(stateFact(docket, "B-1", { text: "x", quotes: ["A-1/q1"] }, doing))).toMatch(/^not-found/);
  });
});
