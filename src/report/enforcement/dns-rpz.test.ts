import { describe, expect, it } from "vitest";
import { dnsRpz } from "./dns-rpz.js";
import { emptyPlan, hostilePlan, hostileTexts, largePlan, samplePlan } from "./sample-network-plan.js";
import { isInstalled, runOn } from "./sample-tool.js";

const withoutComments = (text: string) =>
  text
    .split("\n")
    .filter((line) => !line.startsWith(";"))
    .join("\n");
const range = (prefix: string, family: 4 | 6) =>
  samplePlan({
    names: [],
    prefixes: samplePlan()
      .prefixes.slice(0, 1)
      .map((one) => ({ ...one, prefix, family })),
  });

describe("a response policy zone", () => {
  it("has a higher serial when it is written again for the same first day, so that secondaries take it", () => {
    const serial = (asOf: string) => Number(/ (\d{10}) 3600 /.exec(dnsRpz.render(samplePlan({ asOf })))?.[1]);
    expect(serial("2026-12-15")).toBeGreaterThan(serial("2026-12-14"));
  });

  it("denies each name with all below it, lets others pass, and denies answers with the addresses", () => {
    expect(withoutComments(dnsRpz.render(samplePlan()))).toBe(`$TTL 300
@ SOA localhost. root.localhost. 2026112700 3600 600 86400 300
@ NS localhost.
mail.cloud.example CNAME rpz-passthru.
*.mail.cloud.example CNAME rpz-passthru.
cloud.example CNAME .
*.cloud.example CNAME .
cdn.example.net CNAME .
*.cdn.example.net CNAME .
24.0.2.0.192.rpz-ip CNAME .
25.128.100.51.198.rpz-ip CNAME .
32.zz.db8.2001.rpz-ip CNAME .
`);
  });

  // The examples of the draft, section 4.1.1, and two with zeros elsewhere.
  it.each([
    ["192.0.2.0/24", 4, "24.0.2.0.192.rpz-ip"],
    ["192.0.2.1/32", 4, "32.1.2.0.192.rpz-ip"],
    ["2001:db8:101::/48", 6, "48.zz.101.db8.2001.rpz-ip"],
    ["2001:db8::3/128", 6, "128.3.zz.db8.2001.rpz-ip"],
    ["2001:0:0:1::1/128", 6, "128.1.zz.1.0.0.2001.rpz-ip"],
  ] as const)("writes %s as a trigger", (prefix, family, trigger) => {
    expect(dnsRpz.render(range(prefix, family))).toContain(`\n${trigger} CNAME .\n`);
  });

  it("says of a name that no zone can hold that it is not blocked", () => {
    const long = `${"a".repeat(60)}.${"b".repeat(60)}.${"c".repeat(60)}.${"d".repeat(40)}.example`;
    const [name] = samplePlan().names;
    const text = dnsRpz.render(samplePlan({ names: name ? [{ ...name, suffix: long, except: [] }] : [] }));
    expect(text).toContain(`; Too long for a policy zone, and not blocked by this file: ${long}`);
    expect(withoutComments(text)).not.toContain(long);
  });

  it.skipIf(!isInstalled("named-checkzone"))("is taken by named-checkzone (skipped without it): a plan, an empty one, a large one", () => {
    for (const [plan, records] of [
      [samplePlan(), 9],
      [emptyPlan(), 0],
      [largePlan(2_000, 3_000), 7_000],
    ] as const) {
      const { status, said } = runOn({ zone: dnsRpz.render(plan) }, () => ["named-checkzone", "-D", "-o", "-", "beholden.rpz", "zone"]);
      expect(status).toBe(0);
      expect(said).toContain("loaded serial 2026112700\nOK");
      expect(said.match(/IN CNAME/g) ?? []).toHaveLength(records);
    }
  });

  it.each(hostileTexts)("keeps text of the catalogue in its comments: %j", (text) => {
    expect(withoutComments(dnsRpz.render(hostilePlan(samplePlan(), text)))).toBe(withoutComments(dnsRpz.render(samplePlan())));
  });
});
