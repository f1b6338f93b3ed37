import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { RulePack } from "./model/index.js";
import { packOfChange } from "./pack-changes.js";
import { comparePacks, takeInPacks } from "./pack-editions/index.js";
import { partPack } from "./pack-editions/part-pack.js";
import { earlierIcts, icts as now, rulesFolderOf } from "./pack-editions/sample-packs.js";
import { loadReference } from "./reference/load.js";
import { ChangeRefused, changeToDecide, decideChange, referenceChange, referenceChanges } from "./reference-changes.js";
import { review } from "./review.js";
import { openShelf } from "./reviews/shelf.js";
import { builtInPacks, loadRulePacks } from "./rule-packs.js";

const by = { by: "Ana", at: "2026-11-27T10:00:00.000Z", reason: null };
let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), "pack-changes-"));
});

/** A folder of data that knew the earlier pack, and then met what comes with beholden. */
async function updated(): Promise<void> {
  await takeInPacks(data, "2026-10-01", rulesFolderOf(earlierIcts()));
  await takeInPacks(data, "2026-11-27");
}

const inForce = async () => (await loadRulePacks(["us-icts"], data))[0] ?? expect.fail("no pack");
const rulesInForce = async () => (await inForce()).pack.rules.map(({ id, title }) => `${id}: ${title}`);
const titled = (pack: RulePack, id: string) => `${id}: ${pack.rules.find((one) => one.id === id)?.title}`;

describe("a rule pack as a change set", () => {
  it("is noted with nothing before it when a folder first knows it, is in force, and asks nobody for a decision", async () => {
    await takeInPacks(data, "2026-11-27");
    const { packEditions } = await referenceChanges(data);
    const ids = (await builtInPacks()).filter((id) => id !== "us-lists");
    expect(packEditions.map(({ source }) => packOfChange(source))).toEqual(ids);
    for (const one of packEditions) expect(one).toMatchObject({ before: null, open: false, inForce: "after", kind: "rule-pack" });
    expect((await inForce()).sha256).toBe((await loadRulePacks(["us-icts"]))[0]?.sha256);
    const rejecting = decideChange(data, "rules:us-icts", { ...by, state: "rejected", reason: "new" });
    await expect(rejecting).rejects.toThrow(/nothing stood before it/);
  });

  it("tells what another edition adds, changes and leaves out; it is in force at once, and open", async () => {
    await updated();
    const { change, rows, counts, knockOn } = await referenceChange(data, "rules:us-icts", { knockOn: true });
    expect(change).toMatchObject({
      open: true,
      inForce: "after",
      decision: null,
      before: { importedOn: "2026-10-01", records: now.rules.length + (now.criteria?.list.length ?? 0) },
    });
    expect(rows.map(({ party, change: kind, lists }) => [kind, party, lists[0]])).toEqual([
      ["changed", "part:authority", "part"],
      ["changed", `rule:${now.rules[0]?.id}`, "rule"],
      ["added", "rule:tamper", "rule"],
      ["gone", "rule:of-old", "rule"],
    ]);
    expect(rows[1]?.fields).toEqual([{ field: "title", before: "As it was called", after: now.rules[0]?.title }]);
    expect(counts).toMatchObject({ added: 1, changed: 2, gone: 1 });
    expect(knockOn).toEqual([]);
    expect(await rulesInForce()).toContain(titled(now, "tamper"));
    // Noted again, nothing of it changes.
    await takeInPacks(data, "2026-11-28");
    expect((await referenceChange(data, "rules:us-icts")).change).toEqual(change);
  });

  it("is judged by as it was before once it is rejected, and as it is once that is taken back", async () => {
    await updated();
    const reason = "Counsel has not read it";
    expect(await decideChange(data, "rules:us-icts", { ...by, state: "rejected", reason })).toMatchObject({
      inForce: "before",
      open: false,
    });
    expect((await inForce()).pack).toEqual(earlierIcts());
    expect(await decideChange(data, "rules:us-icts", null)).toMatchObject({ inForce: "after", open: true });
    expect((await inForce()).sha256).toBe((await loadRulePacks(["us-icts"]))[0]?.sha256);
  });

  it("is accepted row by row: a rejected rule stands as it stood, one that was left out is there again", async () => {
    await updated();
    const rows = ["rule:of-old", `rule:${now.rules[0]?.id}`];
    const decided = await decideChange(data, "rules:us-icts", { ...by, state: "rejected", reason: "not yet" }, rows);
    expect(decided).toMatchObject({ inForce: "part", open: true, decidedRows: { accepted: 0, rejected: 2 } });
    const told = await rulesInForce();
    expect(told).toEqual(expect.arrayContaining([`${now.rules[0]?.id}: As it was called`, "of-old: A rule of old", titled(now, "tamper")]));
    expect((await inForce()).pack).toMatchObject({ title: `${now.title}, without 2 of its 4 changes`, authority: now.authority });
    // The rest is rejected as a whole: all of it is as it was.
    expect(await decideChange(data, "rules:us-icts", { ...by, state: "rejected", reason: "no" })).toMatchObject({
      inForce: "before",
      open: false,
    });
    expect((await inForce()).pack).toEqual(earlierIcts());
  });

  it("is refused where a row is none of it, and where what is left would not hold together; nothing is decided then", async () => {
    await updated();
    await expect(changeToDecide(data, "rules:us-icts", "rejected", ["rule:nexus-x"])).rejects.toThrow(/no such row/);
    await expect(changeToDecide(data, "rules:no-such", "rejected", [])).rejects.toThrow(ChangeRefused);
    await expect(changeToDecide(data, "rules:../x", null, [])).rejects.toThrow(ChangeRefused);
    const other = mkdtempSync(join(tmpdir(), "pack-changes-"));
    const term = { id: "knowing", citation: "28 CFR 202.230", mark: "S" as const, when: 'deal.knowledge != "none"' };
    const [first, ...rules] = now.rules;
    const resting = { ...now, terms: [term], rules: [{ ...first, when: '"knowing" in terms.met', openWhen: undefined }, ...rules] };
    await takeInPacks(other, "2026-10-01", rulesFolderOf(now));
    await takeInPacks(other, "2026-11-27", rulesFolderOf(JSON.parse(JSON.stringify(resting)) as RulePack));
    await expect(changeToDecide(other, "rules:us-icts", "rejected", ["term:knowing"])).rejects.toThrow(
      /would not hold together: unknown term/,
    );
    expect((await referenceChange(other, "rules:us-icts")).change).toMatchObject({ inForce: "after", decidedRows: { rejected: 0 } });
  });

  it("tells which findings of kept reviews come by it, and judges a review by what is in force", async () => {
    const folder = join(data, "shop");
    mkdirSync(folder);
    writeFileSync(join(folder, "main.tf"), 'resource "alicloud_oss_bucket" "archive" {\n  bucket = "archive"\n}\n');
    const quiet = { ...now, rules: now.rules.map((rule) => ({ ...rule, when: "false", openWhen: undefined, examples: rule.examples })) };
    await takeInPacks(data, "2026-10-01", rulesFolderOf(JSON.parse(JSON.stringify(quiet)) as RulePack));
    await takeInPacks(data, "2026-11-27");
    const made = async () => review([folder], { asOf: "2026-11-20", reference: loadReference(), packs: [await inForce()] });
    const loud = await made();
    expect(loud.findings.length).toBeGreaterThan(0);
    const keeping = {
      origin: { kind: "folder" as const, path: folder },
      kept: "2026-11-20T10:00:00.000Z",
      by: "Ana",
      handling: "internal" as const,
    };
    await openShelf({ data, folder: null }).keep(loud, keeping);
    const { knockOn } = await referenceChange(data, "rules:us-icts", { knockOn: true });
    expect(knockOn?.[0]?.findings.map(({ id, change }) => `${change} ${id}`).sort()).toEqual(
      loud.findings.map(({ id }) => `added finding:${id}`).sort(),
    );
    await decideChange(data, "rules:us-icts", { ...by, state: "rejected", reason: "unread" });
    expect((await made()).findings).toEqual([]);
  }, 60_000);

  it("cannot be judged by a kept edition that was changed by hand", async () => {
    await updated();
    await decideChange(data, "rules:us-icts", { ...by, state: "rejected", reason: "unread" });
    const { path } = (await inForce()) as unknown as { path: string };
    writeFileSync(path, readFileSync(path, "utf8").replace("A rule of old", "A rule of mine"));
    await expect(inForce()).rejects.toThrow(/was changed since it was noted/);
    rmSync(path);
    await expect(inForce()).rejects.toThrow();
  });
});

describe("a pack of which some rows are rejected", () => {
  let earlier: RulePack;
  let rows: string[];
  beforeAll(() => {
    earlier = earlierIcts();
    rows = comparePacks(earlier, now).rows.map(({ party }) => party);
  });

  it("differs from the one before in exactly the others, whichever rows they are", () => {
    fc.assert(
      fc.property(fc.subarray(rows, { minLength: 1, maxLength: rows.length - 1 }), (rejected) => {
        const { pack } = partPack({ before: earlier, after: now, asBefore: new Set(rejected), changes: rows.length });
        const changed = (from: RulePack) =>
          comparePacks(from, pack)
            .rows.map(({ party }) => party)
            .filter((row) => row !== "part:title");
        expect(changed(earlier).sort()).toEqual(rows.filter((row) => !rejected.includes(row)).sort());
        expect(changed(now).sort()).toEqual([...rejected].sort());
      }),
      { numRuns: 14 },
    );
  });
});
