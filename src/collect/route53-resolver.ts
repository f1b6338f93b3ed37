import { type DnsQuery, dnsLogFormat, queriedName, secondsOf } from "./dns-log.js";

/** Query logs of Amazon Route 53 Resolver: JSON, one query a line. */
export const route53Resolver = dnsLogFormat({
  id: "route53-resolver",
  title: "Amazon Route 53 Resolver query log",
  specification: "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-query-logs-format.html",
  parse(line) {
    let entry: unknown;
    try {
      entry = JSON.parse(line);
    } catch {
      return "malformed";
    }
    return queryOf(entry) ?? "malformed";
  },
});

function queryOf(entry: unknown): DnsQuery | undefined {
  if (typeof entry !== "object" || entry === null) return undefined;
  const { query_name, query_timestamp, srcaddr, answers, firewall_rule_action } = entry as Record<string, unknown>;
  if (typeof query_name !== "string" || typeof query_timestamp !== "string" || typeof srcaddr !== "string") return undefined;
  const name = queriedName(query_name);
  if (name === undefined) return undefined;
  return {
    name,
    client: srcaddr,
    time: secondsOf(query_timestamp),
    answers: addressesIn(answers),
    refused: firewall_rule_action === "BLOCK",
  };
}

function addressesIn(answers: unknown): string[] {
  if (!Array.isArray(answers)) return [];
  return answers.flatMap((answer: unknown) => {
    const { Rdata, Type } = (answer ?? {}) as Record<string, unknown>;
    return (Type === "A" || Type === "AAAA") && typeof Rdata === "string" ? [Rdata] : [];
  });
}
