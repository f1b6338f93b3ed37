import type { EnforcementPlan } from "../../model/index.js";
import type { EnforcementFormat } from "./format.js";
import { commented, headerLines } from "./header.js";

/**
 * A table of its own, which is put in place whole and taken out whole: `nft delete table inet beholden_enforcement`.
 * @see https://www.netfilter.org/projects/nftables/manpage.html
 */
export const nftables: EnforcementFormat = {
  id: "nftables",
  title: "nftables: sets of addresses, refused on the way out and through",
  specification: "https://www.netfilter.org/projects/nftables/manpage.html",
  fileName: "beholden.nft",
  render(plan) {
    const lines = [
      "#!/usr/sbin/nft -f",
      ...commented("#", headerLines(plan, ["prefix"])),
      ...commented("#", ["", "Names cannot be blocked by a packet filter: use it beside dns-rpz, squid or envoy."]),
      "",
      // Made first, so that taking out the edition before never fails.
      "table inet beholden_enforcement",
      "delete table inet beholden_enforcement",
      "",
      "table inet beholden_enforcement {",
      `\tcomment "from ${plan.from}, review ${plan.review}, expires ${plan.expires}"`,
      "",
      ...set("blocked_v4", "ipv4_addr", addresses(plan, 4)),
      "",
      ...set("blocked_v6", "ipv6_addr", addresses(plan, 6)),
      "",
      ...chain("output"),
      "",
      ...chain("forward"),
      "}",
    ];
    return `${lines.join("\n")}\n`;
  },
};

function addresses(plan: EnforcementPlan, family: 4 | 6): string[] {
  return plan.prefixes.filter((one) => one.family === family).map(({ prefix }) => prefix);
}

function set(name: string, type: string, elements: readonly string[]): string[] {
  return [
    `\tset ${name} {`,
    `\t\ttype ${type}`,
    "\t\tflags interval",
    "\t\tauto-merge",
    ...(elements.length > 0 ? ["\t\telements = {", `\t\t\t${elements.join(",\n\t\t\t")}`, "\t\t}"] : []),
    "\t}",
  ];
}

function chain(hook: string): string[] {
  const refuse = 'counter reject with icmpx admin-prohibited comment "prohibited provider"';
  return [
    `\tchain ${hook} {`,
    `\t\ttype filter hook ${hook} priority filter; policy accept;`,
    `\t\tip daddr @blocked_v4 ${refuse}`,
    `\t\tip6 daddr @blocked_v6 ${refuse}`,
    "\t}",
  ];
}
