import type { EnforcementPlan } from "../../model/index.js";
import type { EnforcementFormat } from "./format.js";
import { commented, headerLines } from "./header.js";

/** As many as a set holds where nothing else is said. */
const usualMost = 65_536;

/**
 * Two sets for `ipset restore`, used by an iptables rule with `-m set --match-set beholden_v4 dst`.
 * @see https://ipset.netfilter.org/ipset.man.html
 */
export const ipset: EnforcementFormat = {
  id: "ipset",
  title: "ipset: sets of addresses for rules of iptables",
  specification: "https://ipset.netfilter.org/ipset.man.html",
  fileName: "beholden.ipset",
  render(plan) {
    const lines = [
      ...commented("#", headerLines(plan, ["prefix"])),
      ...commented("#", [
        "",
        "Load: ipset restore -exist < beholden.ipset, then",
        "  iptables -I OUTPUT -m set --match-set beholden_v4 dst -j REJECT, the same for FORWARD, and ip6tables for beholden_v6.",
      ]),
      ...set("beholden_v4", "inet", addresses(plan, 4)),
      ...set("beholden_v6", "inet6", addresses(plan, 6)),
    ];
    return `${lines.join("\n")}\n`;
  },
};

function addresses(plan: EnforcementPlan, family: 4 | 6): string[] {
  return plan.prefixes.filter((one) => one.family === family).map(({ prefix }) => prefix);
}

function set(name: string, family: string, elements: readonly string[]): string[] {
  return [
    `create ${name} hash:net family ${family} maxelem ${Math.max(usualMost, elements.length)}`,
    `flush ${name}`,
    ...elements.map((element) => `add ${name} ${element}`),
  ];
}
