import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { ReviewComparison } from "../model/index.js";

const beholden = "dist/beholden.js";
const example = "examples/alibaba-cloud-2022";

function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [beholden, ...args], { encoding: "utf8", maxBuffer: 1 << 28 });
}

describe.skipIf(!existsSync(beholden))("the built command (npm run build)", () => {
  let folder = "";
  let head = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "beholden-diff-"));
    head = join(folder, "head");
    await cp(example, head, { recursive: true });
    await writeFile(join(head, "hosts.txt"), `${await readFile(join(head, "hosts.txt"), "utf8")}storage.yandexcloud.net\n`);
    for (const day of ["2022-01-18", "2026-11-23"])
      run("review", example, "--as-of", day, "--format", "json", "--output", join(folder, `${day}.json`));
    run("review", head, "--as-of", "2026-11-23", "--format", "json", "--output", join(folder, "head.json"));
  }, 60_000);

  it("compares one folder on two days, and two saved reviews of those days, with the same result", () => {
    const live = run("diff", example, "--as-of", "2022-01-18", "--as-of", "2026-11-23", "--format", "json");
    expect(live.status).toBe(0);
    const saved = run("diff", join(folder, "2022-01-18.json"), join(folder, "2026-11-23.json"), "--format", "json");
    const [one, other] = [live, saved].map(({ stdout }) => ReviewComparison.parse(JSON.parse(stdout)));
    expect(one?.differences).toEqual(other?.differences);
    expect(one?.changes).toEqual(other?.changes);
    expect(run("diff", example, "--as-of", "2022-01-18", "--as-of", "2026-11-23", "--format", "json").stdout).toBe(live.stdout);
  });

  it("compares a saved review with a folder reviewed now", () => {
    const { status, stdout } = run("diff", join(folder, "2026-11-23.json"), head, "--as-of", "2026-11-23");
    expect(status).toBe(0);
    expect(stdout).toMatch(/This change adds: provider Yandex Cloud \(parent /);
    expect(stdout).toMatch(/why +artefacts: host storage\.yandexcloud\.net: new in hosts\.txt:7/);
  });

  it.each([
    ["--fail-on", "restricted", 1],
    ["--fail-on", "prohibited", 0],
    ["--fail-on-new", "provider", 1],
    ["--fail-on-new", "parent", 1],
    ["--fail-on-new", "government", 1],
  ])("closes the gate on what is new only: %s %s", (option, what, status) => {
    const [base, change] = [join(folder, "2026-11-23.json"), join(folder, "head.json")];
    expect(run("diff", base, change, option, what).status).toBe(status);
    expect(run("diff", change, base, option, what).status).toBe(0);
  });

  it("gives a comment for a pull request, in a file or on standard output", () => {
    const output = join(folder, "comment.md");
    const { stdout } = run("diff", example, head, "--as-of", "2026-11-23", "--format", "md", "--output", output);
    expect(stdout).toMatch(/^This change adds: provider Yandex Cloud/);
    const comment = run("diff", example, head, "--as-of", "2026-11-23", "--format", "md").stdout;
    expect(comment).toMatch(/^### This change adds: provider Yandex Cloud/);
    expect(comment).toContain("| New provider | Yandex Cloud |");
    expect(comment.length).toBeLessThan(65_536);
  });

  it.each([
    ["one side only", ["diff", example], /needs two sides/],
    ["no such path", ["diff", example, "nowhere"], /nowhere: no such file or folder/],
    ["three days", ["diff", example, ...["2020-01-01", "2021-01-01", "2022-01-01"].flatMap((day) => ["--as-of", day])], /more than two/],
    ["a day that is none", ["diff", example, "--as-of", "2022-02-30", "--as-of", "2022-03-01"], /2022-02-30 is no day/],
    ["an unknown thing", ["diff", example, example, "--fail-on-new", "tree"], /tree/],
  ])("exits with 2 on %s, and says what to do", (_, args, message) => {
    const { status, stderr } = run(...args);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it("exits with 2 on a day for a saved review, and on a saved review that is torn", async () => {
    const saved = join(folder, "2026-11-23.json");
    const day = run("diff", saved, saved, "--as-of", "2026-11-23");
    expect(day.status).toBe(2);
    expect(day.stderr).toMatch(/both of these are saved reviews/);
    const torn = join(folder, "torn.json");
    const { transactions: _, ...rest } = JSON.parse(await readFile(saved, "utf8")) as { transactions: unknown };
    await writeFile(torn, JSON.stringify(rest));
    const { status, stderr } = run("diff", torn, saved);
    expect(status).toBe(2);
    expect(stderr).toMatch(/torn\.json is a saved review that cannot be read: transactions: /);
  });
});
