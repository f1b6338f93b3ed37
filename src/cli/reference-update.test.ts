import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { publications } from "../reference/update/publications.js";
import { addReferenceCommand } from "./reference.js";
import { publicationsToFetch } from "./reference-update.js";
import { updateReportText } from "./reference-update-text.js";
import { runCommand } from "./sample-run.js";

async function run(...args: string[]) {
  const data = await mkdtemp(join(tmpdir(), "beholden-cli-"));
  return runCommand(addReferenceCommand, "reference", "update", ...args, "--data", data);
}

describe("beholden reference update", () => {
  it("refuses to run offline, and says what to do instead", async () => {
    await expect(run("--offline")).rejects.toThrow(/--offline forbids.*reference import FILE/);
  });

  it("lists the addresses that it knows where a source is not among them", async () => {
    await expect(run("us-nothing")).rejects.toThrow(/no address is known for us-nothing\. Known are:\n {2}us-ofac-sdn .*https:\/\//);
  });

  it("fetches the lists, the registers that are in force, or what was asked for", () => {
    const chosen = (asked: string[], ...inForce: string[]) =>
      publicationsToFetch(publications, asked, new Set(inForce)).map(({ source }) => source);
    expect(chosen([])).toEqual(["us-ofac-sdn", "us-ofac-consolidated", "us-csl", "un-sc", "eu-fsf"]);
    expect(chosen([], "gb-psc")).toContain("gb-psc");
    expect(chosen(["gleif-rr", "gleif-rr"])).toEqual(["gleif-rr"]);
  });

  it("says of each source what became of it", () => {
    const url = "https://example.org/x.csv";
    const text = updateReportText([
      { source: "x", outcome: "unchanged", url },
      { source: "y", outcome: "failed", url, reason: "example.org answers with status 404." },
    ]);
    expect(text).toBe(
      `x: unchanged\n  ${url} has nothing newer than what is in force\n\ny: NOT UPDATED\n  ${url}\n  example.org answers with status 404.\n  what was in force before still is\n`,
    );
  });
});
