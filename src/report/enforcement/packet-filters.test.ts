import { describe, expect, it } from "vitest";
import { ipset } from "./ipset.js";
import { nftables } from "./nftables.js";
import { emptyPlan, hostilePlan, hostileTexts, largePlan, samplePlan } from "./sample-network-plan.js";
import { hasOwnNetwork, isInstalled, runOn } from "./sample-tool.js";

const withoutComments = (text: string) =>
  text
    .split("\n")
    .filter((line) => !line.startsWith("#"))
    .join("\n");

describe("nftables", () => {
  const checked = (text: string) => runOn({ "a.nft": text }, (folder) => ["unshare", "-n", "nft", "-c", "-f", `${folder}/a.nft`]);
  const canCheck = isInstalled("nft") && hasOwnNetwork;

  it("has a set a family, and refuses what goes out and through", () => {
    expect(nftables.render(samplePlan())).toContain(`table inet beholden_enforcement {
	comment "from 2026-12-01, review 2027-03-01, expires 2027-12-01"

	set blocked_v4 {
		type ipv4_addr
		flags interval
		auto-merge
		elements = {
			192.0.2.0/24,
			198.51.100.128/25
		}
	}
`);
  });

  it("says at its head what it carries out, until when, and what is withheld, without the names that it cannot block", () => {
    expect(nftables.render(samplePlan()).split("\n").slice(0, 13)).toEqual([
      "#!/usr/sbin/nft -f",
      "# Prohibition of Example Cloud",
      "# Blocked: Example Cloud (example-cloud)",
      "# From 2026-12-01. Review on 2027-03-01. Expires 2027-12-01: take it out or renew it by then.",
      `# Carries out the determination on Meridian Retail, sha256 ${"a".repeat(64)}`,
      `# Written by beholden 0.1.0 as of 2026-11-27, reference of 2026-11-23, sha256 ${"0".repeat(64)}`,
      "#",
      "# What customers run there is cut off too.",
      "#",
      "# Withheld, and not blocked by this file:",
      "#   AS64501 (2 IPv4 prefixes): others share it; others, because a carrier",
      "#",
      "# Names cannot be blocked by a packet filter: use it beside dns-rpz, squid or envoy.",
    ]);
  });

  it.skipIf(!canCheck)("is taken by nft -c -f (skipped without nft): a plan, an empty one, and one of 20,000 ranges", () => {
    for (const plan of [samplePlan(), emptyPlan(), largePlan(0, 20_000)])
      expect(checked(nftables.render(plan))).toEqual({ status: 0, said: "" });
  });

  it.skipIf(!canCheck)("loads twice, and holds what the plan says (skipped without nft)", () => {
    const { status, said } = runOn({ "a.nft": nftables.render(samplePlan()) }, () => [
      ...["unshare", "-n", "sh", "-ec"],
      "nft -f a.nft && nft -f a.nft && nft list ruleset && nft delete table inet beholden_enforcement && nft list ruleset | wc -l",
    ]);
    expect(status).toBe(0);
    expect(said).toMatch(/elements = \{ 192\.0\.2\.0\/24, 198\.51\.100\.128\/25 \}/);
    expect(said).toContain("elements = { 2001:db8::/32 }");
    expect(said.match(/daddr @blocked_v[46] counter packets 0 bytes 0 reject/g)).toHaveLength(4);
    expect(said.trim().split("\n").at(-1)?.trim()).toBe("0");
  });

  it.each(hostileTexts)("keeps text of the catalogue in its comments: %j", (text) => {
    expect(withoutComments(nftables.render(hostilePlan(samplePlan(), text)))).toBe(withoutComments(nftables.render(samplePlan())));
  });
});

describe("ipset", () => {
  const canRestore = isInstalled("ipset") && hasOwnNetwork;

  it("makes, empties and fills a set a family", () => {
    expect(withoutComments(ipset.render(samplePlan()))).toBe(`create beholden_v4 hash:net family inet maxelem 65536
flush beholden_v4
add beholden_v4 192.0.2.0/24
add beholden_v4 198.51.100.128/25
create beholden_v6 hash:net family inet6 maxelem 65536
flush beholden_v6
add beholden_v6 2001:db8::/32
`);
  });

  it("follows the grammar of a restore file, and has room for every range", () => {
    const lines = withoutComments(ipset.render(largePlan(0, 70_000)))
      .trim()
      .split("\n");
    const grammar = /^(create \w+ hash:net family inet6? maxelem \d+|flush \w+|add \w+ [0-9a-f.:]+\/\d+)$/;
    expect(lines.filter((line) => !grammar.test(line))).toEqual([]);
    expect(lines[0]).toBe("create beholden_v4 hash:net family inet maxelem 70000");
  });

  it.skipIf(!canRestore)("is restored by ipset, twice (skipped without ipset)", () => {
    const { status, said } = runOn({ "a.ipset": ipset.render(samplePlan()) }, () => [
      ...["unshare", "-n", "sh", "-ec"],
      "ipset restore -exist < a.ipset; ipset restore -exist < a.ipset; ipset list",
    ]);
    // A kernel without the module can do nothing; the parser has read the file by then.
    if (/Kernel error|Cannot open session/.test(said)) return;
    expect(status).toBe(0);
    expect(said).toContain("192.0.2.0/24");
    expect(said).toContain("2001:db8::/32");
    expect(said.match(/Number of entries: (\d)/g)).toEqual(["Number of entries: 2", "Number of entries: 1"]);
  });

  it.each(hostileTexts)("keeps text of the catalogue in its comments: %j", (text) => {
    expect(withoutComments(ipset.render(hostilePlan(samplePlan(), text)))).toBe(withoutComments(ipset.render(samplePlan())));
  });
});
