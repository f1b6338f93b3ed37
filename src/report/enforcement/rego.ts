import type { EnforcementPlan } from "../../model/index.js";
import { commented, openingLines } from "./comment.js";
import type { EnforcementFormat } from "./format.js";
import { oneLine } from "./header.js";
import { domainName, hostPattern } from "./host-pattern.js";
import { providerSource, resourcePrefix } from "./provider-source.js";
import { regoRules } from "./rego-rules.js";

type Said = Pick<EnforcementPlan["names"][number], "provider" | "why" | "confidence" | "sources">;

const head = "package beholden.enforcement\n\nimport data.beholden.enforcement as blocked\nimport rego.v1\n";

/** The part of the policy that is the same for every plan, whole in itself: what is blocked may also be given to it as data. */
export const regoModule = `${head}\n${regoRules}`;

/**
 * A policy for Open Policy Agent 1.x and conftest: refuses plans of Terraform and Kubernetes objects that use what is blocked. It knows
 * the day: before the first day it only warns, after the last it refuses nothing and says so.
 * @see https://www.openpolicyagent.org/docs/policy-language
 */
export const rego: EnforcementFormat = {
  id: "rego",
  title: "Rego policy (Open Policy Agent, conftest, HCP Terraform)",
  specification: "https://www.openpolicyagent.org/docs/policy-language",
  fileName: "beholden.rego",
  render(plan) {
    const { entries, leftOut } = blockedIn(plan);
    const opening = openingLines(plan, {
      kinds: ["name", "registry", "terraform"],
      about: [
        "For a plan of Terraform: terraform show -json plan.out | conftest test --namespace beholden.enforcement --policy . -",
        "For Kubernetes objects: conftest test --namespace beholden.enforcement --policy . manifests/",
        "Destroying what is there is never refused. What lies encoded in a value, such as base64, is not seen.",
      ],
      leftOut,
    });
    const values = Object.entries(entries).map(([name, value]) => `${name} := ${regoValue(value)}\n`);
    return [commented(opening), head, "# ---- what is blocked ----\n", ...values, regoRules].join("\n");
  },
};

/** Kinds of resources that hold names in order to block them; naming one there is no use of it. */
const blockListTypes = [
  "aws_networkfirewall_rule_group",
  "aws_route53_resolver_firewall_domain_list",
  "aws_wafv2_regex_pattern_set",
  "aws_wafv2_rule_group",
  "azurerm_dns_resolver_domain_list",
  "azurerm_firewall_policy_rule_collection_group",
  "google_compute_network_firewall_policy_rule",
  "google_dns_response_policy_rule",
  "google_network_security_url_lists",
];

/** What the rules read, by name, in the order in which it is written; and what no rule could be held against. */
export function blockedIn(plan: EnforcementPlan): { entries: Record<string, unknown>; leftOut: string[] } {
  const providers = new Map(plan.providers.map(({ id, name }) => [id, name]));
  const leftOut: string[] = [];
  const said = ({ provider, why, confidence, sources }: Said) => ({
    provider: oneLine(providers.get(provider) ?? provider),
    why: oneLine(why),
    confidence,
    sources: sources.map(oneLine),
  });
  const names = new Map<string, unknown[]>();
  for (const entry of plan.names) {
    const suffix = domainName(entry.suffix);
    const except = entry.except.map((open) => domainName(open) ?? oneLine(open));
    if (suffix) names.set(suffix, [...(names.get(suffix) ?? []), { ...said(entry), except }]);
    else leftOut.push(`name ${entry.suffix}: it is no domain name`);
  }
  const registries = plan.registries.flatMap((entry) => {
    const pattern = hostPattern(entry.host);
    if (!pattern) leftOut.push(`registry ${entry.host}: it is no host, or no fixed name ties it to anybody`);
    return pattern ? [{ pattern: `^${pattern}$`, ...said(entry) }] : [];
  });
  const terraform = plan.terraform.flatMap((entry) => {
    const source = providerSource(entry.source);
    if (!source) leftOut.push(`terraform ${entry.source}: it is no source address of a provider`);
    return source ? [{ source, resource_prefix: resourcePrefix(entry.resourcePrefix), ...said(entry) }] : [];
  });
  const entries = {
    title: oneLine(plan.title),
    from_day: plan.from,
    review_day: plan.review,
    expires_day: plan.expires,
    from_ns: startOf(plan.from),
    review_ns: startOf(plan.review),
    end_ns: startOf(plan.expires) + 86_400_000_000_000n,
    names: Object.fromEntries(names),
    registries,
    terraform,
    block_list_types: blockListTypes,
  };
  return { entries, leftOut };
}

/** The first nanosecond of a day in UTC, as the clock of Open Policy Agent counts. */
function startOf(day: string): bigint {
  return BigInt(Date.parse(`${day}T00:00:00Z`)) * 1_000_000n;
}

/** A value as `opa fmt` writes it, with one entry of a collection on each line. Strings of Rego are those of JSON. */
function regoValue(value: unknown): string {
  if (Array.isArray(value)) return value.length ? `[\n${value.map((entry) => `\t${inLine(entry)},\n`).join("")}]` : "[]";
  if (value === null || typeof value !== "object") return inLine(value);
  const fields = Object.entries(value);
  return fields.length ? `{\n${fields.map(([name, field]) => `\t${JSON.stringify(name)}: ${inLine(field)},\n`).join("")}}` : "{}";
}

function inLine(value: unknown): string {
  if (typeof value === "bigint") return String(value);
  if (Array.isArray(value)) return `[${value.map(inLine).join(", ")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([name, field]) => `${JSON.stringify(name)}: ${inLine(field)}`)
    .join(", ")}}`;
}
