import type { EnforcementPlan } from "../../model/index.js";

const of = {
  provider: "example-cloud",
  why: "a name of it",
  confidence: "high",
  sources: ["https://docs.example/"],
  sharedWith: [],
} as const;
const blocked = (sharedWith: EnforcementPlan["withheld"][number]["sharedWith"] = []) => ({ ...of, sources: [...of.sources], sharedWith });

/** A small plan for tests: two names, one of them with a name below it that stays open, three address ranges, one of each kind of software. */
export function samplePlan(more: Partial<EnforcementPlan> = {}): EnforcementPlan {
  return {
    schemaVersion: "1",
    tool: { name: "beholden", version: "0.1.0" },
    asOf: "2026-11-27",
    reference: { edition: "2026-11-23", sha256: "0".repeat(64) },
    title: "Prohibition of Example Cloud",
    determination: { subject: "Meridian Retail", sha256: "a".repeat(64) },
    from: "2026-12-01",
    review: "2027-03-01",
    expires: "2027-12-01",
    providers: [{ id: "example-cloud", name: "Example Cloud", regions: [] }],
    notes: ["What customers run there is cut off too."],
    names: [
      { suffix: "cloud.example", except: ["mail.cloud.example"], ...blocked() },
      { suffix: "cdn.example.net", except: [], ...blocked([{ name: "Other Cloud", because: "x.cdn.example.net is its own" }]) },
    ],
    prefixes: [
      { prefix: "192.0.2.0/24", family: 4, asn: 64500, ...blocked() },
      { prefix: "198.51.100.128/25", family: 4, asn: 64500, ...blocked() },
      { prefix: "2001:db8::/32", family: 6, asn: 64500, ...blocked() },
    ],
    registries: [{ host: "registry.<region>.cloud.example", ...blocked() }],
    terraform: [{ source: "example/examplecloud", resourcePrefix: "examplecloud_", ...blocked() }],
    packages: [{ ecosystem: "npm", name: "@example-cloud/*", ...blocked() }],
    withheld: [
      {
        kind: "name",
        value: "mail.cloud.example",
        why: "lies under cloud.example, and is Other Cloud's",
        sharedWith: [{ name: "Other Cloud", because: "mail.cloud.example is its own" }],
      },
      {
        kind: "prefix",
        value: "AS64501 (2 IPv4 prefixes)",
        why: "others share it",
        sharedWith: [{ name: "others", because: "a carrier" }],
      },
    ],
    ...more,
  };
}

/** A plan that blocks nothing: everything was withheld. */
export function emptyPlan(): EnforcementPlan {
  return samplePlan({ names: [], prefixes: [], registries: [], terraform: [], packages: [] });
}

/** Names and ranges by the thousand. */
export function largePlan(names: number, prefixes: number): EnforcementPlan {
  return samplePlan({
    names: Array.from({ length: names }, (_, at) => ({ suffix: `n${at}.example.org`, except: [], ...blocked() })),
    prefixes: Array.from({ length: prefixes }, (_, at) => ({
      // Every second /24, so that no two can be joined.
      prefix: `${20 + ((at * 2) >> 16)}.${((at * 2) >> 8) & 255}.${(at * 2) & 255}.0/24`,
      family: 4 as const,
      asn: 64500,
      ...blocked(),
    })),
  });
}

/** Text that would end a comment, a string, a rule or a document, if it were written as it is. */
export const hostileTexts = [
  "x\nhttp_access allow all",
  "x\r\n*.example.org CNAME .",
  "x\u2028drop ip any any -> any any",
  "x\u0085add beholden_v4 0.0.0.0/1",
  '"; }; flush ruleset; #',
  "') or true --",
  "$(reboot) `reboot` $HOME_NET",
  "\u202edetrevnoc",
  "--> ]]> */ {{ x }} %>",
  "\u0000\u001b[31m",
] as const;

/** The same plan with hostile text wherever text of the catalogue or of a determination stands. */
export function hostilePlan(plan: EnforcementPlan, text: string): EnforcementPlan {
  const shared = [{ name: text, because: text }];
  return {
    ...plan,
    title: text,
    determination: { subject: text, sha256: "a".repeat(64) },
    providers: [{ id: text, name: text, regions: [text] }],
    notes: [text],
    names: plan.names.map((one) => ({ ...one, provider: text, why: text, sources: [text], sharedWith: shared })),
    prefixes: plan.prefixes.map((one) => ({ ...one, provider: text, why: text, sources: [text], sharedWith: shared })),
    withheld: plan.withheld.map((one) => ({ ...one, value: text, why: text, sharedWith: shared })),
  };
}
