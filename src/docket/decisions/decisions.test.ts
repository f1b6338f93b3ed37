import { createHash } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import type { Json } from "../../model/index.js";
import { importCase, writeBundle } from "../bundle/index.js";
import { addNote, correctEvent, editCase, openCase, recordEvent } from "../cases/index.js";
import { type Docket, openDocket } from "../journal/index.js";
import { onEachStore } from "../journal/sample-stores.js";
import { runLines, withdrawRun } from "../runs/index.js";
import { attachSample } from "../runs/sample-run.js";
import { isSamePerson } from "../same-person.js";
import {
  approveDecision,
  decisionLines,
  type Proposal,
  proposeDecision,
  renewDecision,
  returnDecision,
  showDecision,
  withdrawDecision,
} from "./index.js";
import { snapshotOf, stateOf } from "./state.js";

const ana = { by: "Ana Ruiz", at: "2026-11-27T09:30:00.000Z" };
const ben = { by: "Ben Cole", at: "2026-11-27T10:00:00.000Z" };
const of = "A-1";

const proposal: Proposal = {
  ...{ title: "Acme", handling: "internal", run: "r1", outcome: "prohibited", on: "2026-11-27", findings: ["f-one"] },
  ...{ facts: [], evidence: [], measures: [], grounds: "the findings", draft: null },
};

const open: Docket[] = [];
afterEach(async () => {
  for (const docket of open.splice(0)) await docket.close();
});

async function newDocket(address: string): Promise<Docket> {
  const docket = await openDocket(address, { create: true });
  open.push(docket);
  return docket;
}

const first: [string, string][] = [
  ["f-one", "prohibited"],
  ["f-two", "review"],
];

/** A case under the procedure of before 2025 up to the consensus, with a run attached and a decision proposed on it. */
async function proposedCase(address: string): Promise<Docket> {
  const docket = await newDocket(address);
  const parties = [{ role: "provider", name: "Acme Cloud Ltd" }];
  const procedure = "us-icts-before-2025";
  await openCase(docket, { id: of, caption: "Acme", kind: "provider-review", procedure, reference: null, parties }, ana);
  const happened = [
    { event: "referral-received", on: "2026-03-02" },
    { event: "referral-accepted", on: "2026-03-03" },
    { event: "agencies-consulted", on: "2026-03-10" },
    { event: "initial-determination-served", on: "2026-04-01", method: "by-hand", by: "Secretary", signed: true },
    { event: "response-received", on: "2026-04-20" },
    { event: "consensus-sought", on: "2026-05-01" },
    { event: "consensus-reached", on: "2026-05-10" },
  ];
  for (const entry of happened) await recordEvent(docket, of, entry, null, ana);
  await put(docket, "evidence", "e1", evidence);
  await put(docket, "quote", "q1", quote);
  await put(docket, "fact", "f1", fact);
  await attachSample(docket, of, first);
  await proposeDecision(docket, of, proposal, ana);
  return docket;
}

const page = Buffer.from("Acme is owned by Example Holding.");
const digest = createHash("sha256").update(page).digest("hex");
const evidence = {
  ...{ title: "Register", format: "text", source: null, publisher: null, published: null, retrieved: null, obtained: null },
  ...{ grade: { reliability: "B", credibility: "2" }, handling: "internal", replaces: null, text: null, attachments: [], remarks: [] },
  withdrawn: null,
  files: [{ sha256: digest, bytes: page.length, mediaType: "text/plain", name: "register.txt", role: "original" }],
};
const selector = { exact: "owned by Example Holding", prefix: "Acme is ", suffix: "." };
const place = { page: 1, label: "1", start: 8, end: 32 };
const quote = {
  ...{ evidence: "A-1/e1", file: digest, text: digest, selector, place, translation: null, note: null },
  ...{ handling: "internal", checked: null as Json, withdrawn: null },
};
const fact = {
  text: "Example Holding owns Acme",
  quotes: ["A-1/q1"],
  supposed: false,
  handling: "internal",
  note: null,
  withdrawn: null as string | null,
};

async function put(docket: Docket, kind: string, id: string, after: Json): Promise<void> {
  const files = kind === "evidence" ? [{ sha256: digest, content: page }] : [];
  const entry = { act: `${kind}-set`, case: of, object: { kind, id: `${of}/${id}` }, after, files };
  await docket.append({ ...ana, asks: { put: id, after } }, async () => [entry]);
}

const linesOf = (docket: Docket) => docket.read((view) => decisionLines(view, of));
const standingOf = async (docket: Docket) => (await linesOf(docket))[0]?.standing;
const told = async (docket: Docket) => (await standingOf(docket))?.differences.map(({ what }) => what) ?? [];
const final = { event: "final-determination", on: "2026-11-27", by: "Secretary", signed: true, written: true, decision: "d1" };

onEachStore((store) => {
  const start = () => proposedCase(store.newAddress());

  it("is proposed by one person and approved by another, on one state", async () => {
    const docket = await start();
    expect(await standingOf(docket)).toMatchObject({ status: "proposed", current: true, differences: [], reproduced: true });
    for (const name of ["Ana Ruiz", " ana  RUIZ"])
      await expect(approveDecision(docket, of, "d1", {}, { ...ana, by: name })).rejects.toThrow("nobody approves what is their own");
    const approved = await approveDecision(docket, of, "d1", { note: "seen" }, ben);
    const [line] = await linesOf(docket);
    expect(line).toMatchObject({
      approved: { by: "Ben Cole", moved: false, state: approved.state },
      findings: [{ id: "f-one", outcome: "prohibited" }],
      standing: { status: "approved", current: true },
    });
    await expect(approveDecision(docket, of, "d1", {}, ben)).rejects.toThrow("decision d1 is approved");
  });

  it("is not approved where the case moved, unless for the present state", async () => {
    const docket = await start();
    await correctEvent(docket, of, 5, { on: "2026-04-21" }, "the stamp", ana);
    const refusal = await approveDecision(docket, of, "d1", {}, ben).catch((error: Error) => error.message);
    expect(refusal).toContain("event 5 (response-received of 2026-04-20) changed: on is 2026-04-21, was 2026-04-20");
    expect(refusal).toContain("Nothing was approved.");
    const state = (await standingOf(docket))?.state ?? "";
    await expect(approveDecision(docket, of, "d1", { state: "0123456789ab" }, ben)).rejects.toThrow(`the case is in state ${state}`);
    await approveDecision(docket, of, "d1", { state: state.slice(0, 12) }, ben);
    const [line] = await linesOf(docket);
    expect(line).toMatchObject({
      decidedOn: state,
      approved: { moved: true, state },
      standing: { current: true, reproduced: true, differences: [] },
    });
  });

  it("reads decided on an older state once anything that it rests on is otherwise, and tells what", async () => {
    const docket = await start();
    await approveDecision(docket, of, "d1", {}, ben);
    await addNote(docket, of, "a note is no fact", ana);
    await editCase(docket, of, { caption: "Acme Cloud" }, { ...ana, reason: null });
    expect(await standingOf(docket)).toMatchObject({ current: true, differences: [] });

    await editCase(docket, of, { parties: [{ role: "provider", name: "Acme Cloud Inc" }] }, { ...ana, reason: null });
    await correctEvent(docket, of, 5, null, "it was another case's", ana);
    const reference = { edition: "2026-05-30", sha256: "d".repeat(64), imports: [] };
    const newer = { asOf: "2026-06-01", reference, rulePacks: [{ id: "us-icts", sha256: "e".repeat(64) }] };
    const second: [string, string][] = [
      ["f-one", "restricted"],
      ["f-three", "note"],
    ];
    await attachSample(docket, of, second, newer);
    const standing = await standingOf(docket);
    expect(standing?.current).toBe(false);
    expect(standing?.differences.map(({ part, item, change }) => [part, item, change])).toEqual([
      ["parties", "provider: Acme Cloud Ltd", "removed"],
      ["parties", "provider: Acme Cloud Inc", "added"],
      ["events", "5", "removed"],
      ["runs", "r2", "added"],
      ["findings", "f-one", "changed"],
      ["findings", "f-three", "added"],
    ]);
    const words = await told(docket);
    expect(words[2]).toBe("event 5 (response-received of 2026-04-20) was struck out");
    expect(words[3]).toContain("was attached: as of 2026-06-01 (was 2026-03-01)");
    expect(words[3]).toContain("reference edition 2026-05-30 (was 2026-02-20)");
    expect(words[3]).toContain("rules us-icts eeeeeeee (was us-icts bbbbbbbb)");
    expect(words[4]).toBe("finding f-one (Rule f-one) in r2: outcome is restricted, was prohibited");
    expect(words[5]).toBe("finding f-three (Rule f-three) is new in r2: note");
  });

  it("tells that evidence was regraded or withdrawn, that a quote no longer stands, that a fact says something else", async () => {
    const docket = await start();
    const check = { at: ana.at, against: "A-1/e1", file: digest, outcome: "moved", because: "", place, now: null, changes: [] };
    await put(docket, "quote", "q1", { ...quote, checked: check, note: "looked at again" });
    await put(docket, "evidence", "e1", { ...evidence, title: "The register", handling: "restricted" });
    expect(await told(docket)).toEqual([]);
    await put(docket, "evidence", "e1", { ...evidence, grade: { reliability: "D", credibility: "2" } });
    await put(docket, "quote", "q1", { ...quote, checked: { ...check, outcome: "changed" } });
    await put(docket, "fact", "f1", { ...fact, text: "Example Holding owns half of Acme" });
    expect(await told(docket)).toEqual([
      "evidence e1 (Register) changed: grade reliability is D, was B",
      "quote q1 (owned by Example Holding) changed: stands is changed, was as quoted",
      "fact f1 (Example Holding owns half of Acme) changed: text is Example Holding owns half of Acme, was Example Holding owns Acme",
    ]);
    await put(docket, "evidence", "e1", { ...evidence, withdrawn: "forged" });
    await put(docket, "fact", "f1", { ...fact, withdrawn: "wrong" });
    expect((await told(docket))[0]).toBe("evidence e1 (Register) was withdrawn");
    await expect(proposeDecision(docket, of, { ...proposal, facts: ["f1"] }, ana)).rejects.toThrow(
      "fact f1, which the decision cites, was withdrawn",
    );
    await expect(proposeDecision(docket, of, { ...proposal, evidence: ["e1"] }, ana)).rejects.toThrow("evidence e1");
  });

  it("is carried out by an event that names it, and only where it is approved on the present state", async () => {
    const docket = await start();
    await expect(recordEvent(docket, of, final, null, ana)).rejects.toThrow("decision d1 is proposed: only an approved one is carried out");
    await approveDecision(docket, of, "d1", {}, ben);
    await expect(recordEvent(docket, of, { ...final, outcome: "mitigated" }, null, ana)).rejects.toThrow("Expected --outcome prohibited");
    await expect(recordEvent(docket, of, { ...final, on: "2026-11-26" }, null, ana)).rejects.toThrow("it comes before it");
    await expect(recordEvent(docket, of, { ...final, decision: "d7" }, null, ana)).rejects.toThrow(
      "has no decision d7. Expected one of d1",
    );
    const done = await recordEvent(docket, of, final, null, ana);
    expect(done.standing?.state).toBe("PROHIBITED");
    expect(await standingOf(docket)).toMatchObject({ current: true, carriedOut: 8 });
    await expect(withdrawDecision(docket, of, "d1", "no", ana)).rejects.toThrow("event 8 carries decision d1 out");
    await expect(renewDecision(docket, of, "d1", {}, ana)).rejects.toThrow("was carried out by event 8");
    // What the case does from there on is no change of what was decided on; a correction of what came before is.
    await correctEvent(docket, of, 5, { note: "by courier" }, "the envelope", ana);
    expect(await standingOf(docket)).toMatchObject({ current: false, carriedOut: 8, differences: [{ part: "events", item: "5" }] });
  });

  it("is not carried out on an older state; renewed it has another author more, and needs another approval", async () => {
    const docket = await start();
    await approveDecision(docket, of, "d1", {}, ben);
    await correctEvent(docket, of, 5, { on: "2026-04-21" }, "the stamp", ana);
    await expect(recordEvent(docket, of, final, null, ana)).rejects.toThrow("was decided on an older state: event 5");
    await renewDecision(docket, of, "d1", { findings: ["f-one", "f-two"] }, { ...ana, by: "Carla Ng" });
    const [line] = await linesOf(docket);
    expect(line).toMatchObject({ approved: null, authors: ["Ana Ruiz", "Carla Ng"], grounds: "the findings" });
    expect(line?.standing).toMatchObject({ status: "proposed", current: true });
    for (const by of ["Ana Ruiz", "Carla Ng"])
      await expect(approveDecision(docket, of, "d1", {}, { ...ben, by })).rejects.toThrow("their own");
    await approveDecision(docket, of, "d1", {}, ben);
    expect((await recordEvent(docket, of, final, null, ana)).standing?.state).toBe("PROHIBITED");
  });

  it("does not keep a draft that says another outcome", async () => {
    const docket = await start();
    const bytes = Buffer.from("{}");
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const file = { sha256, bytes: 2, mediaType: "application/json", name: "determination.json", role: "draft" };
    await renewDecision(docket, of, "d1", { draft: { file, content: { sha256, content: bytes } } }, ana);
    await renewDecision(docket, of, "d1", { grounds: "the findings, told better" }, ana);
    expect(await linesOf(docket)).toMatchObject([{ draft: sha256 }]);
    await renewDecision(docket, of, "d1", { outcome: "not-prohibited" }, ana);
    expect(await linesOf(docket)).toMatchObject([{ draft: null, outcome: "not-prohibited" }]);
  });

  it("accepts for a time only with an owner, a reason and an end to come, and the owner does not approve it", async () => {
    const docket = await start();
    const carla = { by: "Carla Ng", at: ben.at };
    const accepted = { ...proposal, outcome: "not-prohibited" as const, until: "2027-03-01" };
    await expect(proposeDecision(docket, of, accepted, ana)).rejects.toThrow(/Expected --owner and --why/);
    await expect(proposeDecision(docket, of, { ...accepted, owner: "Ben Cole", grounds: null }, ana)).rejects.toThrow(
      /Expected --owner and --why/,
    );
    await expect(proposeDecision(docket, of, { ...accepted, owner: "Ben Cole", until: "2026-11-26" }, ana)).rejects.toThrow(/before it/);
    await proposeDecision(docket, of, { ...accepted, owner: "Ben Cole" }, ana);
    await expect(approveDecision(docket, of, "d2", {}, { ...ben, by: "ben  cole" })).rejects.toThrow(/answers for decision d2/);
    await approveDecision(docket, of, "d2", {}, carla);
    expect((await linesOf(docket))[1]).toMatchObject({
      until: "2027-03-01",
      owner: "Ben Cole",
      standing: { status: "approved", current: true },
    });
    await attachSample(docket, of, [["f-one", "review"]]);
    expect((await linesOf(docket))[1]?.standing.current).toBe(false);
  });

  it("is returned with grounds, and withdrawn", async () => {
    const docket = await start();
    await expect(returnDecision(docket, of, "d1", "no", ana)).rejects.toThrow("it is returned by somebody else");
    await returnDecision(docket, of, "d1", "f-two is missing", ben);
    await expect(approveDecision(docket, of, "d1", {}, ben)).rejects.toThrow("f-two is missing");
    await renewDecision(docket, of, "d1", { findings: ["f-one", "f-two"] }, ana);
    await withdrawDecision(docket, of, "d1", "another one comes", ana);
    await expect(approveDecision(docket, of, "d1", {}, ben)).rejects.toThrow("decision d1 is withdrawn");
    await expect(renewDecision(docket, of, "d1", {}, ana)).rejects.toThrow("was withdrawn");
  });

  it("rests on runs and findings that are there", async () => {
    const docket = await start();
    const propose = (more: Partial<Proposal>) => proposeDecision(docket, of, { ...proposal, ...more }, ana);
    await expect(propose({ findings: ["f-nine"] })).rejects.toThrow("run r1 has no finding f-nine. It has 2, such as f-one, f-two");
    await expect(propose({ run: "r9" })).rejects.toThrow("has no run r9. Expected one of r1");
    await expect(propose({ findings: [] })).rejects.toThrow("rests on something");
    await expect(propose({ outcome: "permitted-with-measures" })).rejects.toThrow("names them");
    await expect(propose({ facts: ["f9"] })).rejects.toThrow("has no fact f9");
    await expect(propose({ on: "2026-02-28" })).rejects.toThrow("is before 2026-03-01");
    await expect(propose({ on: "2026-12-01" })).rejects.toThrow("today is 2026-11-27");
    await expect(attachSample(docket, of, first)).rejects.toThrow("already, as r1");
    await withdrawRun(docket, of, "r1", "the wrong folder", ana);
    await expect(propose({})).rejects.toThrow("run r1 was withdrawn: the wrong folder");
    const state = (await standingOf(docket))?.state;
    await expect(approveDecision(docket, of, "d1", { state }, ben)).rejects.toThrow("run r1 was withdrawn");
    expect(await told(docket)).toEqual(["run r1 (Review of Acme as of 2026-03-01) was withdrawn"]);
    const [line] = await docket.read((view) => runLines(view, of));
    expect(line).toMatchObject({ id: "r1", withdrawn: { by: "Ana Ruiz" }, newer: null });
  });

  it("acts once by a key", async () => {
    const docket = await start();
    const keyed = { ...ben, key: "approve-1" };
    expect(await approveDecision(docket, of, "d1", {}, keyed)).toMatchObject({ repeated: false, object: "d1" });
    expect(await approveDecision(docket, of, "d1", {}, keyed)).toMatchObject({ repeated: true, object: "d1" });
  });

  it("is the same in another docket, with its state", async () => {
    const docket = await start();
    await approveDecision(docket, of, "d1", {}, ben);
    await correctEvent(docket, of, 5, { on: "2026-04-21" }, "the stamp", ana);
    const path = join(mkdtempSync(join(tmpdir(), "bundle-")), "case.zip");
    await writeBundle(docket, { path, case: of, by: "Ana Ruiz", at: ana.at, version: "0" });
    const other = await newDocket(store.newAddress());
    const another = { id: "B-1", caption: "another", kind: "provider-review", procedure: null, reference: null, parties: [] } as const;
    await openCase(other, { ...another, parties: [] }, ana);
    await importCase(other, { path, by: "Dora Lee", at: ben.at });
    const there = await other.read((view) => showDecision(view, of, "d1"));
    const here = await docket.read((view) => showDecision(view, of, "d1"));
    expect(there.state).toEqual(here.state);
    expect(there.decision.standing).toEqual(here.decision.standing);
    expect(there.decision.standing).toMatchObject({ current: false, reproduced: true, differences: [{ item: "5" }] });
    await expect(approveDecision(other, of, "d1", {}, ben)).rejects.toThrow("is approved");
  });
});

describe("the state of a case", () => {
  it("is its digest by RFC 8785", () => {
    const state = stateOf(snapshotOf([], { run: "r1", findings: [] }, null));
    // printf '{}' | sha256sum
    const empty = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";
    expect(state.parts.filter((one) => one.digest === empty).map(({ part }) => part)).toEqual([
      ...["procedure", "parties", "events", "evidence", "quotes", "facts", "runs"],
    ]);
    // printf 'null' | sha256sum
    const ofNull = "74234e98afe7498fb5daf1f36ac2d78acc339464f950703b8c019892f982b90b";
    expect(state.parts.at(-1)?.items).toEqual({ r1: ofNull });
    const part = createHash("sha256").update(`{"r1":"${ofNull}"}`).digest("hex");
    const others = ["events", "evidence", "facts"].map((one) => `"${one}":"${empty}"`);
    const rest = ["parties", "procedure", "quotes", "runs"].map((one) => `"${one}":"${empty}"`);
    const text = `{"form":"1","parts":{${[...others, `"findings":"${part}"`, ...rest].join(",")}}}`;
    expect(state.digest).toBe(createHash("sha256").update(text).digest("hex"));
  });
});

describe("a person", () => {
  it("is the same however the name is written", () => {
    const name = fc.stringMatching(/^[a-z][a-z .'-]{0,20}$/);
    fc.assert(fc.property(name, (one) => isSamePerson(one, ` ${one.toUpperCase()}\t`)));
    expect(isSamePerson("Zoë", "Zoë")).toBe(true);
    expect(isSamePerson("Ana Ruiz", "Ana Ruis")).toBe(false);
  });

  it.each([
    ["Cyrillic letters", "Ana Ruiz", "\u0410n\u0430 Ruiz"],
    ["a whole name in Cyrillic", "Pope", "\u0420\u043e\u0440\u0435"],
    ["Greek capitals", "ANNA", "\u0391\u039d\u039d\u0391"],
    ["an accent", "Jose Ruiz", "Jos\u00e9 Ruiz"],
    ["what has no width", "Ana Ruiz", "Ana\u200b Ru\u200diz"],
    ["letters of another width", "Ana Ruiz", "\uff21na Ruiz"],
    ["a dotless i", "Ana Ruiz", "Ana Ru\u0131z"],
  ])("is not misled by %s", (_, one, other) => {
    expect(isSamePerson(one, other)).toBe(true);
    expect(isSamePerson(other, one)).toBe(true);
  });

  it("tells people apart whose names only sound alike, in any script", () => {
    for (const [one, other] of [
      ["\u0410\u043d\u043d\u0430", "\u0418\u043d\u043d\u0430"],
      ["\u674e\u660e", "\u674e\u540d"],
      ["Anna", "Hanna"],
      ["user1", "userl"],
    ] as const)
      expect(isSamePerson(one, other)).toBe(false);
  });
});
