import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AttributedObservation, Attribution, Holding, Inventory, Traffic } from "../model/index.js";
import { sampleReference } from "../trace/sample-reference.js";
import { attribute } from "./attribute.js";
import { sampleCatalogue } from "./sample-catalogue.js";
import { formTransactions } from "./transactions.js";

const reference = sampleReference({});
let serial = 0;

function seen(
  kind: AttributedObservation["kind"],
  provider: string | null,
  more: Partial<AttributedObservation> = {},
  region: string | null = null,
): AttributedObservation {
  const attribution: Attribution = {
    provider,
    service: null,
    operator: provider && `${provider}-operator`,
    owner: null,
    region,
    servedFrom: region ? "US" : null,
    technology: null,
    signature: null,
    confidence: provider ? "high" : null,
    tried: [],
  };
  serial += 1;
  return {
    id: `o${serial}`,
    path: "main.tf",
    line: 1,
    column: 1,
    kind,
    value: `${kind}-${serial}`,
    count: 1,
    format: "f",
    attribution,
    ...more,
  };
}

function flow(direction: Traffic["direction"], bytesSent = 10): Traffic {
  return { direction, inferred: false, connections: 1, bytesSent, bytesReceived: 1, firstSeen: null, lastSeen: null, ports: [] };
}

function inventory(more: Partial<Inventory>): Inventory {
  return {
    schemaVersion: "1",
    subject: { name: "S" },
    systems: [],
    holdings: [],
    measures: [],
    accepted: [],
    networks: [],
    exclude: [],
    ...more,
  };
}

function holding(id: string, storedIn: string[], system?: string): Holding {
  return {
    id,
    name: id,
    ...(system ? { system } : {}),
    categories: ["personal-health"],
    usPersons: null,
    usDevices: null,
    identifiers: [],
    linkedTogether: null,
    marketedAsGovernmentPersonnel: false,
    inListedGovernmentArea: false,
    exclusions: [],
    storedIn,
    keysHeldBy: "unknown",
  };
}

function joins(observations: AttributedObservation[], trafficRead = true): Record<string, string> {
  return Object.fromEntries(formTransactions(observations, null, trafficRead, reference).transactions.map((one) => [one.id, one.join]));
}

describe("what is declared and what is seen", () => {
  it("are joined per provider, region first", () => {
    const west = seen("terraform-resource", "cloud", {}, "us-west-1");
    const east = seen("terraform-resource", "cloud", {}, "us-east-1");
    const traffic = seen("address", "cloud", { traffic: flow("outbound") }, "us-west-1");
    expect(joins([west, east, traffic])).toEqual({
      "hosting:cloud:us-east-1:undeclared": "declared-never-seen",
      "hosting:cloud:us-west-1:undeclared": "declared-and-seen",
    });
  });

  it("leave traffic that nobody declared on its own", () => {
    expect(joins([seen("terraform-resource", "cloud"), seen("address", "other", { traffic: flow("outbound") })])).toEqual({
      "hosting:cloud:any-region:undeclared": "declared-never-seen",
      "traffic:other:any-region:undeclared": "seen-never-declared",
    });
  });

  it("say nothing of never seen where no traffic log was read", () => {
    expect(joins([seen("vendor", "cloud")], false)).toEqual({ "vendor:cloud:any-region:undeclared": "declared-no-traffic-read" });
  });

  it("form nothing of a far side that only knocked on the door, and count it", () => {
    const { transactions, assumptions } = formTransactions([seen("address", "cloud", { traffic: flow("inbound") })], null, true, reference);
    expect(transactions).toEqual([]);
    expect(assumptions[0]).toMatch(/^1 addresses of 1 known providers only opened connections/);
  });

  it("say when traffic cannot be told apart between uses, and sum its bytes", () => {
    const both = [
      seen("terraform-resource", "cloud", {}, "a"),
      seen("terraform-resource", "cloud", {}, "b"),
      seen("address", "cloud", { traffic: flow("outbound", 7) }),
    ];
    const { transactions, assumptions } = formTransactions(both, null, true, reference);
    expect(transactions.map((one) => one.bytesSent)).toEqual([7, 7]);
    expect(assumptions).toEqual(["Traffic with cloud could not be told apart between its 2 declared uses; it counts as seen for each."]);
  });
});

describe("uses", () => {
  it("of one kind, provider and system are one transaction; what names no region joins the only one named", () => {
    const observations = [
      seen("terraform-resource", "cloud", {}, "us-west-1"),
      seen("host", "cloud"),
      seen("image", "cloud"),
      seen("terraform-resource", null),
    ];
    expect(Object.keys(joins(observations, false))).toEqual(["hosting:cloud:us-west-1:undeclared", "software:cloud:any-region:undeclared"]);
  });

  it("belong to each declared system that names the path or the address", () => {
    const systems = [
      { id: "archive", name: "Archive", criticality: "high" as const, assets: ["terraform/archive/**"] },
      { id: "shop", name: "Shop", criticality: "high" as const, assets: ["aws_db_instance.*"] },
    ];
    const observations = [
      seen("terraform-resource", "cloud", { path: "terraform/archive/main.tf" }),
      seen("terraform-resource", "aws", { path: "x.tf", context: { address: "module.data.aws_db_instance.orders[0]" } }),
      seen("terraform-resource", "aws", { path: "x.tf", context: { address: "aws_vpc.main" } }),
    ];
    const { transactions } = formTransactions(observations, inventory({ systems }), false, reference);
    expect(transactions.map((one) => one.id)).toEqual([
      "hosting:aws:any-region:shop",
      "hosting:aws:any-region:undeclared",
      "hosting:cloud:any-region:archive",
    ]);
  });
});

describe("lists that name what is used elsewhere", () => {
  it("join that use: a vendor's line, its website, and a service in a bill of materials", () => {
    const systems = [{ id: "archive", name: "Archive", criticality: "high" as const, assets: ["main.tf"] }];
    const observations = [
      seen("terraform-resource", "cloud", {}, "us-west-1"),
      seen("vendor", "cloud", { path: "vendors.csv", context: { address: "vendor/Cloud" } }),
      seen("host", "cloud", { path: "vendors.csv", context: { address: "vendor/Cloud" } }),
      seen("host", "cloud", { path: "sbom.json", context: { address: "service/archive" } }, "us-west-1"),
      seen("host", "other", { path: "vendors.csv", context: { address: "vendor/Other" } }),
    ];
    const { transactions } = formTransactions(observations, inventory({ systems }), false, reference);
    expect(transactions.map((one) => [one.id, one.observations.length])).toEqual([
      ["hosting:cloud:us-west-1:archive", 4],
      ["vendor:other:any-region:undeclared", 1],
    ]);
  });
});

describe("holdings", () => {
  const bucket = seen("terraform-resource", "cloud", { context: { address: 'module.archive.alicloud_oss_bucket.orders["x"]' } });

  it("lie where a named asset is, within modules and instances too", () => {
    const declared = inventory({ holdings: [holding("orders", ["alicloud_oss_bucket.orders"])] });
    expect(formTransactions([bucket], declared, false, reference).transactions[0]?.holdings).toEqual(["orders"]);
  });

  it("are told when their place was not found, or had to be assumed", () => {
    const systems = [{ id: "archive", name: "Archive", criticality: "high" as const, assets: ["main.tf"] }];
    const declared = inventory({ systems, holdings: [holding("lost", ["aws_s3_bucket.gone"]), holding("somewhere", [], "archive")] });
    const { transactions, assumptions } = formTransactions([bucket], declared, false, reference);
    expect(transactions[0]?.holdings).toEqual(["somewhere"]);
    expect(assumptions).toEqual([
      "Holding lost is declared to lie in aws_s3_bucket.gone, which was not found among the artefacts.",
      "Holding somewhere names no place, so it is taken to lie with every provider that hosts archive.",
    ]);
  });
});

it("places holdings with the right one of two operators in the same place", () => {
  const one = seen("host", "cloud");
  const other = seen("host", "cloud", { attribution: { ...one.attribution, operator: "another" } });
  const declared = inventory({ holdings: [holding("somewhere", []), holding("unknown", ["nobody"])] });
  const nobody = seen("host", null, { value: "nobody" });
  const { transactions, assumptions } = formTransactions([one, other, nobody], declared, false, reference);
  expect(transactions.map(({ id, holdings }) => [id, holdings])).toEqual([
    ["hosting:cloud:any-region:undeclared:another", ["somewhere"]],
    ["hosting:cloud:any-region:undeclared:cloud-operator", ["somewhere"]],
  ]);
  expect(assumptions).toEqual([
    "Holding somewhere names no place, so it is taken to lie with every provider that hosts anything.",
    "Holding unknown lies in nobody, which was found, but no known provider stores data there.",
  ]);
});

describe("who stands on the other side", () => {
  const sample = sampleReference(sampleCatalogue);
  const attributed = (kind: AttributedObservation["kind"], value: string, region?: string) => {
    const { attribution } = attribute(
      [{ path: "main.tf", line: 1, column: 1, kind, value, count: 1, format: "f", ...(region ? { context: { region } } : {}) }],
      sample,
      "2026-11-23",
    )[0] ?? { attribution: undefined };
    return seen(kind, null, attribution ? { value, attribution } : {});
  };

  it("is never the subject itself", () => {
    const observations = [attributed("host", "oss-us-west-1.aliyuncs.com"), attributed("host", "s3.amazonaws.com")];
    const declared = inventory({ subject: { name: "Alibaba Cloud Computing Ltd" } });
    const { transactions, assumptions } = formTransactions(observations, declared, false, sample);
    expect(transactions.map((one) => one.provider)).toEqual(["aws"]);
    expect(assumptions).toEqual([
      "1 observations are of services of Alibaba Cloud Computing Ltd itself: the subject is not its own counterparty.",
    ]);
  });

  it("is the operator of the region, with the author of the technology by its party", () => {
    const { transactions } = formTransactions([attributed("terraform-resource", "aws_s3_bucket", "cn-north-1")], null, false, sample);
    expect(transactions).toMatchObject([
      {
        id: "hosting:aws-china:cn-north-1:undeclared",
        operator: "sinnet",
        owner: null,
        technology: ["amazon"],
        region: "cn-north-1",
        servedFrom: "CN",
      },
    ]);
  });
});

it("does not depend on the order of the observations", () => {
  const some = fc.array(
    fc.record({
      kind: fc.constantFrom("terraform-resource", "image", "vendor", "host"),
      provider: fc.constantFrom("a", "b"),
      region: fc.constantFrom(null, "r1", "r2"),
    }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(some, (all) => {
      const observations = all.map(({ kind, provider, region }) => seen(kind as AttributedObservation["kind"], provider, {}, region));
      const ids = (list: AttributedObservation[]) => formTransactions(list, null, true, reference).transactions;
      expect(ids([...observations].reverse())).toEqual(ids(observations));
    }),
  );
});
