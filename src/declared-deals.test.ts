import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Review } from "./model/index.js";
import { loadReference } from "./reference/load.js";
import { review } from "./review.js";
import { loadRulePacks } from "./rule-packs.js";

const reference = loadReference();
const holdings = `
holdings:
  - { id: accounts, name: Accounts, categories: [personal-financial], usPersons: 40000 }
`;

async function reviewed(deals: string, asOf = "2026-11-23", subject = "{ name: Harbor, jurisdiction: US }"): Promise<Review> {
  const folder = await mkdtemp(join(tmpdir(), "beholden-deals-"));
  await writeFile(join(folder, "beholden.yaml"), `subject: ${subject}\n${holdings}deals:\n${deals}`);
  return review([folder], { asOf, reference, packs: await loadRulePacks(["us-dsp"]) });
}

const findingsOf = (result: Review) => result.findings.map((one) => `${one.transaction} ${one.rule} ${one.outcome} ${one.certainty}`);
const dueOf = (result: Review) => (result.duties ?? []).map((one) => `${one.duty} ${one.certainty} ${one.due ?? "-"}`);
const china = "{ name: Red Data, organisedIn: [CN], principalPlace: CN }";
const germany = "{ name: Nord Ads, organisedIn: [DE], principalPlace: DE }";

describe("declared deals", () => {
  it("are transactions of the review, judged by its rules, with evidence and determination", async () => {
    const result = await reviewed(
      `  - { id: sale, type: data-brokerage, counterparty: ${china}, holdings: [accounts], consideration: true }`,
    );
    expect(Review.parse(result)).toEqual(result);
    expect(findingsOf(result)).toEqual(["deal:sale brokerage-with-covered-person prohibited established"]);
    expect(result.transactions).toMatchObject([{ id: "deal:sale", kind: "data-brokerage", deal: "sale" }]);
    expect(result.determination.outcome).toBe("prohibited");
    expect(result.findings[0]?.evidence).toContainEqual({ kind: "declaration", locator: "beholden.yaml", note: "deal sale" });
    expect(result.findings[0]?.explanation).toContain("Red Data is organised under the law of a government of concern");
  });

  it("owe reports by a day: 14 days after a breach is suspected, 1 March for the cloud", async () => {
    const clause = `  - id: ads
    type: data-brokerage
    counterparty: ${germany}
    holdings: [accounts]
    onwardTransferClause: true
    events: [{ what: breach-suspected, on: 2026-11-02 }]`;
    expect(dueOf(await reviewed(clause))[0]).toBe("breach-report established 2026-11-16");
    const cloud = `  - { id: host, type: vendor, counterparty: ${china}, holdings: [accounts], cloud: true, securityRequirements: true }`;
    const subject = (percent: number) => `{ name: Harbor, jurisdiction: US, coveredEquityPercent: ${percent} }`;
    expect(dueOf(await reviewed(cloud, "2026-11-23", subject(25)))).toContain("annual-report established 2027-03-01");
    expect(dueOf(await reviewed(cloud, "2026-11-23", subject(24.9))).join()).not.toContain("annual-report");
    expect(dueOf(await reviewed(cloud))).toContain("annual-report cannot-be-excluded 2027-03-01");
  });

  it("count security requirements only where all of the first level and enough of the second are met", async () => {
    const all = ["I.A.1", "I.A.2", "I.A.3", "I.A.4", "I.A.5", "I.A.6", "I.A.7", "I.B.1", "I.B.2", "I.B.3", "I.B.4", "I.B.5", "I.C"];
    const rulesOf = async (met: string[], preventsAccess = true) =>
      findingsOf(
        await reviewed(
          `  - { id: host, type: vendor, counterparty: ${china}, holdings: [accounts], securityRequirements: { met: [${met.join(", ")}], preventsAccess: ${preventsAccess} } }`,
        ),
      );
    const unmet = ["deal:host restricted-without-requirements prohibited established"];
    expect(await rulesOf([...all, "II.A", "II.B"])).toEqual(["deal:host restricted-and-authorized restricted established"]);
    expect(await rulesOf(all)).toEqual(unmet);
    expect(await rulesOf([...all.slice(1), "II.A", "II.B"])).toEqual(unmet);
    expect(await rulesOf([...all, "II.A", "II.B"], false)).toEqual(unmet);
  });

  it("stay open where the declaration is silent, and tell what it does not make sense of", async () => {
    const result =
      await reviewed(`  - { id: sale, type: data-brokerage, counterparty: ${germany}, holdings: [accounts, lost], facts: [full-moon] }
  - { id: stake, type: investment, counterparty: { name: Fund, organisedIn: [KY], owners: [{ owner: somebody, percent: 60 }] }, holdings: [accounts] }
  - { id: nobody, type: vendor, counterparty: { party: No Such Company At All Ltd }, holdings: [accounts] }`);
    expect(findingsOf(result)).toEqual(
      expect.arrayContaining([
        "deal:sale brokerage-without-clause prohibited cannot-be-excluded",
        "deal:stake restricted-staff-or-investor restricted cannot-be-excluded",
        "deal:nobody restricted-bulk-access restricted cannot-be-excluded",
      ]),
    );
    for (const note of [
      "The deal sale gives access to lost, which is no declared holding.",
      "The deal sale states full-moon, which no rule pack of this review understands.",
      "The deal stake names somebody, who is not on file",
      "The deal nobody names No Such Company At All Ltd, who is not on file",
    ])
      expect(result.assumptions.join("\n")).toContain(note);
  });

  it("are read as of their own days", async () => {
    const on = (from: string, until: string) =>
      reviewed(`  - { id: sale, type: data-brokerage, counterparty: ${china}, holdings: [accounts], from: ${from}, until: ${until} }`).then(
        findingsOf,
      );
    expect(await on("2025-04-07", "2025-04-07")).toEqual([]);
    expect(await on("2025-04-08", "2025-04-08")).toHaveLength(1);
    expect(await on("2027-01-01", "2027-02-01")).toHaveLength(1);
  });

  it("end with an exemption that the facts bear out, and only ask for what the others leave open", async () => {
    const payroll = (facts: string) =>
      reviewed(`  - { id: pay, type: vendor, counterparty: ${china}, holdings: [accounts], exemptions: ["506"], facts: [${facts}] }`).then(
        findingsOf,
      );
    expect(await payroll("counterparty-is-subsidiary, payroll")).toEqual(["deal:pay exempt-506 exempt established"]);
    expect(await payroll("unrelated-vendor, payroll")).toEqual(["deal:pay restricted-bulk-access restricted established"]);
    expect(await payroll("payroll")).toEqual(
      expect.arrayContaining([
        "deal:pay exempt-506 exempt cannot-be-excluded",
        "deal:pay restricted-bulk-access restricted cannot-be-excluded",
      ]),
    );
  });

  it("reports a rejected offer and does not take it for a deal", async () => {
    const result = await reviewed(
      `  - { id: offer, type: data-brokerage, counterparty: ${china}, holdings: [accounts], consideration: true, events: [{ what: offer-rejected, on: 2026-11-20 }] }`,
    );
    expect(findingsOf(result)).toEqual(["deal:offer rejected-offer note established"]);
    expect(dueOf(result)).toContain("rejected-offer-report established 2026-12-04");
    expect(dueOf(result).join()).not.toContain("records");
    expect(result.determination.outcome).toBe("not-prohibited");
  });
});
