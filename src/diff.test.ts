import { cp, mkdir, mkdtemp, readFile, rename, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { compareReviews } from "./compare/index.js";
import { type DiffSide, diff } from "./diff.js";
import { type Change, type Difference, Review, ReviewComparison } from "./model/index.js";
import { loadReference } from "./reference/load.js";
import { renderComparison } from "./report/compare/report.js";
import { review } from "./review.js";
import type { LoadedPack } from "./review-options.js";
import { loadRulePacks } from "./rule-packs.js";

const reference = loadReference();
const retail = "examples/meridian-retail";
const modelCase = "examples/alibaba-cloud-2022";
const today = "2026-11-23";
let packs: LoadedPack[];

beforeAll(async () => {
  packs = await loadRulePacks([]);
});

const folder = (name: string, path: string, asOf = today): DiffSide => ({ name, paths: [path], options: { asOf, reference, packs } });
const reviewed = (path: string, asOf = today) => review([path], { asOf, reference, packs });
const saved = (name: string, one: Review): DiffSide => ({ name, saved: Review.parse(JSON.parse(JSON.stringify(one))) });

async function copyOf(example: string, change: (folder: string) => Promise<void> = async () => undefined): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), "beholden-diff-"));
  await cp(example, copy, { recursive: true });
  await change(copy);
  return copy;
}

async function edit(file: string, change: (text: string) => string): Promise<void> {
  await writeFile(file, change(await readFile(file, "utf8")));
}

function find(comparison: ReviewComparison, kind: Difference["kind"], title: RegExp | string): Difference {
  const found = comparison.differences.find(
    (one) => one.kind === kind && (typeof title === "string" ? one.title === title : title.test(one.title)),
  );
  if (!found) throw new Error(`no ${kind} ${title} in ${comparison.differences.map((one) => one.id).join("; ")}`);
  return found;
}

function causesOf(comparison: ReviewComparison, difference: Difference): Change[] {
  return difference.causes.map((id) => {
    const cause = comparison.changes.find((one) => one.id === id);
    if (!cause) throw new Error(`no change ${id}`);
    return cause;
  });
}

describe("a review compared with itself", () => {
  it.each([retail, modelCase])("%s: nothing differs", async (example) => {
    const comparison = await diff(folder("a", example), saved("b", await reviewed(example)));
    expect(comparison).toMatchObject({ varied: [], differences: [], changes: [], notes: [] });
    expect(comparison.answer[0]).toBe("Nothing new: the two reviews say the same.");
    expect(ReviewComparison.parse(comparison)).toEqual(comparison);
  });
});

describe("the model case on two days", () => {
  let comparison: ReviewComparison;
  beforeAll(async () => {
    comparison = await diff(folder(modelCase, modelCase, "2022-01-18"), folder(modelCase, modelCase, today));
  });

  it("names the date as all that the two differ in", () => {
    expect(comparison.varied).toEqual(["date"]);
    expect(comparison.differences.every((one) => one.inputs.join() === "date")).toBe(true);
  });

  it("has new findings because 28 CFR part 202 came into force on 2025-04-08", () => {
    const found = find(comparison, "finding", /us-dsp\/restricted-bulk-access.*us-west-1/);
    expect(found).toMatchObject({ change: "added", ofConcern: true });
    expect(causesOf(comparison, found)).toMatchObject([{ area: "law", by: "date", id: "pack-in-force:us-dsp", from: "2025-04-08" }]);
  });

  it("lost a finding whose rule ended on 2025-02-03", () => {
    const found = find(comparison, "finding", /us-icts\/scope-before-2025-02-04.*us-west-1/);
    expect(found.change).toBe("removed");
    expect(causesOf(comparison, found)).toMatchObject([{ id: "rule:us-icts scope-before-2025-02-04", by: "date", until: "2025-02-03" }]);
  });

  it("cites what moved from 15 CFR part 7 to part 791", () => {
    const found = find(comparison, "finding", /us-icts\/access.*us-west-1/);
    expect(found.fields.find((one) => one.name === "citation")).toMatchObject({
      before: expect.stringMatching(/^15 CFR 7\./),
      after: expect.stringMatching(/^15 CFR 791\./),
    });
    expect(causesOf(comparison, found).map((one) => one.id)).toContain("rule:us-icts access");
  });

  it("tells of the listing of 2026-06-08: it weighs in the review of the deal, and no finding of these packs rests on it", () => {
    const listing = comparison.changes.find((one) => one.id === "listing:alibaba-group-holding us-dod-1260h");
    expect(listing).toMatchObject({ area: "facts", by: "date", change: "added", from: "2026-06-08" });
    const resting = comparison.differences.filter((one) => one.causes.includes(listing?.id ?? ""));
    expect(new Set(resting.map((one) => one.kind))).toEqual(new Set(["criterion"]));
    expect(resting.map((one) => one.id)).toContain("criterion:us-icts/c2-control hosting:alibaba-cloud:us-west-1:game");
  });

  it("comes out the same from two saved reviews", async () => {
    const [old, now] = [await reviewed(modelCase, "2022-01-18"), await reviewed(modelCase)];
    expect(await diff(saved(modelCase, old), saved(modelCase, now))).toEqual(comparison);
  });

  it("leaves no difference unexplained in the other example either", async () => {
    const other = await diff(folder(retail, retail, "2022-01-18"), folder(retail, retail, today));
    expect(other.differences.length).toBeGreaterThan(0);
    expect(other.differences.filter((one) => one.explained === "only-input").map((one) => one.id)).toEqual([]);
  });
});

describe("a pull request", () => {
  it("that adds a provider says so, with its parent, its government and the line that does it", async () => {
    const head = await copyOf(modelCase, (path) => edit(join(path, "hosts.txt"), (text) => `${text}storage.yandexcloud.net\n`));
    const comparison = await diff(folder("base", modelCase), folder("head", head));
    expect(comparison.answer[0]).toMatch(
      /^This change adds: provider Yandex Cloud \(parent .*\).*, government Russia \(access, disrupt\) and \d findings/,
    );
    const provider = find(comparison, "provider", "Yandex Cloud");
    expect(causesOf(comparison, provider)).toMatchObject([
      { area: "artefacts", kind: "observation", change: "added", what: "host storage.yandexcloud.net", after: "hosts.txt:7" },
    ]);
    for (const one of comparison.differences) expect(one.explained, one.id).toBe("recorded");
  });

  it("that moves lines and renames files says nothing new, and counts what moved", async () => {
    const head = await copyOf(retail, async (path) => {
      await edit(join(path, "terraform/cdn.tf"), (text) => `# moved down\n\n${text}`);
      await rename(join(path, "logs/vpc-flow.log"), join(path, "logs/flows.log"));
    });
    const comparison = await diff(folder("base", retail), folder("head", head));
    expect(comparison.differences).toEqual([]);
    expect(comparison.changes.filter((one) => one.change === "moved").length).toBeGreaterThan(0);
    expect(comparison.changes.find((one) => one.kind === "file" && one.change === "moved")).toMatchObject({
      before: "logs/vpc-flow.log",
      after: "logs/flows.log",
    });
  });

  it("that moves a file out of what a system claims says that this is why", async () => {
    const head = await copyOf(retail, (path) => rename(join(path, "docker-compose.yml"), join(path, "compose.yaml")));
    const comparison = await diff(folder("base", retail), folder("head", head));
    expect(comparison.differences.length).toBeGreaterThan(0);
    for (const one of comparison.differences) expect(one.explained, one.id).toBe("recorded");
    const moved = find(comparison, "transaction", /^Alibaba Cloud software, us-west-1, the reviewed inventory/);
    expect(causesOf(comparison, moved)).toMatchObject([{ kind: "observation", change: "moved" }]);
  });

  it("that declares fewer persons takes a restriction away, and says by which field", async () => {
    const head = await copyOf(modelCase, (path) =>
      edit(join(path, "beholden.yaml"), (text) => text.replace("usPersons: 140000", "usPersons: 50000")),
    );
    const comparison = await diff(folder("base", modelCase), folder("head", head));
    const gone = find(comparison, "finding", /us-dsp\/restricted-bulk-access.*us-west-1/);
    expect(gone.change).toBe("removed");
    expect(causesOf(comparison, gone)).toMatchObject([
      { id: "holding:player-accounts", before: "usPersons 140000", after: "usPersons 50000", by: "artefacts" },
    ]);
  });

  it("that accepts a finding says by whom; that the acceptance ran out is the work of the date", async () => {
    const finding = (await reviewed(modelCase)).findings.find((one) => one.outcome === "restricted");
    const head = await copyOf(modelCase, (path) =>
      edit(
        join(path, "beholden.yaml"),
        (text) => `${text}accepted:\n  - { finding: ${finding?.id}, by: A. Officer, why: moving out, until: 2026-12-31 }\n`,
      ),
    );
    const accepted = await diff(folder("base", modelCase), folder("head", head));
    const changed = accepted.differences.find((one) => one.id === `finding:${finding?.id}`);
    expect(changed?.fields).toEqual([{ name: "status", before: "open", after: "accepted" }]);
    expect(changed?.causes).toEqual([`acceptance:${finding?.id}`]);
    const expired = await diff(folder("head", head, "2026-12-31"), folder("head", head, "2027-01-01"));
    expect(expired.news.findings.map((one) => one.id)).toEqual([finding?.id]);
    expect(expired.changes.filter((one) => one.kind !== "date")).toMatchObject([
      { id: `acceptance:${finding?.id}`, change: "removed", by: "date", until: "2026-12-31" },
    ]);
  });

  it("that puts a measure in place changes the reaches that it ends", async () => {
    const head = await copyOf(modelCase, (path) =>
      edit(
        join(path, "beholden.yaml"),
        (text) => `${text.replaceAll("keysHeldBy: provider", "keysHeldBy: customer")}measures:\n  - { id: M04, status: in-place }\n`,
      ),
    );
    const comparison = await diff(folder("base", modelCase), folder("head", head));
    const reach = find(comparison, "reach", /^China: access Player accounts/);
    expect(reach.fields.map((one) => one.name)).toEqual(["residual", "measures"]);
    expect(reach.causes).toEqual(expect.arrayContaining(["measure:M04", "holding:player-accounts"]));
  });
});

describe("the cause of a difference, where the artefacts and the date both differ", () => {
  it("is tried by reviewing again with one of them changed at a time", async () => {
    const head = await copyOf(modelCase, (path) => edit(join(path, "hosts.txt"), (text) => `${text}storage.yandexcloud.net\n`));
    const [before, after] = [folder("base", modelCase, "2022-01-18"), folder("head", head)];
    const comparison = await diff(before, after);
    expect(comparison.varied).toEqual(["artefacts", "date"]);
    const inputsOf = (kind: Difference["kind"], title: RegExp) => find(comparison, kind, title).inputs;
    expect(inputsOf("provider", /Yandex/)).toEqual(["artefacts"]);
    expect(inputsOf("finding", /us-dsp\/restricted-bulk-access.*us-west-1/)).toEqual(["date"]);
    expect(inputsOf("finding", /us-dsp\/restricted-bulk-access.*Yandex/)).toEqual(["artefacts", "date"]);
    expect(comparison.differences.every((one) => one.explained === "rerun")).toBe(true);

    const fromSaved = await diff(saved("base", await reviewed(modelCase, "2022-01-18")), saved("head", await reviewed(head)));
    expect(find(fromSaved, "finding", /us-dsp\/restricted-bulk-access.*Yandex/)).toMatchObject({
      inputs: ["artefacts", "date"],
      explained: "recorded",
    });
  });

  it("is said not to be told where neither review recorded it", async () => {
    const strip = ({ facts: _, declared: __, ...one }: Review): Review => ({
      ...one,
      rulePacks: one.rulePacks.map(({ law: ___, ...pack }) => ({ ...pack, sha256: `${pack.sha256}` })),
    });
    const old = { ...strip(await reviewed(modelCase, "2022-01-18")), reference: { edition: "2022-01-01", sha256: "0".repeat(64) } };
    const comparison = await diff(saved("old", old), saved("new", strip(await reviewed(modelCase))));
    expect(find(comparison, "finding", /us-dsp\/restricted-bulk-access.*us-west-1/)).toMatchObject({
      causes: [],
      explained: "cannot-be-told",
    });
    expect(comparison.notes.join(" ")).toContain("cannot be told");
    expect(renderComparison(comparison, "text", { width: 100, color: false })).toContain("cannot be told from the saved reviews");
  });
});

const hosts = [
  "oss-us-west-1.aliyuncs.com",
  "storage.yandexcloud.net",
  "cos.ap-guangzhou.myqcloud.com",
  "orders.s3.eu-central-1.amazonaws.com",
  "unknown.example.org",
];

describe("laws", () => {
  const days = fc.constantFrom("2019-06-01", "2022-01-18", "2025-06-01", today);
  const side = fc.record({ lines: fc.subarray(hosts), day: days, persons: fc.constantFrom(0, 50_000, 2_000_000) });

  async function reviewOf({ lines, day, persons }: { lines: string[]; day: string; persons: number }): Promise<Review> {
    const path = await mkdtemp(join(tmpdir(), "beholden-diff-law-"));
    await mkdir(join(path, "a"));
    await writeFile(join(path, "a/hosts.txt"), `${lines.join("\n")}\n`);
    await writeFile(
      join(path, "beholden.yaml"),
      `subject: { name: S, jurisdiction: US }\nholdings:\n  - { id: h, name: H, categories: [personal-health], usPersons: ${persons}, storedIn: [${hosts[0]}] }\n`,
    );
    return reviewed(path, day);
  }

  const mirrored = {
    difference: ({ title: _, change, fields, ofConcern, ...one }: Difference) => ({
      ...one,
      change: change === "added" ? "removed" : change === "removed" ? "added" : change,
      fields: fields.map(({ name, before, after }) => ({ name, before: after, after: before })),
    }),
    change: ({ what: _, change, before, after, ...one }: Change) => ({
      ...one,
      change: change === "added" ? "removed" : change === "removed" ? "added" : change,
      before: after,
      after: before,
    }),
  };
  const plain = {
    difference: ({ title: _, ofConcern, ...one }: Difference) => one,
    change: ({ what: _, ...one }: Change) => one,
  };

  it("hold: nothing differs from itself, the other way round is the mirror, and the order of what was seen does not matter", async () => {
    await fc.assert(
      fc.asyncProperty(side, side, fc.infiniteStream(fc.nat()), async (left, right, random) => {
        const [a, b] = [await reviewOf(left), await reviewOf(right)];
        const compare = (old: Review, now: Review) =>
          compareReviews({ name: "x", review: old }, { name: "x", review: now }, { version: "0" });
        expect(compare(a, a)).toMatchObject({ varied: [], differences: [], changes: [] });

        const [there, back] = [compare(a, b), compare(b, a)];
        expect(there.differences.map(mirrored.difference)).toEqual(back.differences.map(plain.difference));
        expect(there.changes.map(mirrored.change)).toEqual(back.changes.map(plain.change));
        for (const one of there.differences) expect(one.explained, one.id).not.toBe("cannot-be-told");

        const shuffled = { ...b, observations: [...b.observations].sort(() => (random.next().value % 2 === 0 ? 1 : -1)) };
        expect(compare(a, shuffled)).toEqual(there);
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
