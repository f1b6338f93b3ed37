import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compareImpacts, impact, UnknownName } from "./impact.js";
import { dependencyTimes, Impact, ImpactComparison, type ScenarioFile } from "./model/index.js";
import { loadReference } from "./reference/load.js";
import { loadRulePacks } from "./rule-packs.js";

const reference = loadReference();
const packs = await loadRulePacks(["us-dsp", "us-icts"]);
const asOf = "2026-11-23";

const cut = (block: string[], more: Partial<ScenarioFile> = {}): ScenarioFile => ({
  schemaVersion: "1",
  block,
  regions: [],
  except: [],
  ...more,
});
const on = (path: string, ...scenarios: ScenarioFile[]) => impact([path], { asOf, reference, packs, scenarios });

async function one(path: string, scenario: ScenarioFile): Promise<Impact> {
  const [only] = await on(path, scenario);
  if (!only) throw new Error("no answer");
  return only;
}

const states = ({ systems }: Impact) =>
  Object.fromEntries(systems.map(({ id, times }) => [id, dependencyTimes.map((time) => times[time].verdict)]));

describe("Meridian Retail without Alibaba Cloud, worked out by hand from its files", () => {
  let found: Impact;
  beforeAll(async () => {
    found = await one("examples/meridian-retail", cut(["alibaba-cloud"], { on: "2026-12-31" }));
  });

  it("has the state of each system at build, deploy, run and restore", () => {
    expect(states(found)).toEqual({
      // Its buckets and their key are there (terraform/archive/main.tf). Nothing of it is built.
      "order-archive": ["goes-on", "stops", "stops", "stops"],
      // Its image lies in a registry there: no new copy can be pulled. Whether a running one is ever placed anew is not told. Releases come from the
      // build pipeline, as declared.
      storefront: ["stops", "stops", "cannot-be-told", "stops"],
      // The same, of the image of an init container (kubernetes/analytics.yaml).
      analytics: ["goes-on", "stops", "cannot-be-told", "stops"],
      // The shop is built with the package ali-oss, which is Alibaba's; it runs nowhere.
      "build-pipeline": ["stops", "goes-on", "goes-on", "goes-on"],
      // It needs the archive in part, while it runs and when it is restored, as declared.
      "customer-service": ["goes-on", "goes-on", "degrades", "degrades"],
    });
  });

  it("leaves alone what is elsewhere: the database and the media at AWS, the warehouse, the images of Docker Hub", () => {
    const verdict = (name: string) => found.assets.find((asset) => asset.name.includes(name))?.verdict;
    for (const name of ["aws_db_instance.orders", "aws_s3_bucket.product_media", "snowflakecomputing.com", "postgres:16.4-alpine"])
      expect(verdict(name), name).toBe("goes-on");
  });

  it("tells why by a chain with its places", () => {
    const shop = found.systems.find(({ id }) => id === "storefront");
    const names = shop?.chains.map(({ times, hops }) => [times.join(), hops.at(-1)?.toName, hops.length]);
    expect(names).toContainEqual(["deploy,restore", "registry-intl.us-west-1.aliyuncs.com/meridian/storefront:4.12.0", 2]);
    for (const { hops } of found.systems.flatMap(({ chains }) => chains))
      for (const { because, path } of hops) expect([because, path].every(Boolean)).toBe(true);
  });

  it("keeps revenue that stops apart from revenue of which it cannot be told, and says whose is not declared", () => {
    expect(found.revenue).toEqual({
      stopsUsd: 0,
      degradesUsd: 0,
      cannotBeToldUsd: 1_850_000,
      undeclared: ["analytics", "customer-service", "order-archive"],
    });
  });

  it("moves 18,400 and 5,200 GB at 400 Mbit/s and 7.4 cents a GB", () => {
    expect(found.data.map(({ holding, places, hours, costUsd }) => [holding, places.map(({ name }) => name), hours, costUsd])).toEqual([
      // 18,400 × 8,000 / 400 / 3,600 hours, 18,400 × 0.074 dollars; the same of 5,200.
      ["archived-orders", ["alicloud_oss_bucket.order_archive"], 102.22, 1_361.6],
      ["warranty-claims", ["alicloud_oss_bucket.warranty_claims"], 28.89, 384.8],
    ]);
  });

  it("leaves in 65 days, 27 too many: the pipeline in 5, then the shop in 60; the archive after its data", () => {
    expect(found.exit).toMatchObject({ days: 65, available: 38, daysLate: 27, earliestEnd: "2027-01-27" });
    const step = (id: string) => found.exit.steps.find(({ action, assets }) => action === "switch" && assets.includes(`system:${id}`));
    expect(step("build-pipeline")).toMatchObject({ days: 5, start: "2026-10-27", end: "2026-11-01" });
    expect(step("storefront")).toMatchObject({ days: 60, start: "2026-11-01", end: "2026-12-31" });
    expect(step("storefront")?.after).toContain(step("build-pipeline")?.number);
    // All data of the provider over one line: 131.11 hours are 5.46 days.
    const store = found.exit.steps.find(({ assets }) => assets.some((id) => id.endsWith("alicloud_oss_bucket.order_archive")));
    expect(store?.days).toBeCloseTo(5.463, 2);
    expect(step("order-archive")).toMatchObject({ days: 35, start: "2026-11-26", end: "2026-12-31" });
    // It needs the archive alone, and goes on with it wherever that is.
    expect(step("customer-service")).toBeUndefined();
  });

  it("touches the branch abroad and the subsidiary through their systems, and the contract that runs on for 52 days", () => {
    expect(found.entities.map(({ id, systems, staff }) => [id, systems.map(({ id: system }) => system).sort(), staff])).toEqual([
      ["subject", ["build-pipeline", "order-archive", "storefront"], 34 + 3 + 12],
      ["toronto", ["customer-service"], 58],
      ["meridian-asia", ["analytics"], 6],
    ]);
    // 90 days from 23 November 2026.
    expect(found.contracts).toMatchObject([{ id: "archive-hosting", earliestEnd: "2027-02-21", daysBeyond: 52, people: 3 }]);
  });

  it("has the package registry of the same parent in the shared fate, which goes on", () => {
    const [fate] = found.sharedFate;
    expect(fate?.parent).toBe("alibaba-group-holding");
    expect(fate?.members).toContainEqual(expect.objectContaining({ provider: "alibaba-group", service: "package-registry", cutOff: "no" }));
  });

  it("offers object storage of providers that no pack covers, and none of Alibaba's or Tencent's", () => {
    const storage = found.replacements.find(({ service }) => service === "object-storage");
    const ids = storage?.candidates.map(({ provider }) => provider) ?? [];
    expect(ids).toEqual(expect.arrayContaining(["aws", "backblaze"]));
    expect(ids.filter((id) => ["alibaba-cloud", "tencent-cloud", "huawei-cloud", "aws-china"].includes(id))).toEqual([]);
  });

  it("tells what a prohibition touches of the provider's own business in the United States, with sources", () => {
    const [side] = found.providerSide;
    expect(side?.business.map(({ value }) => value)).toContain(50_000_000);
    expect(side?.partners.map(({ party }) => party)).toEqual(expect.arrayContaining(["Ford Motor Company", "Red Hat (IBM)"]));
    for (const { statement } of [...(side?.business ?? []), ...(side?.partners ?? [])])
      expect(statement.evidence.length).toBeGreaterThan(0);
  });

  it("fits its schema, and is the same when asked again", async () => {
    expect(Impact.parse(JSON.parse(JSON.stringify(found)))).toEqual(found);
    expect(await one("examples/meridian-retail", cut(["Alibaba Cloud"], { on: "2026-12-31" }))).toMatchObject({
      scenario: { id: found.scenario.id },
      systems: found.systems,
      exit: found.exit,
    });
  });
});

describe("what is cut off", () => {
  const path = "examples/meridian-retail";

  it("a party takes all that it owns or controls with it, and each says by which rule", async () => {
    const { blocked } = await one(path, cut(["alibaba-group-holding"]));
    const providers = new Set(blocked.map(({ provider }) => provider));
    expect([...providers].sort()).toEqual(["alibaba-cloud", "alibaba-group"]);
    for (const { rules } of blocked) expect(rules.join(" ")).toMatch(/Alibaba Group/);
  });

  it("a government takes what it can have denied through operators and owners, and what stands on its soil", async () => {
    const { blocked, replacements } = await one(path, cut(["CN"]));
    const providers = new Set(blocked.map(({ provider }) => provider));
    expect(providers).toContain("alibaba-cloud");
    expect(providers).toContain("tencent-cloud");
    expect(providers).not.toContain("aws");
    expect(blocked.find(({ region }) => region === "cn-hangzhou")?.rules.join(" ")).toMatch(/stands on the soil of China/);
    expect(blocked.find(({ provider }) => provider === "tencent-cloud")?.rules.join(" ")).toMatch(/China can have it denied/);
    expect(replacements.flatMap(({ candidates }) => candidates.map(({ provider }) => provider))).not.toContain("tencent-cloud");
  });

  it("a region narrows it; what has no known region is possible only", async () => {
    const { blocked } = await one(path, cut(["alibaba-cloud"], { regions: ["cn-hangzhou"] }));
    expect(blocked.filter(({ certainty }) => certainty === "sure").every(({ region }) => region === "cn-hangzhou")).toBe(true);
    expect(blocked.some(({ certainty, region }) => certainty === "possible" && region === null)).toBe(true);
    expect(blocked.some(({ region }) => region === "us-west-1")).toBe(false);
  });

  it("an exception leaves a system, a service or an asset, and says so", async () => {
    const [whole, system, service] = await on(
      path,
      cut(["alibaba-cloud"]),
      cut(["alibaba-cloud"], { except: ["order-archive"] }),
      cut(["alibaba-cloud"], { except: ["OSS"] }),
    );
    expect(states(system as Impact)["order-archive"]).not.toEqual(states(whole as Impact)["order-archive"]);
    expect(service?.excepted.length).toBeGreaterThan(0);
    expect(service?.blocked.some((one) => one.service?.includes("OSS"))).toBe(false);
    const comparison = compareImpacts([whole, system, service] as Impact[]);
    expect(ImpactComparison.parse(comparison)).toEqual(comparison);
    expect(comparison.systems.map(({ id }) => id)).toContain("order-archive");
    expect(comparison.holdings.map(({ id }) => id)).toEqual(["archived-orders", "warranty-claims"]);
  });

  it("names what is near where a name is not known", async () => {
    await expect(one(path, cut(["alibaba-clud"]))).rejects.toThrow(UnknownName);
    await expect(one(path, cut(["alibaba-clud"]))).rejects.toThrow(/--block alibaba-clud is not known.*alibaba-cloud/);
    await expect(one(path, cut(["alibaba-cloud"], { regions: ["us-wst-1"] }))).rejects.toThrow(/--region us-wst-1 is not known.*us-west-1/);
    await expect(one(path, cut(["alibaba-cloud"], { except: ["order-archve"] }))).rejects.toThrow(/--except order-archve is not known/);
  });
});

describe("what is declared for continuity", () => {
  const folder = mkdtempSync(join(tmpdir(), "beholden-impact-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const declaration = `
subject:
  name: Harbour Books
  jurisdiction: US
  entities:
    - { id: hb-canada, name: Harbour Books Canada, kind: subsidiary, jurisdiction: CA, ownedPercent: 100 }
    - { id: hb-tokyo, name: Harbour Books Tokyo, kind: branch, jurisdiction: JP }
systems:
  - { id: shop, name: Shop, assets: [main.tf], dailyRevenueUsd: 1000, migrationDays: 10, recoveryTimeHours: 48, staff: 12, entity: hb-canada }
  - { id: desk, name: Desk, dependsOn: [{ system: shop, need: partial }], dailyRevenueUsd: 400, recoveryTimeHours: 4, entity: hb-tokyo }
holdings:
  - { id: books, name: Books, system: shop, categories: [intellectual-property], storedIn: [alicloud_oss_bucket.books], sizeGigabytes: 5400 }
contracts:
  - { id: frame, provider: Alibaba Cloud, noticeDays: 30, yearlyUsd: 120000, people: 3 }
egress:
  - { provider: alibaba-cloud, megabitsPerSecond: 500, usdPerGigabyte: 0.08 }
`;
  let found: Impact;
  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "beholden.yaml"), declaration);
    writeFileSync(
      join(folder, "main.tf"),
      'provider "alicloud" {\n  region = "us-west-1"\n}\nresource "alicloud_oss_bucket" "books" {\n  bucket = "harbour-books"\n}\n',
    );
    found = await one(folder, cut(["alibaba-cloud"], { on: "2026-12-03" }));
  });

  it("moves 5,400 GB at 500 Mbit/s in 24 hours, for 432 dollars", () => {
    // 5,400 × 8,000 Mbit / 500 Mbit/s = 86,400 s.
    expect(found.data).toMatchObject([{ gigabytes: 5_400, megabitsPerSecond: 500, hours: 24, costUsd: 432, sizeFrom: "declared" }]);
  });

  it("takes another rate where one is asked for", async () => {
    const { data } = await one(folder, cut(["alibaba-cloud"], { egressMegabitsPerSecond: 1_000 }));
    expect(data).toMatchObject([{ hours: 12, rateFrom: "as asked" }]);
  });

  it("is a day late: one day of data and ten of moving, ten days before the cut-off", () => {
    expect(found.exit).toMatchObject({ days: 11, available: 10, daysLate: 1, earliestEnd: "2026-12-04" });
    const replaced = found.exit.steps.find(({ action, what }) => action === "replace" && what.includes("bucket.books"));
    expect(replaced).toMatchObject({ days: 1, start: "2026-11-22", end: "2026-11-23" });
    const moved = found.exit.steps.find(({ action, assets }) => action === "switch" && assets.includes("system:shop"));
    expect(moved).toMatchObject({ days: 10, start: "2026-11-23", end: "2026-12-03" });
  });

  it("sums what stops and what degrades apart, at home and abroad", () => {
    expect(found.revenue).toMatchObject({ stopsUsd: 1_000, degradesUsd: 400, cannotBeToldUsd: 0 });
    expect(found.entities.map(({ id, systems, staff }) => [id, systems.map(({ id: system }) => system), staff])).toEqual([
      ["subject", [], null],
      ["hb-canada", ["shop"], 12],
      ["hb-tokyo", ["desk"], null],
    ]);
  });

  it("tells that the contract runs on for 20 days, and whom it touches", () => {
    expect(found.contracts).toMatchObject([
      { id: "frame", with: "Alibaba Cloud", earliestEnd: "2026-12-23", daysBeyond: 20, yearlyUsd: 120_000, people: 3 },
    ]);
  });

  it("tells that the objective of the shop is missed, and that the desk, which moves nothing itself, waits for it", () => {
    expect(found.recovery).toMatchObject([
      {
        system: "desk",
        objectiveHours: 4,
        hours: null,
        met: "cannot-be-told",
        because: expect.stringMatching(/nothing of its own to move/),
      },
      { system: "shop", objectiveHours: 48, hours: 264, met: "no" },
    ]);
  });
});
