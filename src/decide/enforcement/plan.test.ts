import { describe, expect, it } from "vitest";
import { sampleProvider } from "../../attribute/sample-catalogue.js";
import type { Catalogue, Provider, Signatures } from "../../model/index.js";
import { referenceFrom } from "../../reference/load.js";
import { enforcementPlan } from "./plan.js";
import { rangeOf } from "./prefixes.js";
import type { EnforcementRequest, RoutedRange } from "./request.js";

const fact = { sources: ["s"], confidence: "high" } as const;
const of = <Rest extends object>(rest: Rest) => ({ ...fact, sources: ["s"], ...rest });
const domains = (...suffixes: string[]) => suffixes.map((suffix) => of({ suffix }));
const region = (id: string, operator?: string) => of({ id, name: id, city: null, country: "CN", ...(operator ? { operator } : {}) });
const provider = (id: string, signatures: Signatures, more: Partial<Provider> = {}) =>
  sampleProvider(id, { names: { english: id }, ...more, signatures });

function requestFor(
  targets: EnforcementRequest["targets"],
  others: Provider[],
  more: Partial<EnforcementRequest> = {},
): EnforcementRequest {
  const providers = [...targets.map((one) => one.provider), ...others];
  const source = { id: "s", url: "https://source.example/", title: "Source", retrieved: "2026-11-01" };
  const empty = { parties: [], interests: [], listings: [], lists: [], ties: [], instruments: [], governments: [], measures: [] };
  const catalogue: Catalogue = { schemaVersion: "1", edition: "2026-11-01", providers, ...empty, sources: { s: source } };
  return {
    ...{
      title: "Prohibition",
      determination: null,
      targets,
      kept: [],
      remarks: [],
      includeShared: false,
      routes: [],
      routingTable: "a table",
    },
    ...{
      asOf: "2026-11-27",
      from: "2026-12-01",
      review: "2027-03-01",
      expires: "2027-12-01",
      reference: referenceFrom(catalogue, undefined, "0".repeat(64)),
    },
    ...more,
  };
}

const whole = (one: Provider) => [{ provider: one, regions: [] }];
const plan = (request: EnforcementRequest) => enforcementPlan(request, { name: "beholden", version: "0.1.0" });
const planOf = (one: Provider, others: Provider[] = [], more: Partial<EnforcementRequest> = {}) =>
  plan(requestFor(whole(one), others, more));
const route = (prefix: string, asn: number): RoutedRange => ({ ...(rangeOf(prefix) as Omit<RoutedRange, "asn">), asn });
const withheldValues = (found: ReturnType<typeof plan>, kind: string) =>
  found.withheld.filter((one) => one.kind === kind).map(({ value }) => value);

describe("names", () => {
  it("are the provider's suffixes, with the address of the source, without those under another one", () => {
    const { names, withheld } = planOf(provider("a", { domains: domains("b.example", "a.example", "x.a.example") }));
    expect(names.map(({ suffix }) => suffix)).toEqual(["a.example", "b.example"]);
    expect(names[0]).toEqual({
      ...{ suffix: "a.example", except: [], provider: "a", why: "A name of a", confidence: "high", sharedWith: [] },
      sources: ["https://source.example/"],
    });
    expect(withheld).toEqual([]);
  });

  it("leave open what another provider has below them, and say who; --include-shared blocks it and says who", () => {
    const target = provider("a", { domains: domains("a.example") });
    const other = provider("b", { domains: domains("mail.a.example") });
    const found = planOf(target, [other]);
    expect(found.names).toEqual([expect.objectContaining({ suffix: "a.example", except: ["mail.a.example"], sharedWith: [] })]);
    expect(found.withheld).toEqual([
      {
        kind: "name",
        value: "mail.a.example",
        why: "lies under a.example, and is b's",
        sharedWith: [{ name: "b", because: "mail.a.example is its own" }],
      },
    ]);
    const shared = planOf(target, [other], { includeShared: true });
    expect(shared.names).toEqual([
      expect.objectContaining({ suffix: "a.example", except: [], sharedWith: [{ name: "b", because: "mail.a.example is its own" }] }),
    ]);
    expect(shared.withheld).toEqual([]);
  });

  it("leave open what a kept provider has, whatever else is asked", () => {
    const other = provider("b", { domains: domains("mail.a.example") });
    const found = planOf(provider("a", { domains: domains("a.example") }), [other], {
      includeShared: true,
      kept: [{ provider: other, region: null }],
    });
    expect(found.names[0]?.except).toEqual(["mail.a.example"]);
  });

  it("leave open a service or registry of another provider below them, and block both where both are to be cut off", () => {
    const target = provider("a", { domains: domains("a.example") });
    const other = provider(
      "b",
      { registries: [of({ host: "registry.a.example" })] },
      { services: [of({ name: "Captcha", what: "captcha", host: "captcha.a.example" })] },
    );
    expect(planOf(target, [other]).names[0]?.except).toEqual(["captcha.a.example", "registry.a.example"]);
    const both = plan(requestFor([...whole(target), ...whole(other)], []));
    expect(both.names.map(({ suffix, except }) => [suffix, except])).toEqual([["a.example", []]]);
  });

  it("of a customer at a content network are blocked alone, not the network's", () => {
    const network = provider("cdn", { domains: domains("cdn.example") });
    expect(planOf(provider("a", { domains: domains("a.com.cdn.example") }), [network]).names.map(({ suffix }) => suffix)).toEqual([
      "a.com.cdn.example",
    ]);
  });

  it.each([
    ["a public suffix", provider("a", { domains: domains("co.uk") }), "co.uk", "everybody who registers a name below it"],
    [
      "a suffix under which customers publish, as the Public Suffix List says",
      provider("a", { domains: domains("github.io") }),
      "github.io",
      "customers of a",
    ],
    [
      "sites of customers, as the catalogue says",
      provider("a", { domains: [of({ suffix: "s.example", use: "customer sites", customerSites: true })] }),
      "s.example",
      "customers of a",
    ],
    [
      "the edge of a content network, as the pattern of the service says",
      provider(
        "a",
        { domains: domains("kunlun1.example") },
        { services: [of({ name: "CDN", what: "content delivery", host: "*.kunlun*.example" })] },
      ),
      "kunlun1.example",
      "customers of a",
    ],
  ])("are withheld where they are %s, and blocked with --include-shared", (_, target, value, name) => {
    const found = planOf(target);
    expect(found.names).toEqual([]);
    expect(found.withheld).toEqual([{ kind: "name", value, why: "others share it", sharedWith: [expect.objectContaining({ name })] }]);
    const shared = planOf(target, [], { includeShared: true });
    expect(shared.names).toEqual([expect.objectContaining({ suffix: value, sharedWith: [expect.objectContaining({ name })] })]);
  });

  it("stay open below a blocked name where they are withheld for the sake of others", () => {
    const target = provider("a", {
      domains: [of({ suffix: "a.example" }), of({ suffix: "sites.a.example", use: "customer sites", customerSites: true })],
    });
    expect(planOf(target).names).toEqual([expect.objectContaining({ suffix: "a.example", except: ["sites.a.example"] })]);
  });

  it("are withheld where they are only a lead, whatever is asked", () => {
    const target = provider("a", { domains: [{ suffix: "a.example", sources: ["s"], confidence: "low" }] });
    for (const includeShared of [false, true]) expect(withheldValues(planOf(target, [], { includeShared }), "name")).toEqual(["a.example"]);
  });

  it.each([
    "a b.example",
    "a.example\nallow all",
    '";drop',
    "*.example",
    "a..example",
    "-",
    ".",
    "x".repeat(64),
    "ü.example",
    "$(x).example",
  ])("are withheld where they are no host names: %j", (suffix) => {
    const found = planOf(provider("a", { domains: domains(suffix, "good.example") }));
    expect(found.names.map((one) => one.suffix)).toEqual(["good.example"]);
    expect(found.withheld).toEqual([{ kind: "name", value: suffix, why: "it is no host name", sharedWith: [] }]);
  });
});

describe("prefixes", () => {
  const asn = (number: number, note?: string) =>
    of({ asn: number, organisation: `Network ${number}`, party: "a-company", ...(note ? { note } : {}) });

  it("are those that the provider's networks announce, the fewest for each network, never of more than medium confidence", () => {
    const routes = [
      route("192.0.2.0/25", 64500),
      route("192.0.2.128/25", 64500),
      route("198.51.100.0/24", 64501),
      route("2001:db8::/32", 64500),
      route("203.0.113.0/24", 64999),
    ];
    const found = planOf(provider("a", { asns: [asn(64500), asn(64501)] }), [], { routes });
    expect(found.prefixes.map(({ prefix, family, asn: from, confidence }) => [prefix, family, from, confidence])).toEqual([
      ["192.0.2.0/24", 4, 64500, "medium"],
      ["198.51.100.0/24", 4, 64501, "medium"],
      ["2001:db8::/32", 6, 64500, "medium"],
    ]);
  });

  it("never hold private, shared, loopback, multicast or reserved addresses, whatever a table says", () => {
    const routes = [route("0.0.0.0/0", 64500), route("::/0", 64500)];
    const { prefixes } = planOf(provider("a", { asns: [asn(64500)] }), [], { routes });
    const ranges = prefixes.map(({ prefix }) => rangeOf(prefix));
    const holds = (address: string) => {
      const one = rangeOf(address);
      return ranges.some((range) => range && one && range.family === one.family && range.first <= one.first && one.last <= range.last);
    };
    for (const own of [
      "10.1.2.3/32",
      "100.64.0.1/32",
      "127.0.0.1/32",
      "169.254.169.254/32",
      "172.31.0.1/32",
      "192.168.1.1/32",
      "224.0.0.1/32",
      "255.255.255.255/32",
      "::1/128",
      "fd00::1/128",
      "fe80::1/128",
      "ff02::1/128",
    ])
      expect([own, holds(own)]).toEqual([own, false]);
    for (const public_ of ["11.0.0.0/32", "100.128.0.0/32", "172.32.0.1/32", "2001:db8::1/128"])
      expect([public_, holds(public_)]).toEqual([public_, true]);
  });

  it("of a network that the catalogue says carries others are withheld, whatever the remark", () => {
    const note = "carrier backbone; not only cloud";
    expect(planOf(provider("a", { asns: [asn(64500, note)] }), [], { routes: [route("192.0.2.0/24", 64500)] }).prefixes).toHaveLength(1);
    const target = provider("a", { asns: [{ ...asn(64500, note), carriesOthers: true }] });
    const routes = [route("192.0.2.0/24", 64500), route("198.51.100.0/24", 64500)];
    const found = planOf(target, [], { routes });
    expect(found.prefixes).toEqual([]);
    expect(found.withheld).toEqual([
      {
        ...{ kind: "prefix", value: "AS64500 (2 IPv4 prefixes)", why: "others share it" },
        sharedWith: [{ name: "others in the network of Network 64500", because: `AS64500 carries more than a: ${note}` }],
      },
    ]);
    expect(planOf(target, [], { routes, includeShared: true }).prefixes.map(({ prefix }) => prefix)).toEqual([
      "192.0.2.0/24",
      "198.51.100.0/24",
    ]);
  });

  it("leave out what another provider publishes as its own, say whose it is, and block it where shared things are to be", () => {
    const target = provider("a", { asns: [asn(64500)] });
    const other = provider("b", { prefixes: [of({ prefix: "192.0.2.64/26", region: "b-1" })] });
    const routes = [route("192.0.2.0/24", 64500)];
    const found = planOf(target, [other], { routes });
    expect(found.prefixes.map(({ prefix }) => prefix)).toEqual(["192.0.2.0/26", "192.0.2.128/25"]);
    expect(found.withheld).toEqual([
      {
        ...{ kind: "prefix", value: "192.0.2.64/26", why: "part of AS64500, and also published by b" },
        sharedWith: [{ name: "b", because: "192.0.2.64/26 is its own too (192.0.2.64/26 in b-1)" }],
      },
    ]);
    const shared = planOf(target, [other], { routes, includeShared: true });
    expect(shared.prefixes).toEqual([
      expect.objectContaining({ prefix: "192.0.2.0/24", sharedWith: [expect.objectContaining({ name: "b" })] }),
    ]);
    const kept = planOf(target, [other], { routes, includeShared: true, kept: [{ provider: other, region: null }] });
    expect(kept.prefixes.map(({ prefix }) => prefix)).toEqual(["192.0.2.0/26", "192.0.2.128/25"]);
  });

  it("leave out what the network of another provider announces, where a published prefix covers it", () => {
    const target = provider("a", { prefixes: [of({ prefix: "192.0.2.0/24" })] });
    const other = provider("b", { asns: [of({ asn: 64999, organisation: "B", party: "b-company" })] });
    const found = planOf(target, [other], { routes: [route("192.0.2.128/25", 64999)] });
    expect(found.prefixes.map(({ prefix, asn: from }) => [prefix, from])).toEqual([["192.0.2.0/25", null]]);
    expect(found.withheld).toEqual([
      expect.objectContaining({ value: "192.0.2.128/25", sharedWith: [{ name: "b", because: "192.0.2.128/25 is its own too (AS64999)" }] }),
    ]);
  });

  it("tell of a brand that the same company runs without a network of its own, and are withheld where that brand is kept", () => {
    const target = provider("a", { asns: [asn(64500)] });
    const sister = provider("sister", { domains: domains("sister.example") }, { operator: "a-company" });
    const routes = [route("192.0.2.0/24", 64500)];
    expect(planOf(target, [sister], { routes }).prefixes).toEqual([
      expect.objectContaining({ sharedWith: [expect.objectContaining({ name: "sister" })] }),
    ]);
    const kept = planOf(target, [sister], { routes, kept: [{ provider: sister, region: null }] });
    expect(kept.prefixes).toEqual([]);
    expect(kept.withheld[0]?.why).toBe("sister needs it, which is kept");
  });

  it("that are none are withheld, and never written", () => {
    const found = planOf(provider("a", { prefixes: [of({ prefix: "192.0.2.0/24; flush ruleset" })] }));
    expect(found.prefixes).toEqual([]);
    expect(found.withheld).toEqual([
      { kind: "prefix", value: "192.0.2.0/24; flush ruleset", why: "it is no prefix in CIDR notation", sharedWith: [] },
    ]);
  });
});

describe("one region", () => {
  const target = provider(
    "a",
    {
      domains: domains("a.example", "b.example"),
      asns: [of({ asn: 64500, organisation: "A", party: "a-company" }), of({ asn: 64501, organisation: "JV", party: "jv" })],
      prefixes: [
        of({ prefix: "203.0.113.0/26", region: "r-1" }),
        of({ prefix: "203.0.113.64/26", region: "r-2" }),
        of({ prefix: "203.0.113.128/25" }),
      ],
      registries: [
        of({ host: "registry.<region>.a.example" }),
        of({ host: "<id>.oss-<region>.a.example" }),
        of({ host: "hub.a.example" }),
        of({ host: "cr.r-2.a.example" }),
      ],
      terraform: [of({ source: "a/a", resourcePrefix: "a_" })],
      packages: [of({ ecosystem: "npm" as const, name: "@a/sdk" })],
    },
    { regions: [region("r-1", "jv"), region("r-2")] },
  );
  const routes = [route("192.0.2.0/24", 64500), route("198.51.100.0/24", 64501)];
  const found = plan(requestFor([{ provider: target, regions: ["r-1"] }], [], { routes }));

  it("blocks the names that its own patterns put it in, and no suffix that tells no region", () => {
    expect(found.names.map(({ suffix, confidence }) => [suffix, confidence])).toEqual([
      ["oss-r-1.a.example", "medium"],
      ["r-1.a.example", "medium"],
    ]);
    expect(withheldValues(found, "name")).toEqual(["a.example", "b.example"]);
  });

  it("blocks the prefixes published for it and the network of the company that runs it alone", () => {
    expect(found.prefixes.map(({ prefix, asn }) => [prefix, asn])).toEqual([
      ["198.51.100.0/24", 64501],
      ["203.0.113.0/26", null],
    ]);
    expect(withheldValues(found, "prefix")).toEqual(["203.0.113.128/25", "AS64500 (1 IPv4 prefix)"]);
  });

  it("blocks its registries, and withholds software, which serves all regions", () => {
    expect(found.registries.map(({ host }) => host)).toEqual(["<id>.oss-r-1.a.example", "registry.r-1.a.example"]);
    expect(withheldValues(found, "registry")).toEqual(["hub.a.example"]);
    expect(found.terraform).toEqual([]);
    expect(found.packages).toEqual([]);
    expect(withheldValues(found, "package")).toEqual(["npm @a/sdk"]);
  });
});

describe("software", () => {
  it("that another provider has too is withheld, and so is a prefix that its registry does not reserve", () => {
    const packages = [
      of({ ecosystem: "pypi" as const, name: "a-*" }),
      of({ ecosystem: "npm" as const, name: "@a/*" }),
      of({ ecosystem: "npm" as const, name: "a-*" }),
      of({ ecosystem: "npm" as const, name: "both" }),
      of({ ecosystem: "npm" as const, name: "a-client", what: "client by the community" }),
      of({ ecosystem: "go" as const, name: "github.com/a/*" }),
    ];
    const target = provider("a", { packages, terraform: [of({ source: "hashicorp/both", resourcePrefix: "both_" })] });
    const other = provider("b", {
      packages: [of({ ecosystem: "npm" as const, name: "both" })],
      terraform: [of({ source: "hashicorp/both", resourcePrefix: "both_" })],
    });
    const found = planOf(target, [other]);
    expect(found.packages.map(({ ecosystem, name }) => `${ecosystem} ${name}`)).toEqual(["go github.com/a/*", "npm @a/*"]);
    expect(withheldValues(found, "package")).toEqual(["npm a-*", "npm a-client", "npm both", "pypi a-*"]);
    expect(found.withheld.find(({ kind }) => kind === "terraform")?.sharedWith).toEqual([{ name: "b", because: "it is its own too" }]);
  });

  it("says whose images a mirror holds", () => {
    const found = planOf(
      provider("a", { registries: [of({ host: "r.a.example", what: "widely used mirror of registry.k8s.io (google_containers)" })] }),
    );
    expect(found.registries[0]?.sharedWith).toEqual([expect.objectContaining({ name: "registry.k8s.io" })]);
  });
});

it("gives the same bytes whatever order the catalogue has", () => {
  const target = provider("a", {
    domains: domains("b.example", "a.example"),
    packages: [of({ ecosystem: "npm" as const, name: "b" }), of({ ecosystem: "npm" as const, name: "a" })],
  });
  const turned = provider("a", { domains: domains("a.example", "b.example"), packages: [...(target.signatures.packages ?? [])].reverse() });
  const others = [provider("b", { domains: domains("x.a.example") }), provider("c", { domains: domains("y.a.example") })];
  expect(JSON.stringify(planOf(target, others))).toBe(JSON.stringify(planOf(turned, [...others].reverse())));
});
