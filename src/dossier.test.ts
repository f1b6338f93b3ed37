import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { speaksOfLater } from "./dossier/dating.js";
import { dossier, ProviderNotFound } from "./dossier.js";
import { type Day, Dossier, lastDayOf, type RulePack } from "./model/index.js";
import { packageRoot } from "./package-root.js";
import { loadReference } from "./reference/load.js";
import { renderDossier } from "./report/dossier/report.js";
import { builtInPacks, loadRulePacks } from "./rule-packs.js";

const reference = loadReference();
const options = { width: 100, color: false };
let regimes: RulePack[];
beforeAll(async () => {
  regimes = (await loadRulePacks(await builtInPacks())).map(({ pack }) => pack);
});

const on = (provider: string, asOf: Day, since?: Day) => dossier(provider, { regimes, reference, asOf, since });
const concerned = reference.catalogue.providers.filter(({ nexus }) => nexus.class !== "non-adversary").map(({ id }) => id);
const days: Day[] = ["2018-01-01", "2022-01-18", "2024-09-30", "2026-11-27"];

describe("the model case: Alibaba Cloud on 2022-01-18, as Reuters reported it that day", () => {
  let found: Dossier;
  beforeAll(() => {
    found = on("alibaba-cloud", "2022-01-18");
  });

  it.each([
    ["rank", 4, "exact", "Canalys"],
    ["customers", 4_000_000, "about", "Reuters"],
    ["revenue", 9_200_000_000, "exact", "Reuters"],
    ["revenue-growth", 50, "exact", "Reuters"],
    ["share-of-group-sales", 8, "exact", "Reuters"],
    ["us-revenue", 50_000_000, "below", "Gartner"],
  ])("has its market fact: %s", (measure, value, bound, saidBy) => {
    expect(found.market).toContainEqual(
      expect.objectContaining({
        measure,
        value,
        bound,
        statement: expect.objectContaining({ saidBy, date: "2022-01-18", confidence: "medium" }),
      }),
    );
  });

  it("marks the figure of Gartner as an estimate", () => {
    expect(found.market.find(({ measure }) => measure === "us-revenue")?.estimate).toBe(true);
  });

  it("has its sites in Silicon Valley, since 2015, and in Virginia, and not the one in Atlanta", () => {
    const sites = found.usSites.map(({ place, statement }) => [place, statement.date]);
    expect(sites).toContainEqual(["Silicon Valley", "2015-03"]);
    expect(sites.map(([place]) => place)).toContain("Virginia");
    expect(JSON.stringify(found)).not.toContain("Atlanta");
  });

  it("names Ford, IBM's Red Hat and Hewlett Packard Enterprise, and what the annual report warns of", () => {
    const american = found.relations.filter(({ country }) => country === "US").map(({ party }) => party);
    expect(american).toEqual(expect.arrayContaining(["Ford Motor Company", "Red Hat (IBM)", "Hewlett Packard Enterprise"]));
    expect(found.disclosures.map(({ date }) => date)).toEqual(["2021-07-27"]);
  });

  it("has the block of MoneyGram, the warning of 2020 and the review", () => {
    expect(found.priorActions.map(({ kind, statement }) => [kind, statement.date])).toEqual([
      ["blocked-transaction", "2018-01-02"],
      ["warning", "2020-08-05"],
      ["review", "2022-01-18"],
    ]);
  });

  it("gives the office the powers of that day over six governments", () => {
    const power = found.powers.find(({ citation }) => citation.startsWith("15 CFR part 7 "));
    expect(power?.office).toBe("Department of Commerce, Office of Intelligence and Security");
    expect(power?.adversaries.map(({ name }) => name)).toEqual([
      "China",
      "Cuba",
      "Iran",
      "North Korea",
      "Russia",
      "Venezuela's Maduro regime",
    ]);
  });

  it("reaches from China to the operating company, to obtain data surely and to cut off by inference", () => {
    const reaches = found.reaches.filter(({ party }) => party === "alibaba-cloud-computing");
    expect(reaches.map(({ government, effect, path }) => [government, effect, path.confidence])).toEqual([
      ["CN", "access", "high"],
      ["CN", "disrupt", "medium"],
    ]);
  });

  it("is on no list that day", () => {
    expect(found.listings).toEqual([]);
  });

  it("answers each question of the review or leaves it open with whom to ask", () => {
    expect(found.questions.map(({ id, status }) => [id, status])).toEqual([
      ["storage", "partly"],
      ["access", "answered"],
      ["disruption", "partly"],
      ["launch", "open"],
      ["onward", "partly"],
    ]);
    for (const { ask } of found.questions) expect(ask.length).toBeGreaterThan(0);
  });
});

describe("what has changed since 2022-01-18", () => {
  it("tells of the list and the suit, of new and closed regions, and of the law of the office", () => {
    const changes = on("alibaba-cloud", "2026-11-27", "2022-01-18").changes?.changes ?? [];
    const told = changes.map(({ kind, on: day, text }) => `${kind} ${day} ${text}`);
    for (const words of [
      /^listing 2026-06-08 Alibaba Group Holding Limited .*1260H/,
      /^action 2026-06-23 .*sued/,
      /^action 2026-02-13 .*withdrawn/,
      /^region 2025 New region: Mexico/,
      /^region 2024-09-30 Region closed: Australia/,
      /^power 2024-07-18 .*15 CFR part 7 became 15 CFR part 791/,
      /^power 2025-02-04 .*final/,
      /^law 2023-04-26 Counter-Espionage Law/,
      /^law 2025-10-28 Cybersecurity Law.*2026-01-01/,
      /^verdict null .*us-dod-1260h: was not covered, now covered/,
    ])
      expect(told).toContainEqual(expect.stringMatching(words));
    for (const { on: day } of changes) if (day) expect(lastDayOf(day) > "2022-01-18").toBe(true);
  });
});

/** Every text and date of a dossier with the way to it; the dates of sources, and ids, are no facts. */
function texts(value: unknown, way: string[] = []): { way: string[]; text: string }[] {
  if (typeof value === "string") return [{ way, text: value }];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    ["evidence", "reference", "tool", "id"].includes(key) ? [] : texts(inner, [...way, key]),
  );
}

function confidences(value: unknown, way: string[] = []): { way: string[]; confidence: string }[] {
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "confidence" && typeof inner === "string" ? [{ way, confidence: inner }] : confidences(inner, [...way, key]),
  );
}

describe.each(concerned)("%s", (provider) => {
  it("has on each day a dossier of the published shape with nothing later in it, and leads nowhere but among the leads", () => {
    for (const day of days) {
      const found = Dossier.parse(on(provider, day));
      const later = texts(found).filter(({ text }) => speaksOfLater(text, day));
      expect(later, `${provider} on ${day}`).toEqual([]);
      const low = confidences(found).filter(({ way, confidence }) => confidence === "low" && way[0] !== "leads");
      expect(low, `${provider} on ${day}`).toEqual([]);
      for (const { statement } of found.leads) expect(statement.confidence).toBe("low");
    }
  });

  it("is written in each form", () => {
    const found = on(provider, "2026-11-27", "2022-01-18");
    const page = renderDossier(found, "text", options);
    expect(page.split("\n").length - 1).toBeLessThanOrEqual(66);
    expect(Math.max(...page.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(renderDossier(found, "text", { ...options, full: true }).length).toBeGreaterThan(page.length);
    expect(JSON.parse(renderDossier(found, "json", options))).toEqual(found);
    expect(renderDossier(found, "html", options)).toMatch(/^<!doctype html>/);
  });
});

describe("a dossier", () => {
  it("has a source for every statement and every change that is not drawn from others", () => {
    const { ownership, changes, ...found } = on("alibaba-cloud", "2026-11-27", "2022-01-18");
    const bare = JSON.stringify(found).match(/"evidence":\[\]/g) ?? [];
    expect(bare).toEqual([]);
    expect(changes?.changes.filter(({ evidence, kind }) => evidence.length === 0 && kind !== "verdict")).toEqual([]);
    expect(ownership.length).toBeGreaterThan(0);
  });

  it("gives the same bytes each time, and is found by name in any case", () => {
    const bytes = renderDossier(on("alibaba-cloud", "2022-01-18"), "json", options);
    expect(renderDossier(on("ALIBABA CLOUD", "2022-01-18"), "json", options)).toBe(bytes);
    expect(renderDossier(on("阿里云", "2022-01-18"), "json", options)).toBe(bytes);
  });

  it("refuses a provider that is not on file", () => {
    expect(() => on("no such cloud", "2022-01-18")).toThrow(ProviderNotFound);
  });

  it("conforms to the schema that is published", () => {
    const schema = JSON.parse(readFileSync(join(packageRoot(), "schemas", "dossier.schema.json"), "utf8"));
    expect([...schema.required].sort()).toEqual(Object.keys(on("selectel", "2026-11-27")).sort());
    const packDigests = new Map(regimes.map(({ id }) => [id, "a".repeat(64)]));
    const told = dossier("selectel", { regimes, packDigests, reference, asOf: "2026-11-27" });
    expect(Object.keys(schema.properties).sort()).toEqual(Object.keys(told).sort());
    expect(told.rulePacks).toEqual(regimes.map(({ id, title }) => ({ id, title, sha256: "a".repeat(64) })));
  });
});
