import type { EnforcementPlan } from "../../model/index.js";
import { inParts } from "./addresses.js";
import { description, type Resource, tags, templateOf } from "./cloudformation.js";
import type { EnforcementFormat } from "./format.js";

/** Addresses in one set: https://docs.aws.amazon.com/waf/latest/developerguide/limits.html */
const mostAddresses = 10_000;

/**
 * IP sets of AWS WAF and a rule group that blocks requests from them, as a CloudFormation template. It works on requests that come in:
 * what the provider's addresses send to one's own applications.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-wafv2-ipset.html
 */
export const awsWaf: EnforcementFormat = {
  id: "aws-waf",
  title: "AWS WAF: IP sets and a rule group for requests that come in, as a CloudFormation template",
  specification: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-wafv2-ipset.html",
  fileName: "beholden-waf.json",
  render(plan) {
    const sets = ([4, 6] as const).flatMap((family) => {
      const addresses = plan.prefixes.filter((one) => one.family === family).map(({ prefix }) => prefix);
      const parts = inParts(addresses, mostAddresses);
      return parts.map((part, at) => ({
        id: `BeholdenIpv${family}Set${at + 1}`,
        set: ipSet(`beholden-ipv${family}-${at + 1}`, family, part, plan),
      }));
    });
    const remarks = [
      "It blocks requests that come in from the addresses; for what goes out use aws-network-firewall.",
      "Scope is REGIONAL, or CLOUDFRONT in a stack in us-east-1.",
      ...(sets.length > 2 ? [`The addresses are split over ${sets.length} sets, for one holds at most ${mostAddresses}.`] : []),
    ];
    const resources = Object.fromEntries<Resource>(sets.map(({ id, set }) => [id, set]));
    if (sets.length > 0)
      resources.BeholdenRuleGroup = ruleGroup(
        sets.map(({ id }) => id),
        plan,
      );
    const scope = { Type: "String", Default: "REGIONAL", AllowedValues: ["REGIONAL", "CLOUDFRONT"] };
    return templateOf(plan, ["prefix"], remarks, { Parameters: { Scope: scope }, Resources: resources });
  },
};

function ipSet(name: string, family: 4 | 6, addresses: string[], plan: EnforcementPlan): Resource {
  return {
    Type: "AWS::WAFv2::IPSet",
    Properties: {
      Name: name,
      Description: days(plan),
      Scope: { Ref: "Scope" },
      IPAddressVersion: `IPV${family}`,
      Addresses: addresses,
      Tags: tags(plan),
    },
  };
}

function ruleGroup(sets: readonly string[], plan: EnforcementPlan): Resource {
  const visibility = (metric: string) => ({ SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true, MetricName: metric });
  return {
    Type: "AWS::WAFv2::RuleGroup",
    Properties: {
      Name: "beholden-enforcement",
      Description: days(plan),
      Scope: { Ref: "Scope" },
      // A reference to an IP set takes one unit.
      Capacity: sets.length,
      VisibilityConfig: visibility("beholden-enforcement"),
      Rules: sets.map((id, priority) => ({
        Name: id,
        Priority: priority,
        Action: { Block: {} },
        Statement: { IPSetReferenceStatement: { Arn: { "Fn::GetAtt": [id, "Arn"] } } },
        VisibilityConfig: visibility(id),
      })),
      Tags: tags(plan),
    },
  };
}

function days({ from, review, expires }: EnforcementPlan): string {
  return description(`From ${from}, review ${review}, expires ${expires}`, 256);
}
