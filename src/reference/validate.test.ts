import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ReferenceText } from "./parse.js";
import { validateReference } from "./validate.js";

/** A provider as small as the rules allow; the line numbers in the expectations below count in it. */
const acme = `schemaVersion: "1"
id: acme
names: { english: Acme Cloud }
kinds: [cloud]
nexus: { class: non-adversary, government: CA, basis: head office in Ottawa }
operator: acme-inc
group: acme-inc
parties:
  - { id: acme-inc, name: Acme Inc., kind: entity, jurisdiction: CA, sources: [register], confidence: high }
interests:
  - { owner: acme-holding, owned: acme-inc, kind: equity, share: 60, sources: [register], confidence: high }
listings:
  - { party: acme-inc, list: ca-list, from: 2020-05, until: "2021", citation: Act 1, sources: [register], confidence: high }
ties:
  - { government: CA, party: acme-inc, basis: law, detail: organised there, sources: [register], confidence: high }
regions:
  - { id: ca-1, name: Canada 1, city: Ottawa, country: CA, operator: acme-inc, sources: [register], confidence: high }
signatures:
  domains:
    - { suffix: acme.example, sources: [register], confidence: high }
  asns:
    - { asn: 64500, organisation: ACME, party: acme-inc, sources: [register], confidence: high }
  prefixes:
    - { prefix: 192.0.2.0/24, region: ca-1, sources: [register], confidence: high }
sources:
  - { id: register, url: "https://register.example/1", title: Register entry, asOf: 2026-01, retrieved: 2026-11-02 }
  - { id: own-knowledge, url: "https://example.org/", title: Not looked up, retrieved: null }
`;

const owners = `schemaVersion: "1"
parties:
  - { id: acme-holding, name: Acme Holding, kind: entity, jurisdiction: CA, sources: [register], confidence: high }
  - { id: state-ca, name: Canada, kind: government, form: state, jurisdiction: CA, sources: [own-knowledge], confidence: high }
sources:
  - { id: register, url: "https://register.example/2", title: Register entry, retrieved: 2026-11-02 }
  - { id: own-knowledge, url: "https://example.org/", title: Not looked up, retrieved: null }
`;

const list = `schemaVersion: "1"
list: { id: ca-list, name: A list, government: CA, authority: Act 1, effect: no dealings, mark: R, sources: [act] }
sources:
  - { id: act, url: "https://acts.example/1", title: Act 1, retrieved: 2026-11-02 }
`;

const governments = `schemaVersion: "1"
governments:
  - { code: CA, name: Canada, territories: [CA], party: state-ca, sources: [codes] }
sources:
  - { id: codes, url: "https://codes.example/", title: Codes, retrieved: null }
`;

const sound = {
  "providers/acme.yaml": acme,
  "owners.yaml": owners,
  "lists/ca-list.yaml": list,
  "governments.yaml": governments,
};

function problemsIn(changed: Record<string, string>): string[] {
  const texts = Object.entries({ ...sound, ...changed }).map(([path, text]): ReferenceText => ({ path, text }));
  return validateReference(texts).problems.map(({ path, line, message }) => `${path}:${line}: ${message}`);
}

/** The sound provider with one piece of text replaced; the piece must be there. */
function acmeWith(before: string, after: string): Record<string, string> {
  expect(acme).toContain(before);
  return { "providers/acme.yaml": acme.replace(before, after) };
}

describe("validateReference", () => {
  it("finds nothing wrong with a sound reference", () => {
    expect(problemsIn({})).toEqual([]);
  });

  it.each([
    ["an operator", "operator: acme-inc\ngroup", "operator: acme-corp\ngroup", 6, "operator acme-corp is no party of the reference"],
    ["a group", "group: acme-inc", "group: acme-group", 7, "group acme-group is no party of the reference"],
    ["an owner", "owner: acme-holding", "owner: nobody", 11, "owner nobody is no party of the reference"],
    ["an owned party", "owned: acme-inc", "owned: nobody", 11, "owned nobody is no party of the reference"],
    ["a listed party", "party: acme-inc, list", "party: nobody, list", 13, "party nobody is no party of the reference"],
    ["a list", "list: ca-list", "list: us-list", 13, "list us-list is no list of the reference"],
    ["the party of a tie", "party: acme-inc, basis", "party: nobody, basis", 15, "party nobody is no party of the reference"],
    [
      "the operator of a region",
      "operator: acme-inc, sources",
      "operator: nobody, sources",
      17,
      "operator nobody is no party of the reference",
    ],
    [
      "the party of an AS number",
      "organisation: ACME, party: acme-inc",
      "organisation: ACME, party: nobody",
      22,
      "party nobody is no party of the reference",
    ],
    ["the region of a prefix", "region: ca-1", "region: ca-2", 24, "region ca-2 is no region of acme"],
  ])("names the place where %s does not resolve", (_, before, after, line, message) => {
    expect(problemsIn(acmeWith(before, after))).toEqual([`providers/acme.yaml:${line}: ${message}`]);
  });

  it("names the place of a government whose state is unknown", () => {
    expect(problemsIn({ "governments.yaml": governments.replace("state-ca", "state-xx") })).toEqual([
      "governments.yaml:3: party state-xx is no party of the reference",
    ]);
  });

  it("names the place of a measure whose breach is unknown", () => {
    const measures = `schemaVersion: "1"
measures:
  - { id: M01, name: n, risks: [all], cuts: [], leaves: l, evidence: e, breach: [act, other], documentedIn: d, mark: S, sources: [act] }
breaches:
  - { id: act, under: an act, means: null, citation: null, mark: S, sources: [act] }
sources:
  - { id: act, url: "https://acts.example/2", title: Act 2, retrieved: null }
`;
    expect(problemsIn({ "measures.yaml": measures })).toEqual(["measures.yaml:3: breach other is not among the breaches of this file"]);
  });

  it("allows a domain suffix to one provider only", () => {
    const other = acme
      .replace("id: acme\n", "id: bravo\n")
      .replace(/parties:\n.*\ninterests:\n.*\nlistings:\n.*\n/, "")
      .replace("asn: 64500", "asn: 64501")
      .replace("192.0.2.0/24", "198.51.100.0/24");
    expect(problemsIn({ "providers/bravo.yaml": other })).toEqual([
      "providers/bravo.yaml:14: domain suffix acme.example belongs to two providers or stands twice; first at providers/acme.yaml:20",
    ]);
  });

  it("allows an AS number and a prefix once, but the code of a region once to each provider", () => {
    const other = acme
      .replace("id: acme\n", "id: bravo\n")
      .replace(/parties:\n.*\ninterests:\n.*\nlistings:\n.*\n/, "")
      .replace("acme.example", "bravo.example");
    expect(problemsIn({ "providers/bravo.yaml": other })).toEqual([
      "providers/bravo.yaml:16: AS64500 belongs to two providers or stands twice; first at providers/acme.yaml:22",
      "providers/bravo.yaml:18: prefix 192.0.2.0/24 belongs to two providers or stands twice; first at providers/acme.yaml:24",
    ]);
    const region = "  - { id: ca-1, name: Again, city: null, country: null, sources: [register], confidence: high }\nsignatures:";
    expect(problemsIn(acmeWith("signatures:", region))).toEqual([
      "providers/acme.yaml:18: region ca-1 is defined twice for acme; first at providers/acme.yaml:17",
    ]);
  });

  it("finds what stands twice: parties, listings, sources, territories, file names", () => {
    const again = owners.replace("id: acme-holding", "id: acme-inc");
    expect(problemsIn({ "listed-parties.yaml": again.replace(/.*state-ca.*\n/, "") })).toEqual([
      "listed-parties.yaml:3: party acme-inc is defined twice; first at providers/acme.yaml:9",
    ]);
    const listed = list.replace(
      "sources:\n",
      "listings:\n  - { party: acme-inc, list: ca-list, from: 2020-05, citation: Act 1, sources: [act], confidence: high }\nsources:\n",
    );
    expect(problemsIn({ "lists/ca-list.yaml": listed })).toEqual([
      "lists/ca-list.yaml:4: the listing of acme-inc on ca-list from 2020-05 stands twice; first at providers/acme.yaml:13",
    ]);
    expect(problemsIn(acmeWith("id: own-knowledge", "id: register"))).toEqual([
      "providers/acme.yaml:27: source register is defined twice in this file; first at providers/acme.yaml:26",
    ]);
    expect(problemsIn({ "governments.yaml": governments.replace("[CA]", "[CA, CA]") })).toEqual([
      "governments.yaml:3: territory CA is held by two governments; first at governments.yaml:3",
    ]);
    expect(problemsIn({ "lists/acme.yaml": list.replaceAll("ca-list", "acme") })).toEqual([
      expect.stringContaining("two files are named acme"),
    ]);
  });

  it("asks for dates in order, whatever their precision", () => {
    expect(problemsIn(acmeWith('until: "2021"', 'until: "2020"'))).toEqual([]);
    expect(problemsIn(acmeWith('until: "2021"', "until: 2020-04"))).toEqual([
      "providers/acme.yaml:13: it ends on 2020-04, before it begins on 2020-05",
    ]);
  });

  it("asks for one share or a range in order", () => {
    expect(problemsIn(acmeWith("share: 60", "share: 60, shareMax: 70"))).toEqual([
      "providers/acme.yaml:11: it has a share and a range of shares; expected one of them",
    ]);
    expect(problemsIn(acmeWith("share: 60", "shareMin: 70, shareMax: 60"))).toEqual([
      "providers/acme.yaml:11: shareMin 70 is above shareMax 60",
    ]);
  });

  it("lets no fact stand without a source of its own file", () => {
    expect(problemsIn(acmeWith("suffix: acme.example, sources: [register]", "suffix: acme.example, sources: []"))).toEqual([
      "providers/acme.yaml:20: signatures.domains.0.sources: no fact without a source",
    ]);
    expect(problemsIn(acmeWith("suffix: acme.example, sources: [register]", "suffix: acme.example, sources: [act]"))).toEqual([
      "providers/acme.yaml:20: source act is not among the sources of this file",
    ]);
  });

  it("keeps own knowledge alone at low confidence, states and aggregates excepted", () => {
    const unread = acme.replace("suffix: acme.example, sources: [register]", "suffix: acme.example, sources: [own-knowledge]");
    expect(problemsIn({ "providers/acme.yaml": unread })).toEqual([
      "providers/acme.yaml:20: confidence is high, but own knowledge alone is never more than low",
    ]);
    expect(
      problemsIn({ "providers/acme.yaml": unread.replace("[own-knowledge], confidence: high", "[own-knowledge], confidence: low") }),
    ).toEqual([]);
    expect(problemsIn({ "owners.yaml": owners.replace("form: state,", "form: state-organ,") })).toEqual([
      "owners.yaml:4: confidence is high, but own knowledge alone is never more than low",
    ]);
  });

  it("reads suffixes and prefixes only as they are looked up", () => {
    expect(problemsIn(acmeWith("suffix: acme.example", 'suffix: "*.Acme.example"'))).toEqual([
      "providers/acme.yaml:20: *.Acme.example is no domain suffix; expected lower case without a wildcard, such as aliyuncs.com",
    ]);
    expect(problemsIn(acmeWith("suffix: acme.example", "suffix: co.uk"))).toEqual([
      "providers/acme.yaml:20: co.uk is a public suffix, under which anybody registers names",
    ]);
    expect(problemsIn(acmeWith("suffix: acme.example", "suffix: aws"))).toEqual([]);
    for (const prefix of ["192.0.2.0/33", "192.0.2.1/24", "192.0.2/24", "2001:db8::/129"]) {
      expect(problemsIn(acmeWith("192.0.2.0/24", `"${prefix}"`))).toEqual([
        `providers/acme.yaml:24: ${prefix} is no address prefix such as 192.0.2.0/24 or 2001:db8::/32`,
      ]);
    }
    expect(problemsIn(acmeWith("192.0.2.0/24", '"2001:db8::/32"'))).toEqual([]);
  });

  it("tells a misspelt key, a wrong value, broken YAML, a wrong name and a file that belongs nowhere", () => {
    expect(problemsIn(acmeWith("suffix: acme.example,", "suffix: acme.example, usage: API,"))).toEqual([
      "providers/acme.yaml:20: signatures.domains.0.usage: no such key here, it would be lost",
    ]);
    expect(problemsIn(acmeWith("country: CA, operator", "country: Canada, operator"))).toEqual([
      "providers/acme.yaml:17: regions.0.country: expected an ISO 3166-1 alpha-2 code such as US",
    ]);
    expect(problemsIn(acmeWith("kinds: [cloud]", "kinds: [cloud"))[0]).toMatch(/^providers\/acme\.yaml:\d+: /);
    expect(problemsIn({ "providers/empty.yaml": "" })).toEqual(["providers/empty.yaml:1: the file is empty"]);
    expect(problemsIn(acmeWith("id: acme\n", "id: acme-cloud\n"))).toEqual([
      "providers/acme.yaml:2: the id acme-cloud differs from the name of its file, acme",
    ]);
    expect(problemsIn({ "lists/ca-list.yaml": list.replace("id: ca-list", "id: cb-list") })).toContain(
      "lists/ca-list.yaml:2: the id cb-list differs from the name of its file, ca-list",
    );
    expect(problemsIn({ "extra.yaml": "a: 1\n" })).toEqual([
      expect.stringMatching(/^extra\.yaml:1: no reference file belongs here; expected /),
    ]);
  });

  it("finds nothing wrong with the reference of this package", () => {
    const texts = readdirSync("reference", { recursive: true, encoding: "utf8" })
      .map((path) => path.replaceAll("\\", "/"))
      .filter((path) => path.endsWith(".yaml"))
      .map((path) => ({ path, text: readFileSync(join("reference", path), "utf8") }));
    expect(texts.length).toBeGreaterThan(100);
    expect(validateReference(texts).problems).toEqual([]);
  });
});
