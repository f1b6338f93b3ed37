import { describe, expect, it } from "vitest";
import { emptyPlan, hostilePlan, hostileTexts, largePlan, samplePlan } from "./sample-network-plan.js";
import { isInstalled, runOn } from "./sample-tool.js";
import { squid } from "./squid.js";

const withoutComments = (text: string) =>
  text
    .split("\n")
    .filter((line) => !line.startsWith("#"))
    .join("\n");

describe("Squid", () => {
  it("denies the names and addresses, and not what others have below them", () => {
    expect(withoutComments(squid.render(samplePlan()))).toBe(`acl beholden_names dstdomain .cloud.example
acl beholden_names dstdomain .cdn.example.net
acl beholden_open dstdomain .mail.cloud.example
acl beholden_addresses dst 192.0.2.0/24
acl beholden_addresses dst 198.51.100.128/25
acl beholden_addresses dst 2001:db8::/32
http_access deny beholden_names !beholden_open
http_access deny beholden_addresses !beholden_open
`);
  });

  it("has no rule for a list that is empty", () => {
    expect(withoutComments(squid.render(emptyPlan())).trim()).toBe("");
  });

  it.skipIf(!isInstalled("squid"))("is taken by squid -k parse without a warning (skipped without squid)", () => {
    for (const plan of [samplePlan(), emptyPlan(), largePlan(300, 300)]) {
      const files = { "beholden.conf": squid.render(plan) };
      const main = (folder: string) => `http_port 127.0.0.1:3128\ninclude ${folder}/beholden.conf\nhttp_access deny all\n`;
      const { status, said } = runOn(files, (folder) => [
        "sh",
        "-c",
        'printf "$1" > squid.conf && squid -k parse -f squid.conf',
        "sh",
        main(folder),
      ]);
      expect(said.match(/warning|error|fatal|bungled/gi) ?? []).toEqual([]);
      expect(status).toBe(0);
    }
  });

  it.each(hostileTexts)("keeps text of the catalogue in its comments: %j", (text) => {
    expect(withoutComments(squid.render(hostilePlan(samplePlan(), text)))).toBe(withoutComments(squid.render(samplePlan())));
  });
});
