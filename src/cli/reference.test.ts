import { existsSync } from "node:fs";
import { Command } from "commander";
import { afterEach, describe, expect, it, vi } from "vitest";
import { addReferenceCommand } from "./reference.js";

afterEach(() => vi.restoreAllMocks());

async function run(...args: string[]): Promise<string> {
  const written: string[] = [];
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
  const program = new Command("beholden").exitOverride();
  addReferenceCommand(program);
  await program.parseAsync(["reference", ...args], { from: "user" });
  return written.join("");
}

describe.skipIf(!existsSync("dist/snapshot/manifest.json"))("beholden reference status (needs npm run build)", () => {
  it("tells edition, digest, counts, ages and the terms of the network table as JSON", async () => {
    const status = JSON.parse(await run("status", "--format", "json"));
    expect(status).toMatchObject({ schemaVersion: "1", intact: true, networks: { licence: "CC-BY-4.0" } });
    expect(status.edition).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(status.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(status.counts.providers).toBeGreaterThanOrEqual(109);
    expect(status.sources.newest.daysOld).toBeLessThanOrEqual(status.sources.oldest.daysOld);
    expect(status.networks.attribution).toContain("DB-IP");
  });

  it("tells the same in text", async () => {
    const [json, text] = [JSON.parse(await run("status", "--format", "json")), await run("status")];
    expect(text).toContain(`edition ${json.edition}`);
    expect(text).toContain(json.sha256);
    expect(text).toContain(`licence ${json.networks.licence}`);
    expect(text).toMatch(new RegExp(`providers +${json.counts.providers}\\n`));
  });
});

describe("beholden reference status", () => {
  it("refuses a format it does not have", async () => {
    vi.spyOn(process.stderr, "write").mockReturnValue(true);
    await expect(run("status", "--format", "xml")).rejects.toThrow("Allowed choices are text, json");
  });
});
