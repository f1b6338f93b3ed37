import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { determine, gravestOutcome } from "./decide/determine.js";
import { determination } from "./determination.js";
import { DeterminationDraft, type Finding, type Review, type TransactionDraft } from "./model/index.js";
import { loadReference } from "./reference/load.js";
import { sentencesOf } from "./report/letter/writer.js";
import { reports } from "./report/registry.js";
import { review, reviewWhole } from "./review.js";
import { reviewDigest } from "./review-digest.js";
import { loadRulePacks } from "./rule-packs.js";

const reference = loadReference();
const archive = "hosting:alibaba-cloud:us-west-1:order-archive";

async function drafted(path: string, asOf: string, more: Partial<Parameters<typeof determination>[1]> = {}) {
  const packs = await loadRulePacks([]);
  const reviewOn = (day: string) => review([path], { asOf: day, reference, packs });
  const { review: made, reaches } = await reviewWhole([path], { asOf, reference, packs });
  return { made, draft: await determination(made, { reference, reaches, reviewOn, ...more }) };
}

describe.each([
  ["examples/meridian-retail", "2026-11-23"],
  ["examples/alibaba-cloud-2022", "2022-01-18"],
])("the draft on %s", (path, asOf) => {
  let made: Review;
  let draft: DeterminationDraft;
  beforeAll(async () => {
    ({ made, draft } = await drafted(path, asOf));
  });

  it("fits the published schema", () => {
    expect(DeterminationDraft.parse(draft)).toEqual(draft);
  });

  it("gives every sentence of fact or law a source or a visible gap, and lists every gap and note", () => {
    const { head, sections, notes, gaps } = draft.letter;
    const sentences = [...head.flatMap((one) => one.sentences), ...sections.flatMap(sentencesOf)];
    const bare = sentences.filter(
      ({ kind, notes: cited, gap }) => (kind === "fact" || kind === "law") && cited.length === 0 && gap === null,
    );
    expect(bare).toEqual([]);
    expect(sentences.filter(({ gap }) => gap !== null)).toHaveLength(gaps.length);
    const cited = new Set(sentences.flatMap((one) => one.notes));
    expect([...cited].sort((left, right) => left - right)).toEqual(notes.map(({ number }) => number));
    expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length);
  });

  it("names the state that it was decided on: the digest of the JSON that a review prints", async () => {
    const printed = (await reports.json()).render(made, { width: 80, color: false });
    const digest = createHash("sha256").update(printed).digest("hex");
    expect(draft.review.sha256).toBe(digest);
    expect(reviewDigest(made)).toBe(digest);
    expect(JSON.stringify(draft.letter.head)).toContain(digest);
  });

  it("tells in detail what is not simply not prohibited, and the rest in a table", () => {
    const detailed = new Set(draft.transactions.map(({ transaction }) => transaction));
    for (const { transaction, outcome } of made.determinations) expect(detailed.has(transaction ?? "")).toBe(outcome !== "not-prohibited");
    expect(detailed.size + draft.others.length).toBe(made.transactions.length);
  });

  it("computes what would change it: findings taken away or established by hand give the same outcomes", () => {
    for (const one of draft.transactions) {
      for (const supposed of one.suppositions.filter(({ kind }) => kind === "open-question" || kind === "finding")) {
        const changed = made.findings.flatMap((finding): Finding[] => {
          if (supposed.takenAway.includes(finding.id)) return [];
          return [supposed.established.includes(finding.id) ? { ...finding, certainty: "established" } : finding];
        });
        const all = determine({ transactions: made.transactions, findings: changed, reaches: made.reaches, inventory: null });
        expect(all.find(({ transaction }) => transaction === one.transaction)?.outcome).toBe(supposed.after);
        expect(gravestOutcome(all.map(({ outcome }) => outcome))).toBe(supposed.caseAfter);
      }
    }
  });

  it("keeps the present content of section 109(d), with signature and day left to a person", () => {
    expect(draft.form?.contents.map(({ id, citation }) => [id, citation])).toEqual([
      ["signed", "15 CFR 791.109(d)(1)"],
      ["determination", "15 CFR 791.109(d)(2)"],
      ["unclassified", "15 CFR 791.109(d)(3)"],
      ["party-information", "15 CFR 791.109(d)(4)"],
      ["cessation", "15 CFR 791.109(d)(5)"],
      ["later-review", "15 CFR 791.109(d)(6)"],
      ["measures", "15 CFR 791.109(d)(7)"],
      ["penalties", "15 CFR 791.109(d)(8)"],
    ]);
    const gaps = draft.letter.gaps.map(({ what }) => what);
    expect(gaps).toEqual(expect.arrayContaining(["signature", "who signs, with what authority", "day"]));
  });
});

describe("the retailer of the example", () => {
  let draft: DeterminationDraft;
  beforeAll(async () => {
    ({ draft } = await drafted("examples/meridian-retail", "2026-11-23"));
  });
  const of = (id: string) => draft.transactions.find(({ transaction }) => transaction === id) as TransactionDraft;

  it("is 7 permitted with measures, 4 that cannot be judged and 9 not prohibited; nothing is prohibited", () => {
    expect(draft.counts).toEqual([
      { outcome: "permitted-with-measures", transactions: 7 },
      { outcome: "cannot-be-judged", transactions: 4 },
      { outcome: "not-prohibited", transactions: 9 },
    ]);
    expect(draft.outcome).toBe("cannot-be-judged");
    expect(draft.prohibitions).toEqual([]);
  });

  it("keeps promised, in place and verified apart, and says what the law demands and by when it is audited", () => {
    const measures = of(archive).measures;
    const standing = (id: string) => measures.find((one) => one.id === id);
    expect(standing("M04")).toMatchObject({
      roles: ["declared", "would-lift"],
      promised: [],
      inPlace: [{ id: "M04" }],
      verified: [],
      verifyBy: null,
    });
    expect(standing("M19")).toMatchObject({ promised: [{ id: "M19" }], inPlace: [], verified: [] });
    expect(standing("cisa-security-requirements")).toMatchObject({
      roles: ["demanded"],
      inPlace: [],
      // 28 CFR 202.1002: once in every calendar year with restricted deals.
      verifyBy: { day: "2026-12-31", citation: "28 CFR 202.1002", certainty: "established" },
    });
  });

  it("shows cessation of what is not prohibited as an alternative under its conditions, dated by the precedent", () => {
    const { standing, conditions, steps } = of(archive).cessation;
    expect(standing).toBe("alternative");
    expect(conditions.map(({ text }) => text)).toEqual([
      "if cisa-security-requirements, with which alone the rule allows the transaction, is not met in full",
      "if the reviewing authority, to which the rules leave it, prohibits the transaction instead of accepting measures",
    ]);
    expect(steps.map(({ on }) => on)).toEqual(["2026-12-23", "2027-03-03", "2027-03-04", "2027-03-04"]);
    // Supplied code keeps no data: nothing is returned.
    expect(of("software:alibaba-cloud:us-west-1:storefront").cessation.steps.map(({ id }) => id)).not.toContain("data-returned");
  });

  it("turns what cannot be judged to permitted with measures either way, on what the open rule then asks", () => {
    const cdn = of("hosting:tencent-cloud:any-region:storefront").suppositions.filter(({ kind }) => kind === "open-question");
    expect(cdn.map(({ after, measuresAfter }) => [after, measuresAfter])).toEqual([
      ["permitted-with-measures", ["M01", "M03", "M04", "M16", "M02", "M19"]],
      ["permitted-with-measures", ["cisa-security-requirements"]],
    ]);
    const traffic = of("software:alibaba-group:any-region:build-pipeline").suppositions;
    expect(traffic.find(({ supposed }) => supposed === "none of the open rules is found to apply")?.after).toBe("not-prohibited");
  });

  it("says that a measure lost leaves one more reach, and never that one added does", () => {
    const suppositions = of(archive).suppositions.filter(({ kind }) => kind === "measure");
    // M04 holds the keys of the warranty claims: without it China reads them again.
    expect(suppositions.find(({ measuresLost }) => measuresLost[0] === "M04")?.residual).toMatchObject({ before: 5, after: 6 });
    for (const { measuresInPlace, residual } of suppositions)
      if (measuresInPlace.length > 0) expect(residual?.after).toBeLessThanOrEqual(residual?.before ?? 0);
    // With every path at hand nothing is left untold; with a saved review what has more paths than it keeps is.
    expect(suppositions.map(({ residual }) => residual?.untold)).toEqual(suppositions.map(() => 0));
  });

  it("counts the reaches that a measure would end as a review with that measure does", async () => {
    const packs = await loadRulePacks([]);
    for (const id of ["M02", "M04", "M11"]) {
      const assumed = [{ measure: id, appliesTo: [] }];
      const again = await review(["examples/meridian-retail"], { asOf: "2026-11-23", reference, packs, assumed });
      for (const { transaction, suppositions } of draft.transactions) {
        const one = suppositions.find(({ measuresInPlace }) => measuresInPlace.length === 1 && measuresInPlace[0] === id);
        if (!one) continue;
        const left = again.determinations.find((each) => each.transaction === transaction)?.residualReaches.length;
        expect([transaction, id, one.residual?.after]).toEqual([transaction, id, left]);
      }
    }
  });

  it("says so where a review assumed measures, and where a saved one does not keep every path", async () => {
    const packs = await loadRulePacks([]);
    const assumed = [{ measure: "M02", appliesTo: [] }];
    const made = await review(["examples/meridian-retail"], { asOf: "2026-11-23", reference, packs, assumed });
    const { assumedMeasures, letter } = await determination(made, { reference });
    expect(assumedMeasures).toEqual(["M02"]);
    expect(letter.gaps.map(({ what }) => what)).toContain("whether these measures are to be relied on");
    const { draft: saved } = await drafted("examples/meridian-retail", "2026-11-23", { reaches: undefined });
    const untold = saved.transactions.flatMap(({ suppositions }) => suppositions.map(({ residual }) => residual?.untold ?? 0));
    expect(Math.max(...untold)).toBeGreaterThan(0);
  });

  it("tells penalties of the laws that it rests on, with their marks, and of no other", () => {
    expect(draft.penalties.map(({ id, mark }) => [id, mark])).toEqual([
      ["dsp-requirements", "R*"],
      ["icts-mitigation", "OLD"],
    ]);
    expect(draft.lawsWithoutPenalty).toEqual([]);
  });

  it("puts a prohibition that the drafter decides in, says that rules alone do not come to it, and dates it", async () => {
    const { draft: decided } = await drafted("examples/meridian-retail", "2026-11-23", {
      on: "2026-12-01",
      ceaseOn: "2027-02-28",
      transactions: [archive],
      prohibit: [archive],
    });
    expect(decided.outcome).toBe("prohibited");
    expect(decided.prohibitions).toEqual([
      {
        transaction: archive,
        provider: "alibaba-cloud",
        region: "us-west-1",
        services: ["Object Storage Service (OSS)"],
        from: "2027-02-28",
      },
    ]);
    const [one, ...more] = decided.transactions;
    expect(more).toEqual([]);
    expect(one).toMatchObject({
      outcome: "prohibited",
      decision: { by: "drafter", byRules: "permitted-with-measures" },
      cessation: { standing: "ordered" },
    });
    expect(decided.letter.gaps.map(({ what }) => what)).toContain("why measures do not suffice, and who decides");
    await expect(drafted("examples/meridian-retail", "2026-11-23", { prohibit: ["hosting:aws:us-east-1:storefront"] })).rejects.toThrow(
      /no finding on file could carry a prohibition/,
    );
    await expect(drafted("examples/meridian-retail", "2026-11-23", { transactions: ["nothing"] })).rejects.toThrow(
      /no transaction nothing/,
    );
  });
});

describe("the game company on the day that the review of Alibaba's cloud business was reported", () => {
  let draft: DeterminationDraft;
  beforeAll(async () => {
    ({ draft } = await drafted("examples/alibaba-cloud-2022", "2022-01-18"));
  });

  it("is permitted with measures in all four transactions", () => {
    expect(draft.counts).toEqual([{ outcome: "permitted-with-measures", transactions: 4 }]);
    expect(draft.transactions.map(({ residualReaches }) => residualReaches.length)).toEqual([2, 3, 6, 2]);
  });

  it("cites the law of that day, and shows that its penalties and form were not read", () => {
    expect(draft.lawsWithoutPenalty).toEqual(["15 CFR part 7"]);
    expect(draft.form?.inForce).toBe(false);
    const gaps = draft.letter.gaps.map(({ what }) => what);
    expect(gaps).toContain("what a determination of 2022-01-18 had to hold was not read");
  });

  it("says that the precedent for its days came later", () => {
    // 18 January and 30 days; and 101.
    expect(draft.windDown?.steps.map(({ on }) => on)).toEqual(["2022-02-17", "2022-04-28", "2022-04-29", "2022-04-29"]);
    expect(JSON.stringify(draft.letter)).toContain("It was decided after the day of this determination.");
  });

  it("turns when the data security rules of 2025 begin to apply", () => {
    // 140,000 persons of whom account names and addresses are linked: above the line of 100,000 (28 CFR 202.205), where the data lies open.
    const law = draft.suppositions.filter(({ kind }) => kind === "law");
    expect(law.map(({ day }) => day)).toEqual(["2025-02-04", "2025-04-08", "2025-12-31", "2026-01-01"]);
    expect(law.find(({ day }) => day === "2025-04-08")).toMatchObject({
      before: "permitted-with-measures",
      after: "cannot-be-judged",
      computedBy: "review",
    });
    const players = draft.transactions.find(({ transaction }) => transaction === "hosting:alibaba-cloud:us-west-1:game");
    expect(players?.suppositions.find(({ day }) => day === "2025-04-08")?.measuresAfter).toContain("cisa-security-requirements");
  });

  it("says what a saved review cannot show: what newly begins to apply", async () => {
    const { draft: saved } = await drafted("examples/alibaba-cloud-2022", "2022-01-18", { reviewOn: undefined });
    const law = saved.suppositions.filter(({ kind }) => kind === "law");
    expect(law.map(({ after, computedBy }) => [after, computedBy])).toEqual(Array(4).fill([null, "not-computed"]));
  });
});
