import type { EnforcementPlan } from "../../model/index.js";
import type { EnforcementFormat } from "./format.js";
import { commented, headerLines } from "./header.js";

type Rule = Record<string, unknown>;

/**
 * Two filters of Envoy's role-based access control that deny: a network filter for TLS that passes through, by server name and
 * address, and an HTTP filter by the host that a request names. The file is YAML whose values are JSON.
 * @see https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/rbac/v3/rbac.proto
 */
export const envoy: EnforcementFormat = {
  id: "envoy",
  title: "Envoy: filters that deny server names, hosts and addresses",
  specification: "https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/rbac/v3/rbac.proto",
  fileName: "beholden-envoy.yaml",
  render(plan) {
    const byServerName = plan.names.map((name) => exceptFor(name, (match) => ({ requested_server_name: match })));
    const byHost = plan.names.map((name) => exceptFor(name, (match) => ({ header: { name: ":authority", string_match: match } })));
    const byAddress = plan.prefixes.map(({ prefix }) => ({ destination_ip: rangeOf(prefix) }));
    const filters = [
      {
        name: "envoy.filters.network.rbac",
        typed_config: {
          "@type": "type.googleapis.com/envoy.extensions.filters.network.rbac.v3.RBAC",
          stat_prefix: "beholden",
          rules: denying([...byServerName, ...byAddress], plan),
        },
      },
    ];
    const httpFilters = [
      {
        name: "envoy.filters.http.rbac",
        typed_config: { "@type": "type.googleapis.com/envoy.extensions.filters.http.rbac.v3.RBAC", rules: denying(byHost, plan) },
      },
    ];
    const lines = [
      ...commented("#", headerLines(plan, ["name", "prefix"])),
      ...commented("#", ["", "First among the filters of a filter chain, whose listener has envoy.filters.listener.tls_inspector."]),
      `filters: ${JSON.stringify(filters, null, 2)}`,
      ...commented("#", ["First among the http_filters of an HttpConnectionManager."]),
      `http_filters: ${JSON.stringify(httpFilters, null, 2)}`,
    ];
    return `${lines.join("\n")}\n`;
  },
};

function denying(rules: readonly Rule[], { from, expires }: EnforcementPlan): Rule {
  // Without a policy nothing is denied; a policy needs at least one rule.
  if (rules.length === 0) return { action: "DENY", policies: {} };
  const policy = { permissions: [{ or_rules: { rules } }], principals: [{ any: true }] };
  return { action: "DENY", policies: { [`beholden, ${from} to ${expires}`]: policy } };
}

function exceptFor({ suffix, except }: EnforcementPlan["names"][number], matching: (match: Rule) => Rule): Rule {
  const blocked = matching(below(suffix));
  if (except.length === 0) return blocked;
  return { and_rules: { rules: [blocked, ...except.map((name) => ({ not_rule: matching(below(name)) }))] } };
}

/** The name itself and all below it, with or without the root's dot and a port. */
function below(suffix: string): Rule {
  return { safe_regex: { regex: `(?i)(.*\\.)?${suffix.replaceAll(".", "\\.")}\\.?(:[0-9]+)?` } };
}

function rangeOf(prefix: string): Rule {
  const [address_prefix = "", length = ""] = prefix.split("/");
  return { address_prefix, prefix_len: Number(length) };
}
