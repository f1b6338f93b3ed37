import { describe, expect, it } from "vitest";
import type { AttributedObservation, Holding, Inventory, Provider, Reach, Transaction } from "../model/index.js";
import { party, sampleReference } from "./sample-reference.js";
import { trace } from "./trace.js";

const reference = sampleReference({
  parties: [party("operator", { jurisdiction: "CN" }), party("vendor", { jurisdiction: "CN" })],
  providers: [
    {
      id: "cloud",
      names: { english: "Cloud" },
      kinds: ["cloud"],
      nexus: { class: "adversary", government: "CN", basis: "b" },
      operator: "operator",
      group: "operator",
      regions: [{ id: "us-west-1", name: "Silicon Valley", city: "San Jose", country: "US", sources: ["s"], confidence: "high" }],
      signatures: {},
    } satisfies Provider,
  ],
  instruments: [
    {
      id: "cn-law",
      government: "CN",
      name: "Intelligence Law",
      articles: [],
      compels: "cooperate",
      addressees: "any",
      effects: ["access"],
      mark: "R",
      sources: ["s"],
    },
    {
      id: "us-law",
      government: "US",
      name: "Stored Data Act",
      articles: [],
      compels: "hand over",
      addressees: "providers",
      effects: ["access"],
      mark: "R*",
      sources: ["s"],
    },
  ],
});

const hosting: Transaction = {
  id: "t1",
  kind: "hosting",
  provider: "cloud",
  services: ["Object Storage"],
  region: "us-west-1",
  servedFrom: "US",
  operator: "operator",
  owner: null,
  technology: [],
  system: "archive",
  holdings: ["orders"],
  join: "declared-no-traffic-read",
  observations: ["o1"],
  bytesSent: 0,
  bytesReceived: 0,
  confidence: "high",
};

const observation: AttributedObservation = {
  id: "o1",
  path: "main.tf",
  line: 3,
  column: 1,
  kind: "terraform-resource",
  value: "cloud_bucket",
  count: 1,
  format: "terraform-hcl",
  attribution: {
    provider: "cloud",
    service: null,
    operator: "operator",
    owner: null,
    region: "us-west-1",
    servedFrom: "US",
    technology: null,
    signature: null,
    confidence: "high",
    tried: [],
  },
};

const orders: Holding = {
  id: "orders",
  name: "Orders",
  categories: ["personal-financial"],
  usPersons: 5,
  usDevices: null,
  identifiers: [],
  linkedTogether: null,
  marketedAsGovernmentPersonnel: false,
  inListedGovernmentArea: false,
  exclusions: [],
  storedIn: [],
  keysHeldBy: "provider",
};

const inventory: Inventory = {
  schemaVersion: "1",
  subject: { name: "Subject", jurisdiction: "US" },
  holdings: [orders],
  measures: [],
  accepted: [],
  networks: [],
  exclude: [],
  systems: [{ id: "archive", name: "Archive", criticality: "high", assets: [] }],
};

function reaches(
  change: Partial<Transaction>,
  observations: AttributedObservation[] = [observation],
  declared: Inventory | null = inventory,
): string[] {
  const found = trace({ transactions: [{ ...hosting, ...change }], observations, inventory: declared, reference, asOf: "2026-11-23" });
  return found.map((reach) => `${reach.government} ${reach.effect} ${reach.target.id}: ${kinds(reach)} (${reach.path.confidence})`);
}

function kinds(reach: Reach): string {
  return reach.path.steps.map((step) => step.kind).join(" ");
}

describe("reaches of a hosting transaction", () => {
  it("obtain the stored data, cut it and the system off, and stand on the subject's own soil", () => {
    expect(reaches({})).toEqual([
      "CN access orders: jurisdiction operation hosting (high)",
      "US access orders: territory hosting (medium)",
      "CN disrupt archive: jurisdiction operation dependency (medium)",
      "CN disrupt orders: jurisdiction operation hosting (medium)",
      "US disrupt archive: territory dependency (medium)",
      "US disrupt orders: territory hosting (medium)",
      "CN launch archive: jurisdiction operation dependency (medium)",
    ]);
  });

  it("name the system, with medium confidence at most, where no holding is declared", () => {
    const found = reaches({ system: "undeclared", holdings: [] }, [observation], null);
    expect(found).toContain("CN access undeclared: jurisdiction operation hosting (medium)");
    expect(found.filter((reach) => reach.includes("launch"))).toEqual([]);
  });

  it("carry the artefact's line in their last step", () => {
    const [reach] = trace({ transactions: [hosting], observations: [observation], inventory, reference, asOf: "2026-11-23" });
    expect(reach?.path.steps.at(-1)?.evidence).toEqual([
      { kind: "artefact", locator: "main.tf", line: 3, count: 1, note: "terraform-resource cloud_bucket" },
    ]);
  });
});

describe("reaches of other transactions", () => {
  it("of code that is only depended upon, change it and do not cut off", () => {
    const sdk: AttributedObservation = { ...observation, kind: "package", value: "pkg:npm/cloud-sdk@1" };
    expect(reaches({ kind: "software", region: null, servedFrom: null, holdings: [] }, [sdk])).toEqual([
      "CN tamper archive: jurisdiction supply (medium)",
    ]);
  });

  it("of a registry, change what it serves and cut builds off", () => {
    const image: AttributedObservation = { ...observation, kind: "image", value: "registry.cloud/x:1" };
    expect(reaches({ kind: "software", region: null, servedFrom: null, holdings: [] }, [image])).toEqual([
      "CN disrupt archive: jurisdiction operation dependency (medium)",
      "CN tamper archive: jurisdiction supply (medium)",
    ]);
  });

  it("of traffic that nobody declared, stay leads for cut-off and launch", () => {
    const seen: Partial<Transaction> = {
      kind: "traffic",
      region: null,
      servedFrom: null,
      holdings: [],
      join: "seen-never-declared",
      bytesSent: 100,
    };
    expect(reaches(seen)).toEqual([
      "CN access archive: jurisdiction operation hosting (medium)",
      "CN disrupt archive: jurisdiction operation dependency (low)",
      "CN launch archive: jurisdiction operation traffic (low)",
    ]);
    expect(reaches({ ...seen, bytesSent: 0 }).filter((reach) => reach.includes("access"))).toEqual([]);
  });

  it("of technology that another wrote, reach through the author too", () => {
    const image: AttributedObservation = { ...observation, kind: "image", value: "registry.cloud/x:1" };
    const found = trace({
      transactions: [{ ...hosting, kind: "software", holdings: [], technology: ["vendor"] }],
      observations: [image],
      inventory,
      reference,
      asOf: "2026-11-23",
    });
    const tamper = found.find((reach) => reach.effect === "tamper" && reach.government === "CN");
    expect([tamper?.path, ...(tamper?.alternatives ?? [])].map((path) => path?.steps.at(-1)?.from.id)).toEqual(["operator", "vendor"]);
  });
});
