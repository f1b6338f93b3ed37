import type { EnforcementPlan } from "../../model/index.js";
import { inParts, inPartsOfLength } from "./addresses.js";
import { type Resource, tags, templateOf } from "./cloudformation.js";
import type { EnforcementFormat } from "./format.js";

/** Quotas that cannot be raised: https://docs.aws.amazon.com/network-firewall/latest/developerguide/quotas.html */
const mostCapacity = 30_000;
const mostBytes = 2_000_000;
const longestRule = 8_192;
/** What a rule needs beside its list of addresses. */
const restOfRule = 300;
/** Two protocols: each name takes one unit for either, and each protocol one by itself. */
const protocols = 2;
const mostNames = mostCapacity / protocols - 1;
const firstSid = 7_900_001;

/**
 * Stateful rule groups of AWS Network Firewall as a CloudFormation template: a domain list, and Suricata rules for address ranges and
 * for names below which others stay open.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-networkfirewall-rulegroup.html
 */
export const awsNetworkFirewall: EnforcementFormat = {
  id: "aws-network-firewall",
  title: "AWS Network Firewall: stateful rule groups, as a CloudFormation template",
  specification: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-networkfirewall-rulegroup.html",
  fileName: "beholden-network-firewall.json",
  render(plan) {
    const whole = plan.names.filter(({ except }) => except.length === 0).map(({ suffix }) => `.${suffix}`);
    const lists = inParts(whole, mostNames).map((targets) => domainList(targets, plan));
    const strings = rulesStrings(plan).map((rules) => suricata(rules, plan));
    const remarks = [
      "RuleOrder has to be that of the firewall policy. HOME_NET is the VPC of the firewall unless the policy says otherwise.",
      ...(lists.length > 1
        ? [`The names are split over ${lists.length} rule groups, for one holds at most ${mostCapacity} units of capacity.`]
        : []),
      ...(strings.length > 1
        ? [`The rules are split over ${strings.length} rule groups, for one holds at most ${mostCapacity} rules and ${mostBytes} bytes.`]
        : []),
    ];
    const resources = Object.fromEntries([
      ...lists.map((group, at) => [`BeholdenNames${at + 1}`, named(group, `beholden-names-${at + 1}`)] as const),
      ...strings.map((group, at) => [`BeholdenRules${at + 1}`, named(group, `beholden-rules-${at + 1}`)] as const),
    ]);
    const order = { Type: "String", Default: "STRICT_ORDER", AllowedValues: ["STRICT_ORDER", "DEFAULT_ACTION_ORDER"] };
    return templateOf(plan, ["name", "prefix"], remarks, { Parameters: { RuleOrder: order }, Resources: resources });
  },
};

function domainList(targets: string[], plan: EnforcementPlan): Resource {
  const list = { GeneratedRulesType: "DENYLIST", TargetTypes: ["HTTP_HOST", "TLS_SNI"], Targets: targets };
  return ruleGroup({ RulesSourceList: list }, targets.length * protocols + protocols, plan);
}

function suricata(rules: string[], plan: EnforcementPlan): Resource {
  return ruleGroup({ RulesString: rules.join("\n") }, rules.length, plan);
}

function ruleGroup(source: Record<string, unknown>, capacity: number, plan: EnforcementPlan): Resource {
  return {
    Type: "AWS::NetworkFirewall::RuleGroup",
    Properties: {
      Type: "STATEFUL",
      // Capacity is fixed when the group is made: a quarter more leaves room for the next edition.
      Capacity: Math.min(mostCapacity, Math.ceil(capacity * 1.25)),
      Description: `From ${plan.from}, review ${plan.review}, expires ${plan.expires}`,
      RuleGroup: { RulesSource: source, StatefulRuleOptions: { RuleOrder: { Ref: "RuleOrder" } } },
      Tags: tags(plan),
    },
  };
}

function named({ Type, Properties }: Resource, name: string): Resource {
  return { Type, Properties: { RuleGroupName: name, ...Properties } };
}

/** The rules by group, each within the limits. */
function rulesStrings(plan: EnforcementPlan): string[][] {
  const bodies = [
    ...plan.names.filter(({ except }) => except.length > 0).flatMap(nameRules),
    ...inPartsOfLength(
      plan.prefixes.map(({ prefix }) => prefix),
      longestRule - restOfRule,
    ).map((prefixes) => `drop ip $HOME_NET any -> [${prefixes.join(",")}] any (msg:"beholden: prohibited address";`),
  ];
  const rules = bodies.map((body, at) => `${body} sid:${firstSid + at}; rev:1;)`);
  return inParts(rules, mostCapacity).flatMap((part) => inPartsOfLength(part, mostBytes));
}

/** As AWS writes the rules of a domain list, less the names that stay open. */
function nameRules({ suffix, except }: EnforcementPlan["names"][number]): string[] {
  const contents = [`content:".${suffix}"; nocase; endswith;`, ...except.map((name) => `content:!".${name}"; nocase; endswith;`)].join(" ");
  const message = 'msg:"beholden: prohibited name"; flow:to_server, established;';
  return [
    `drop tls $HOME_NET any -> any any (ssl_state:client_hello; tls.sni; dotprefix; ${contents} ${message}`,
    `drop http $HOME_NET any -> any any (http.host; dotprefix; ${contents} ${message}`,
  ];
}
