import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { EnforcementDryRun, EnforcementPlan } from "../model/index.js";
import { enforcementFormats } from "../report/enforcement/registry.js";
import { addEnforceCommand } from "./enforce.js";
import { UsageError } from "./exit.js";
import { runCommand } from "./sample-run.js";

const folder = mkdtempSync(join(tmpdir(), "beholden-enforce-"));
afterAll(() => rmSync(folder, { recursive: true }));
const run = (...words: string[]) =>
  runCommand(addEnforceCommand, "enforce", ...words, "--as-of", "2026-11-27", "--data", join(folder, "no-imports"));
const saved = (name: string, content: unknown) => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
};

describe("beholden enforce", () => {
  it("without a target says what would be blocked and withheld, and lists the forms", async () => {
    const { stdout, status } = await run("alibaba-cloud");
    for (const words of ["Would be blocked", "yunpan.aliyun.com stays open", "AS45102", "Withheld, and stays open", "nftables"])
      expect(stdout).toContain(words);
    expect(status).toBe(0);
    for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
  });

  it("writes one form to standard output, and several to a folder", async () => {
    expect((await run("alibaba-cloud", "--target", "dns-rpz")).stdout).toContain("\naliyuncs.com CNAME .\n");
    const out = join(folder, "block");
    await run("alibaba-cloud", ...enforcementFormats.flatMap(({ id }) => ["--target", id]), "--output", out);
    expect(readdirSync(out).sort()).toEqual(enforcementFormats.map(({ fileName }) => fileName).sort());
    for (const { fileName } of enforcementFormats) expect(readFileSync(join(out, fileName), "utf8")).toContain("2027-11-27");
  });

  it("gives the plan as JSON", async () => {
    expect(EnforcementPlan.safeParse(JSON.parse((await run("alibaba-cloud", "--format", "json")).stdout)).success).toBe(true);
  });

  it("writes nothing for a determination that prohibits nothing, and ends with 0", async () => {
    const file = saved("nothing.json", { subject: { name: "Meridian Retail" }, prohibitions: [] });
    const out = join(folder, "nothing.nft");
    const { stdout, status } = await run(file, "--target", "nftables", "--output", out);
    expect(stdout).toContain("prohibits nothing");
    expect([status, existsSync(out)]).toEqual([0, false]);
  });

  it("goes through a log, and ends with 2 where part of it was lost", async () => {
    const row = "2 123456789012 eni-0a 10.1.0.5 47.88.1.1 44001 443 6 10 1000 1790000000 1790000060 ACCEPT OK\n";
    const whole = await run("alibaba-cloud", "--dry-run", saved("flows.log", row.repeat(3)), "--format", "json");
    expect(EnforcementDryRun.parse(JSON.parse(whole.stdout)).rows.cut).toBe(3);
    expect(whole.status).toBe(0);
    const torn = await run("alibaba-cloud", "--dry-run", saved("torn.log", `${row}2 123 torn\n`));
    expect(torn.stdout).toContain("one row could not be read");
    expect(torn.status).toBe(2);
  });

  it.each([
    [["nobody-at-all"], /no provider on file is known as nobody-at-all/],
    [["alibaba-cloud", "--target", "tarpit"], /--target tarpit is no form .* Expected one of: nftables/],
    [["alibaba-cloud", "--target", "squid", "--target", "envoy"], /no folder to write them to/],
    [["alibaba-cloud", "--region", "mars-1"], /no region mars-1/],
    [["alibaba-cloud", "--expires", "2026-11-01"], /out of order/],
    [["alibaba-cloud", "--from", "tomorrow"], /--from tomorrow is no day/],
    [["alibaba-cloud", "--inventory", "x.yaml"], /--inventory is for --dry-run/],
    [["alibaba-cloud", "--dry-run", "none.log"], /no such file/],
    [["alibaba-cloud", "--target", "squid", "--dry-run", "none.log"], /--dry-run writes no files/],
  ])("refuses %j", async (words, message) => {
    const failed = run(...words);
    await expect(failed).rejects.toThrow(UsageError);
    await expect(failed).rejects.toThrow(message);
  });

  it("refuses a file that is no determination, and a region beside one", async () => {
    await expect(run(saved("torn.json", "{"))).rejects.toThrow(/is no determination: it is no JSON/);
    await expect(run(saved("some.json", { subject: { name: "x" }, prohibitions: [] }), "--region", "us-west-1")).rejects.toThrow(
      /--region is for a provider/,
    );
  });
});
