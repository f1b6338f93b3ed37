import { describe, expect, it } from "vitest";
import { awsNetworkFirewall } from "./aws-network-firewall.js";
import { awsWaf } from "./aws-waf.js";
import type { EnforcementFormat } from "./format.js";
import { emptyPlan, hostilePlan, hostileTexts, largePlan, samplePlan } from "./sample-network-plan.js";
import { isInstalled, runOn } from "./sample-tool.js";

interface Group {
  Type: string;
  Properties: {
    Capacity: number;
    Addresses: string[];
    IPAddressVersion: string;
    Rules: unknown[];
    Description: string;
    RuleGroup: { RulesSource: { RulesSourceList?: { Targets: string[] }; RulesString?: string } };
  };
}
interface Template {
  Description: string;
  Metadata: { Beholden: Record<string, string[]> };
  Resources: Record<string, Group>;
}

const read = (format: EnforcementFormat, plan = samplePlan()) => JSON.parse(format.render(plan)) as Template;
const groups = (template: Template) => Object.values(template.Resources).map(({ Properties }) => Properties);

/** Suricata's rules, as far as they are used: action, protocol, ends, options that each end in a semicolon. */
const address = String.raw`(?:[0-9a-f:.]+/\d+)`;
const rule = new RegExp(
  String.raw`^drop (?:ip|tls|http) \$HOME_NET any -> (?:any|\[${address}(?:,${address})*\]) any \((?: ?(?:(?:msg|content):!?"[^";\\]*"|flow:to_server, established|ssl_state:client_hello|tls\.sni|http\.host|dotprefix|nocase|endswith|sid:\d+|rev:\d+);)+\)$`,
);

describe("AWS Network Firewall", () => {
  it("has a list of the names with nothing open below them, at 1.25 times its capacity: 1 name and 1 for each of 2 protocols", () => {
    const [list] = groups(read(awsNetworkFirewall));
    expect(list?.RuleGroup.RulesSource).toEqual({
      RulesSourceList: { GeneratedRulesType: "DENYLIST", TargetTypes: ["HTTP_HOST", "TLS_SNI"], Targets: [".cdn.example.net"] },
    });
    expect(list?.Capacity).toBe(5);
  });

  it("has rules of Suricata for the other names and for the addresses", () => {
    const [, rules] = groups(read(awsNetworkFirewall));
    expect(rules?.RuleGroup.RulesSource.RulesString?.split("\n")).toEqual([
      'drop tls $HOME_NET any -> any any (ssl_state:client_hello; tls.sni; dotprefix; content:".cloud.example"; nocase; endswith; content:!".mail.cloud.example"; nocase; endswith; msg:"beholden: prohibited name"; flow:to_server, established; sid:7900001; rev:1;)',
      'drop http $HOME_NET any -> any any (http.host; dotprefix; content:".cloud.example"; nocase; endswith; content:!".mail.cloud.example"; nocase; endswith; msg:"beholden: prohibited name"; flow:to_server, established; sid:7900002; rev:1;)',
      'drop ip $HOME_NET any -> [192.0.2.0/24,198.51.100.128/25,2001:db8::/32] any (msg:"beholden: prohibited address"; sid:7900003; rev:1;)',
    ]);
    expect(rules?.Capacity).toBe(4);
  });

  it("keeps within what a rule, a list and a group hold, says that it split, and loses nothing", () => {
    const template = read(awsNetworkFirewall, largePlan(20_000, 30_000));
    const sources = groups(template).map(({ RuleGroup }) => RuleGroup.RulesSource);
    const targets = sources.flatMap(({ RulesSourceList }) => RulesSourceList?.Targets ?? []);
    const rules = sources.flatMap(({ RulesString }) => RulesString?.split("\n") ?? []);
    expect(new Set(targets).size).toBe(20_000);
    // 14,999 names, at two units each and two more, are 30,000 units.
    expect(sources.flatMap(({ RulesSourceList }) => RulesSourceList?.Targets.length ?? [])).toEqual([14_999, 5_001]);
    expect(rules.join(",").match(/\d+\.\d+\.\d+\.0\/24/g)).toHaveLength(30_000);
    expect(Math.max(...rules.map(({ length }) => length))).toBeLessThanOrEqual(8_192);
    expect(Math.max(...groups(template).map(({ Capacity }) => Capacity))).toBe(30_000);
    expect(rules.filter((one) => !rule.test(one))).toEqual([]);
    expect(new Set(rules.map((one) => /sid:(\d+)/.exec(one)?.[1])).size).toBe(rules.length);
    expect(template.Metadata.Beholden.Notes?.join(" ")).toContain("split over 2 rule groups");
  });
});

describe("AWS WAF", () => {
  it("has a set a family and a rule group that blocks what comes from them", () => {
    const template = read(awsWaf);
    expect(Object.keys(template.Resources)).toEqual(["BeholdenIpv4Set1", "BeholdenIpv6Set1", "BeholdenRuleGroup"]);
    const [four, six, group] = groups(template);
    expect(four).toMatchObject({ IPAddressVersion: "IPV4", Addresses: ["192.0.2.0/24", "198.51.100.128/25"] });
    expect(six).toMatchObject({ IPAddressVersion: "IPV6", Addresses: ["2001:db8::/32"] });
    expect(group).toMatchObject({ Capacity: 2, Rules: [{ Priority: 0, Action: { Block: {} } }, { Priority: 1 }] });
  });

  it("splits at 10,000 addresses and says so", () => {
    const template = read(awsWaf, largePlan(0, 25_000));
    expect(groups(template).flatMap(({ Addresses }) => Addresses?.length ?? [])).toEqual([10_000, 10_000, 5_000]);
    expect(template.Metadata.Beholden.Notes?.at(-1)).toBe("The addresses are split over 3 sets, for one holds at most 10000.");
  });
});

describe.each([awsNetworkFirewall, awsWaf])("as a template: $id", (format) => {
  it("says in its metadata from when until when, and what is withheld", () => {
    const { Header, Withheld } = read(format).Metadata.Beholden;
    expect(Header).toContain("From 2026-12-01. Review on 2027-03-01. Expires 2027-12-01: take it out or renew it by then.");
    expect(Withheld).toContain("AS64501 (2 IPv4 prefixes): others share it; others, because a carrier");
  });

  it.skipIf(!isInstalled("cfn-lint"))("is taken by cfn-lint (skipped without it)", () => {
    for (const plan of [samplePlan(), largePlan(200, 300)]) {
      expect(runOn({ "a.json": format.render(plan) }, () => ["cfn-lint", "--non-zero-exit-code", "error", "a.json"])).toEqual({
        status: 0,
        said: "",
      });
    }
  });

  it("has no resource where nothing is blocked", () => {
    expect(read(format, emptyPlan()).Resources).toEqual({});
  });

  it.each(hostileTexts)("keeps text of the catalogue in description and metadata: %j", (text) => {
    const hostile = read(format, hostilePlan(samplePlan(), text));
    expect(hostile.Resources).toEqual(read(format).Resources);
    expect(hostile.Description).toMatch(/^[\w+=:#@/\-,.][\w+=:#@/\-,. ]*$/);
  });
});
