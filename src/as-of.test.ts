import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sampleMeasure } from "./decide/sample-measure.js";
import { samplePack, sampleRule } from "./judge/sample-pack.js";
import type { Catalogue, GovernmentList, Listing, PartialDate, Provider, Review, RulePack } from "./model/index.js";
import { review } from "./review.js";
import { party, sampleReference, stake } from "./trace/sample-reference.js";

interface Interval {
  from?: PartialDate;
  until?: PartialDate;
}

/** A world in which one thing carries an interval, and what shows in a review that it counts. */
interface World {
  facts?: Partial<Catalogue>;
  provider?: Partial<Provider>;
  pack?: Record<string, unknown>;
  declared?: string;
  shows: (result: Review) => boolean;
}

/** Both ends count; a month or a year alone means all of it. Days: the one before, the first, the last, the one after. */
const intervals: [name: string, interval: Required<Interval>, days: [string, string, string, string]][] = [
  ["days", { from: "2023-05-10", until: "2024-03-20" }, ["2023-05-09", "2023-05-10", "2024-03-20", "2024-03-21"]],
  ["months", { from: "2023-05", until: "2024-02" }, ["2023-04-30", "2023-05-01", "2024-02-29", "2024-03-01"]],
  ["years", { from: "2023", until: "2024" }, ["2022-12-31", "2023-01-01", "2024-12-31", "2025-01-01"]],
];

const fact = { sources: ["s"], confidence: "high" as const };
const listing = (more: Partial<Listing> = {}): Listing => ({ party: "red-op", list: "l", from: "2000", citation: "c", ...fact, ...more });
const list = (more: Partial<GovernmentList> = {}): GovernmentList => ({
  id: "l",
  name: "A list",
  government: "US",
  authority: "a",
  effect: "e",
  mark: "R",
  sources: ["s"],
  ...more,
});
const listed = { regime: { governments: [{ code: "CN", mark: "R" }], covered: { limbs: ["listed"], lists: ["l"] } } };
const covered = ({ counterparties }: Review) => counterparties.some((one) => one.party === "red-op" && one.covered === "yes");
const found = ({ findings }: Review) => findings.some((one) => one.rule === "data-access" && one.certainty === "established");
const reachedBy = (code: string) => (result: Review) => result.reaches.some((one) => one.government === code);
const law = {
  id: "law",
  government: "CN",
  name: "A law",
  articles: [],
  compels: "c",
  addressees: "a",
  effects: ["access" as const],
  mark: "R" as const,
  sources: ["s"],
};
const chinese = { instruments: [law], parties: [party("red-op", { jurisdiction: "CN" })] };
const owned = { parties: [party("red-op"), party("top", { jurisdiction: "CN" })], interests: [stake("top", "red-op", 60)] };
const holding =
  "holdings:\n  - { id: h, name: H, categories: [health], usPersons: 500, storedIn: [store.us-1.redcloud.com], keysHeldBy: provider }\n";

const worlds: Record<string, (interval: Required<Interval>) => World> = {
  "an entry of a list": (interval) => ({ facts: { listings: [listing(interval)] }, pack: listed, shows: covered }),
  "a list": (interval) => ({ facts: { listings: [listing()], lists: [list(interval)] }, pack: listed, shows: covered }),
  "the suspension of a list": (interval) => ({
    facts: { listings: [listing()], lists: [list({ suspended: [{ ...interval, citation: "c" }] })] },
    pack: listed,
    shows: (result) => !covered(result),
  }),
  "a government of concern": (interval) => ({
    facts: chinese,
    pack: { regime: { governments: [{ code: "CN", mark: "R", ...interval }], covered: { limbs: ["organised"] } } },
    shows: covered,
  }),
  "an interest, for who is covered": (interval) => ({
    facts: { ...owned, interests: [stake("top", "red-op", 60, interval)] },
    shows: covered,
  }),
  "an interest, for who reaches": (interval) => ({
    facts: { ...owned, interests: [stake("top", "red-op", 60, interval)] },
    shows: reachedBy("CN"),
  }),
  "an owner that is founded and dissolved, for who is covered": (interval) => ({
    facts: { ...owned, parties: [party("red-op"), party("top", { jurisdiction: "CN", ...interval })] },
    shows: covered,
  }),
  "an owner that is founded and dissolved, for who reaches": (interval) => ({
    facts: { ...owned, parties: [party("red-op"), party("top", { jurisdiction: "CN", ...interval })] },
    shows: reachedBy("CN"),
  }),
  "the listing of an affiliate, for who reaches": (interval) => ({
    facts: {
      listings: [listing(interval)],
      ties: [{ government: "CN", party: "red-op", basis: "affiliation-finding", detail: "d", ...fact }],
    },
    shows: reachedBy("CN"),
  }),
  "a law that compels": (interval) => ({
    facts: { ...chinese, instruments: [{ ...law, ...interval }] },
    shows: ({ reaches }) => reaches.some((one) => one.path.steps.some((step) => step.instrument === "law")),
  }),
  "an article of a law": (interval) => ({
    facts: { ...chinese, instruments: [{ ...law, articles: [{ article: "7", ...interval }] }] },
    shows: (result) => JSON.stringify(result.reaches).includes("A law, article 7"),
  }),
  "a region": (interval) => ({
    provider: { regions: [{ id: "us-1", name: "US 1", city: null, country: "US", ...fact, ...interval }] },
    shows: ({ transactions }) => transactions.some((one) => one.region === "us-1" && one.servedFrom === "US"),
  }),
  "a rule": (interval) => ({ facts: chinese, pack: { rules: [sampleRule(interval)] }, shows: found }),
  "a rule pack": (interval) => ({ facts: chinese, pack: { ...interval }, shows: found }),
  "a bulk line": (interval) => ({
    facts: chinese,
    pack: {
      rules: [sampleRule({ when: 'data.bulk == "yes"', examples: sampleExamples })],
      data: {
        sensitiveCategories: ["health"],
        bulk: [{ category: "health", moreThan: 100, unit: "us-persons", citation: "c", mark: "R", ...interval }],
      },
    },
    declared: holding,
    shows: found,
  }),
  "a period in which owners count": (interval) => ({
    facts: owned,
    pack: {
      regime: {
        governments: [{ code: "CN", mark: "R" }],
        covered: { limbs: ["ownership", "organised"], ownershipPeriods: [{ ...interval, citation: "c", mark: "R" }] },
      },
    },
    shows: covered,
  }),
  "a measure in place": (interval) => ({
    facts: {
      ...chinese,
      measures: [sampleMeasure({ id: "M1", cuts: [{ effects: ["access"], steps: ["hosting"], condition: "always", because: "b" }] })],
    },
    declared: `${holding}measures:\n  - { id: M1, status: in-place, from: "${interval.from}", until: "${interval.until}" }\n`,
    shows: ({ reaches }) => reaches.some((one) => one.effect === "access" && one.government === "CN" && !one.residual),
  }),
};

const sampleExamples = [
  { name: "bulk", facts: { "data.bulk": "yes" }, expect: "review" },
  { name: "no bulk", facts: {}, expect: "none" },
];

async function reviewOn(day: string, { facts = {}, provider = {}, pack = {}, declared = "" }: World): Promise<Review> {
  const folder = await mkdtemp(join(tmpdir(), "beholden-as-of-"));
  await writeFile(join(folder, "hosts.txt"), "store.us-1.redcloud.com\n");
  await writeFile(join(folder, "beholden.yaml"), `subject: { name: S, jurisdiction: US, principalPlace: US }\n${declared}`);
  const reference = sampleReference({ parties: [party("red-op")], ...facts, providers: [{ ...red, ...provider }] });
  const rules: RulePack = samplePack(pack);
  return review([folder], { asOf: day, reference, packs: [{ pack: rules, sha256: "0" }] });
}

const red: Provider = {
  id: "red",
  names: { english: "Red" },
  kinds: ["cloud"],
  nexus: { class: "mixed", government: "CN", basis: "b" },
  operator: "red-op",
  group: "red-op",
  regions: [{ id: "us-1", name: "US 1", city: null, country: "US", ...fact }],
  signatures: { domains: [{ suffix: "redcloud.com", ...fact }] },
};

describe.each(Object.entries(worlds))("%s counts on the days of its interval and on no other", (_, world) => {
  it.each(intervals)("given in %s", async (_name, interval, days) => {
    const shown: boolean[] = [];
    for (const day of days) {
      const one = world(interval);
      shown.push(one.shows(await reviewOn(day, one)));
    }
    expect(shown).toEqual([false, true, true, false]);
  });
});

describe("what has an end only", () => {
  it("a former citation holds to its last day", async () => {
    const world: World = {
      facts: chinese,
      pack: { rules: [sampleRule({ formerly: [{ until: "2024-02", citation: "Old Act", mark: "R" }] })] },
      shows: ({ findings }) => findings[0]?.citation === "Old Act",
    };
    expect(world.shows(await reviewOn("2024-02-29", world))).toBe(true);
    expect(world.shows(await reviewOn("2024-03-01", world))).toBe(false);
  });

  it("an acceptance holds to its last day, and is told aloud as expired after that", async () => {
    const [finding] = (await reviewOn("2024-01-01", { facts: chinese, shows: found })).findings;
    const world: World = {
      facts: chinese,
      declared: `accepted:\n  - { finding: ${finding?.id}, by: A. Officer, why: moving out, until: 2024-02-29 }\n`,
      shows: found,
    };
    expect((await reviewOn("2024-02-29", world)).findings[0]?.status).toBe("accepted");
    expect((await reviewOn("2024-03-01", world)).findings[0]?.status).toBe("acceptance-expired");
  });

  it("a measure that is not in force on the day is told, because it ends nothing", async () => {
    const world = worlds["a measure in place"]?.({ from: "2023", until: "2024" });
    if (!world) throw new Error("no such world");
    expect((await reviewOn("2025-01-01", world)).assumptions.join(" ")).toContain(
      "The declared measure M1 is in force from 2023 until 2024 only: it ends nothing on 2025-01-01.",
    );
    expect((await reviewOn("2022-12-31", world)).assumptions.join(" ")).toContain(
      "The declared measure M1 is in force from 2023 until 2024 only: it ends nothing on 2022-12-31.",
    );
  });
});
