import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readRulePackFile } from "../judge/files.js";
import { monitoringOf } from "../model/measure.js";
import { holdsOn } from "../model/order.js";
import { compileCatalogue } from "./compile.js";
import { referenceFrom } from "./load.js";
import { validateReference } from "./validate.js";

const texts = readdirSync("reference", { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".yaml"))
  .map((path) => ({ path, text: readFileSync(join("reference", path), "utf8") }));
const catalogue = compileCatalogue(validateReference(texts).files);
const reference = referenceFrom(catalogue);

function listed(party: string, list: string, day: string): boolean {
  return reference.listingsOf(party).some((listing) => listing.list === list && holdsOn(listing, day));
}

// The days are those of the lists themselves, as published; see the citations of each listing.
describe("listings of the reference, as of a day", () => {
  it.each([
    ["alibaba-group-holding", "us-dod-1260h", { "2022-01-18": false, "2026-02-14": false, "2026-06-07": false, "2026-06-08": true }],
    ["baidu-inc", "us-dod-1260h", { "2026-02-13": false, "2026-06-08": true }],
    ["tencent-holdings", "us-dod-1260h", { "2025-01-06": false, "2025-01-07": true, "2026-11-23": true }],
    ["tianyi-cloud", "us-dod-1260h", { "2026-06-07": false, "2026-06-08": true }],
    ["china-telecom-group", "us-dod-1260h", { "2024-01-30": false, "2024-01-31": true }],
    ["china-telecom-corp", "us-dod-1260h", { "2021-06-02": false, "2021-06-03": true }],
    ["ymtc", "us-dod-1260h", { "2024-01-30": false, "2026-02-16": true, "2026-02-17": false, "2026-03-01": false, "2026-06-09": true }],
    ["cxmt", "us-dod-1260h", { "2025-01-06": false, "2026-02-16": true, "2026-02-17": false, "2026-06-07": false, "2026-06-08": true }],
    ["dji", "us-dod-1260h", { "2022-10-04": false, "2022-10-05": true, "2026-06-08": true }],
    ["dji", "us-ofac-ns-cmic", { "2021-12-15": false, "2021-12-16": true }],
    ["zte-corp", "us-bis-entity-list", { "2016-03-07": false, "2016-03-08": true, "2017-03-28": true, "2018-05-01": false }],
    ["zte-corp", "us-bis-denial-orders", { "2018-04-14": false, "2018-05-01": true, "2018-07-14": false }],
    ["zte-corp", "us-section-889", { "2019-08-13": true }],
    ["zte-corp", "us-dod-1260h", { "2026-11-23": false }],
    ["huawei-technologies", "us-section-889", { "2019-08-12": false, "2019-08-13": true }],
    ["huawei-technologies", "us-fcc-covered-list", { "2021-03-11": false, "2021-03-12": true }],
    ["huawei-technologies", "us-bis-entity-list", { "2019-05-15": false, "2019-05-16": true }],
    ["huawei-cloud-computing", "us-bis-entity-list", { "2020-08-16": false, "2020-08-17": true }],
    ["smic", "us-bis-entity-list", { "2020-12-17": false, "2020-12-18": true }],
    ["hikvision", "us-bis-entity-list", { "2019-10-08": false, "2019-10-09": true }],
    ["dahua", "us-dod-1260h", { "2022-10-04": false, "2022-10-05": true }],
    ["dahua", "us-ofac-ns-cmic", { "2026-11-23": false }],
    ["hytera", "us-dod-1260h", { "2026-11-23": false }],
    ["acronis-ag", "us-fascsa-orders", { "2025-07-10": false, "2025-07-11": true }],
    ["bytedance-ltd", "us-far-bytedance", { "2023-06-01": false, "2023-06-02": true }],
    ["bytedance-ltd", "us-dod-1260h", { "2026-11-23": false }],
    ["ao-kaspersky", "us-fcc-covered-list", { "2022-03-24": false, "2022-03-25": true }],
    ["kaspersky-us", "us-fcc-covered-list", { "2024-07-22": false, "2024-07-23": true }],
    ["china-unicom-americas", "us-fcc-covered-list", { "2022-09-19": false, "2022-09-20": true }],
    ["alibaba-group-holding", "us-tx-prohibited-technologies", { "2026-01-25": false, "2026-01-26": true }],
  ])("%s on %s", (party, list, expected) => {
    expect(reference.party(party)).toBeDefined();
    expect(Object.fromEntries(Object.keys(expected).map((day) => [day, listed(party, list, day)]))).toEqual(expected);
  });

  it("has no interval for the edition that was withdrawn on 2026-02-13", () => {
    expect(catalogue.listings.filter(({ from, list }) => list === "us-dod-1260h" && from === "2026-02-13")).toEqual([]);
  });

  it("suspends the Affiliates Rule for a year and no longer", () => {
    const rule = catalogue.lists.find(({ id }) => id === "us-bis-affiliates-rule");
    const inForce = (day: string) => rule !== undefined && holdsOn(rule, day) && !rule.suspended?.some((pause) => holdsOn(pause, day));
    expect(["2025-09-28", "2025-10-15", "2026-01-01", "2026-11-09", "2026-11-10"].map(inForce)).toEqual([false, true, false, false, true]);
  });

  it("lists the chief executive of VK, not VK", () => {
    expect(listed("vk-ipjsc", "eu-269-2014", "2026-11-23")).toBe(false);
    expect(listed("kiriyenko-vladimir", "eu-269-2014", "2022-03-09")).toBe(true);
  });
});

describe("instruments, governments and measures of the reference", () => {
  it("cites the article of the Cybersecurity Law that bears its number on the day", () => {
    const law = catalogue.instruments.find(({ id }) => id === "cn-cybersecurity-law-support");
    const articles = (day: string) => law?.articles.filter((one) => holdsOn(one, day)).map(({ article }) => article);
    expect(articles("2022-01-18")).toEqual(["28"]);
    expect(articles("2025-12-31")).toEqual(["28"]);
    expect(articles("2026-01-01")).toEqual(["30"]);
  });

  it("counts Hong Kong and Macau to China, and the territories of the United States to it", () => {
    expect(["HK", "MO", "TW", "PR", "GU", "VI", "AS", "MP", "SG"].map((one) => reference.governmentOf(one))).toEqual([
      "CN",
      "CN",
      "TW",
      "US",
      "US",
      "US",
      "US",
      "US",
      "SG",
    ]);
  });

  it("holds the 25 measures and the security requirements, of which those of governance cut nothing", () => {
    const numbered = Array.from({ length: 25 }, (_, index) => `M${String(index + 1).padStart(2, "0")}`);
    expect(catalogue.measures.map(({ id }) => id)).toEqual([...numbered, "cisa-security-requirements"]);
    const cutting = catalogue.measures.filter(({ cuts }) => cuts.length > 0).map(({ id }) => id);
    expect(cutting).toEqual(["M01", "M02", "M04", "M10", "M11", "M19", "M22", "M24", "cisa-security-requirements"]);
  });

  it("takes cessation and divestiture for what they are, and says null where no source says", () => {
    const kinds = catalogue.measures.filter(({ kind }) => kind !== "mitigation").map(({ id, kind }) => [id, kind]);
    expect(kinds).toEqual([
      ["M24", "divestiture"],
      ["M25", "cessation"],
      ["cisa-security-requirements", "security-requirements"],
    ]);
    const keys = catalogue.measures.find(({ id }) => id === "M04");
    const localisation = catalogue.measures.find(({ id }) => id === "M01");
    expect([localisation?.verifier, localisation?.frequency]).toEqual([null, null]);
    expect(keys && monitoringOf(keys, catalogue).breach.map(({ citation }) => citation)).toEqual([
      "15 CFR 791.200; 791.6",
      "28 CFR 202.401; 202.1301",
    ]);
  });

  it("names the pack that holds the security requirements one by one, and the pack names the measure", async () => {
    const measure = catalogue.measures.find(({ requirements }) => requirements !== undefined);
    const { pack } = await readRulePackFile(`rules/${measure?.requirements?.pack}.yaml`);
    expect(pack.securityRequirements?.measure).toBe(measure?.id);
  });

  it("lets customer-held keys end access to what is stored, and never disruption", () => {
    const keys = catalogue.measures.find(({ id }) => id === "M04");
    expect(keys?.cuts.map(({ effects, steps, condition }) => ({ effects, steps, condition }))).toEqual([
      { effects: ["access"], steps: ["hosting"], condition: "keys-held-by-customer" },
    ]);
    expect(keys?.leaves).toContain("disruption");
  });
});

const facts = "../shared/facts";

describe.skipIf(!existsSync(facts))("the curated facts carried over (only where ../shared/facts is present)", () => {
  type Fields = Record<string, unknown>;
  const providers = existsSync(facts) ? readdirSync(join(facts, "providers")) : [];
  const read = (path: string): Record<string, Fields[] | undefined> => parse(readFileSync(path, "utf8"));

  /** Where each group of the facts went. Two listings stood in two files, and stand once now. */
  const groups: [string, string[]][] = [
    ["services", ["services"]],
    ["entities", ["parties"]],
    ["ownership", ["interests"]],
    ["government_reach", ["ties"]],
    ["regions", ["regions"]],
    ["us_locations", ["usLocations"]],
    ["relationships", ["relationships"]],
    ["domains", ["signatures", "domains"]],
    ["asns", ["signatures", "asns"]],
    ["ip_range_feeds", ["signatures", "rangeFeeds"]],
    ["container_registries", ["signatures", "registries"]],
    ["terraform", ["signatures", "terraform"]],
    ["sdk_packages", ["signatures", "packages"]],
    ["config_markers", ["signatures", "markers"]],
    ["list_designations", ["listings"]],
    ["sources", ["sources"]],
    ["notes", ["notes"]],
  ];
  /** What was added to a file on purpose, by file and group. */
  const added: Record<string, number> = {
    "vk-cloud.yaml entities": 1,
    "vk-cloud.yaml sources": 1,
    "huawei-cloud.yaml sources": 2,
    "huawei-group.yaml list_designations": -1,
    "sber.yaml list_designations": -1,
    // in.th is a public suffix: a note stands in its place.
    "tencent-group.yaml domains": -1,
    "tencent-group.yaml notes": 1,
    // Market facts, disclosures, prior actions and practices have groups of their own now.
    "alibaba-cloud.yaml government_reach": -3,
    "alibaba-cloud.yaml relationships": -5,
  };
  /** The contracts as they stood in 2017 were found later, and stand before those of the facts. */
  function laterFound(fact: Fields): boolean {
    return String(fact.sources) === "ali-vie17";
  }
  /** Facts of one file that stand in another group now. */
  function movedOn(name: string, group: string, fact: Fields): boolean {
    if (name !== "alibaba-cloud.yaml") return false;
    if (group === "government_reach") return ["review", "allegation", "data-path"].includes(String(fact.basis));
    return group === "relationships" && /^(market fact|risk disclosure)/.test(String(fact.kind));
  }

  function within(value: unknown, keys: string[]): Fields[] {
    return (keys.reduce((inner, key) => (inner as Fields | undefined)?.[key], value) as Fields[] | undefined) ?? [];
  }

  it.each([
    ...providers.map((name) => [name, join(facts, "providers", name), join("reference/providers", name)]),
    ["owners.yaml", join(facts, "owners.yaml"), "reference/owners.yaml"],
  ])("loses nothing of %s", (name, from, to) => {
    const before = read(from);
    const after = read(to);
    for (const [group, keys] of groups) {
      const wanted = (before[group] ?? []).length + (added[`${name} ${group}`] ?? 0);
      expect(within(after, keys).length, group).toBeGreaterThanOrEqual(wanted);
    }
  });

  it.each(providers)("keeps sources, confidence and notes of every fact of %s", (name) => {
    const before = read(join(facts, "providers", name));
    const after = read(join("reference/providers", name));
    for (const [group, keys] of groups) {
      if (["sources", "notes", "list_designations"].includes(group)) continue;
      const carriedOver = (before[group] ?? []).filter((fact) => fact.suffix !== "in.th" && !movedOn(name, group, fact));
      carriedOver.forEach((fact, index) => {
        const carried = within(after, keys).filter((one) => !laterFound(one))[index];
        // What nobody had looked up may since have been; it then stands on what was opened.
        const lookedUp = String(fact.sources) === "own-knowledge" && String(carried?.sources) !== "own-knowledge";
        if (lookedUp) return;
        expect(carried?.sources, `${group} ${index}`).toEqual(expect.arrayContaining(fact.sources as string[]));
        // The opening of the Mexican region was found in the press since.
        if (group === "regions" && fact.id === "na-south-1") return;
        const lowered = group === "ownership" && fact.owned === "shandong-sasac";
        expect(carried?.confidence, `${group} ${index}`).toBe(lowered ? "low" : fact.confidence);
        if (typeof fact.note === "string") expect(carried?.note, `${group} ${index}`).toContain(fact.note);
      });
    }
  });
});
