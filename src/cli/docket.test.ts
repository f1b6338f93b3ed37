import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  BundleVerification,
  CaseChange,
  CaseList,
  DocketConflict,
  DocketDone,
  DocketRecord,
  DocketVerification,
  DocketWhy,
  ShownCase,
} from "../model/index.js";
import { addDocketCommand } from "./docket.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "docket-cli-"));
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

async function run(words: string, ...rest: string[]): Promise<string> {
  const written: string[] = [];
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
  const program = new Command("beholden").exitOverride().configureOutput({ writeErr: () => {} });
  addDocketCommand(program);
  const recording = /^(list|show|why|verify|rebuild|log|calendar|restore)/.test(words) ? [] : ["--by", "Ana Ruiz"];
  process.exitCode = undefined;
  await program.parseAsync(["docket", ...words.split(" "), ...rest, "--data", folder, "--quiet", ...recording], { from: "user" });
  return written.join("");
}

async function json(words: string, ...rest: string[]): Promise<unknown> {
  return JSON.parse(await run(words, ...rest, "--format", "json"));
}

const contents = ["criteria", "proposal", "factual-basis", "unclassified"].flatMap((one) => ["--contains", one]);

async function served(): Promise<void> {
  await run("new --id A-1 --caption", "Acme Cloud", "--party", "provider:Acme Cloud Ltd");
  await run("move A-1 review-started --on 2025-02-11");
  await run("move A-1 agencies-notified --on 2025-02-20");
  await run("move A-1 determination-proposed --on 2025-03-11");
  await run("serve-notice A-1 --on 2025-04-01 --service by-hand --signed-by Secretary", ...contents);
}

describe("beholden docket", () => {
  it("runs a case from its start to its end as a script", async () => {
    await served();
    await run("move A-1 response-received --on 2025-04-20");
    await run("move A-1 consideration-started --on 2025-04-22");
    for (const agency of ["Justice", "Treasury"]) {
      await run("move A-1 circulation-received --on 2025-06-02 --written --agency", agency);
      await run("move A-1 agency-concurred --on 2025-06-10 --agency", agency);
    }
    const all = ["determination", "unclassified", "party-information", "cessation", "later-review", "measures", "penalties"];
    const end = await json(
      "move A-1 final-determination --on 2025-06-20 --written --signed-by Secretary --outcome prohibited",
      ...all.flatMap((one) => ["--contains", one]),
    );
    expect(CaseChange.parse(end)).toMatchObject({ event: 11, standing: { state: "PROHIBITED", since: "2025-06-20" } });
    expect(CaseList.parse(await json("list")).cases).toMatchObject([{ id: "A-1", state: "PROHIBITED", next: null }]);
    expect(DocketVerification.parse(await json("verify"))).toMatchObject({ unbroken: true, entries: 13, shown: { agrees: true } });
  });

  it("answers in forms that are published", async () => {
    await served();
    const shown = ShownCase.parse(await json("show A-1 --as-of 2025-04-10"));
    expect(shown).toMatchObject({
      id: "A-1",
      caption: "Acme Cloud",
      parties: [{ role: "provider", name: "Acme Cloud Ltd" }],
      standing: { state: "ID_SERVED" },
    });
    const why = DocketWhy.parse(await json("why A-1 response --as-of 2025-04-10"));
    expect([why.due, why.days.length]).toEqual(["2025-05-01", 31]);
    expect(DocketRecord.parse(await json("log A-1 --act event-recorded")).lines).toHaveLength(4);
    expect(DocketDone.parse(await json("rebuild"))).toMatchObject({ entries: 6, mended: [] });
    const to = join(folder, "case.zip");
    expect(DocketDone.parse(await json(`export A-1 --to ${to}`))).toMatchObject({ file: to, manifest: { case: "A-1" } });
    expect(BundleVerification.parse(await json(`verify ${to}`))).toMatchObject({ intact: true });
    const other = join(folder, "other.db");
    expect(DocketDone.parse(await json(`import ${to} --database ${other}`))).toMatchObject({ case: "A-1", entries: 5, repeated: false });
    expect(DocketDone.parse(await json(`import ${to} --database ${other}`))).toMatchObject({ entries: 0, repeated: true });
    expect(await run("log A-1")).toContain("exported");
  });

  it("prints the head, the rule and its mark, and every day of a count", async () => {
    await served();
    const why = await run("why A-1 final-determination --as-of 2025-04-10");
    expect(why).toMatch(/^Final Determination: last day Sun 2025-09-28\n/);
    expect(why).toMatch(/55 +2025-05-26 +Mon +Memorial Day\n/);
    expect(why).toMatch(/180 +2025-09-28 +Sun +Sunday; the last day\n/);
    expect(await run("show A-1 --as-of 2025-04-10")).toMatch(/Journal: 6 entries, head [0-9a-f]{64}\n/);
    expect(await run("show A-1 --as-of 2025-04-10")).toContain("only the replaced");
    expect(await run("calendar A-1")).toMatch(/^BEGIN:VCALENDAR\r\n/);
  });

  it("shows mine, theirs and merged, and saves what is taken", async () => {
    await run("new --id A-1 --caption", "Acme");
    await run("edit A-1 --caption", "Acme Cloud");
    const conflict = DocketConflict.parse(await json("edit A-1 --reference R-1 --seen 2"));
    expect([conflict.current, conflict.merged, process.exitCode]).toEqual([
      3,
      expect.objectContaining({ caption: "Acme Cloud", reference: "R-1" }),
      1,
    ]);
    expect(await run("edit A-1 --reference R-1 --seen 2")).toMatch(/caption +Acme +Acme +Acme Cloud +Acme Cloud\n/);
    await run("edit A-1 --reference R-1 --seen 2 --take merged");
    expect(await json("show A-1")).toMatchObject({ caption: "Acme Cloud", reference: "R-1" });
    expect(await run("edit A-1 --caption X --seen 2 --take merged")).toContain("CLASH");
    await run("edit A-1 --caption X --seen 2 --take mine");
    expect(await json("show A-1")).toMatchObject({ caption: "X", reference: "R-1" });
  });

  it("acts once by a key", async () => {
    await run("new --id A-1 --caption Acme --key k1");
    expect(await json("new --id A-1 --caption Acme --key k1")).toMatchObject({ case: "A-1", repeated: true });
    await expect(run("new --id A-2 --caption Acme --key k1")).rejects.toThrow("stands for another request");
  });

  it("backs up, and restores after a dry run", async () => {
    await served();
    const to = join(folder, "backup.zip");
    await run(`backup --to ${to}`);
    const other = join(folder, "restored.db");
    expect(await run(`restore ${to} --dry-run --database ${other}`)).toContain("The bundle is intact.");
    await run(`restore ${to} --database ${other}`);
    await expect(run(`restore ${to} --database ${other}`)).rejects.toThrow("holds 6 entries already");
    await expect(run(`import ${to} --database ${other}`)).rejects.toThrow("is a backup of a whole docket");
    expect(await json(`show A-1 --as-of 2025-04-10 --database ${other}`)).toMatchObject({ standing: { state: "ID_SERVED" } });
    expect(readFileSync(to).subarray(0, 2).toString()).toBe("PK");
  });

  it("exits with 1 where a printed head is not there", async () => {
    await run("new --id A-1 --caption Acme");
    const { head } = (await json("verify")) as { head: { digest: string } };
    expect(await run(`verify --head ${head.digest.slice(0, 16)}`)).toContain("is entry 2");
    expect(process.exitCode).toBeUndefined();
    expect(await run("verify --head 0123456789abcdef")).toContain("IS NOT THERE");
    expect(process.exitCode).toBe(1);
  });

  it.each<[string, RegExp]>([
    ["show A-9", /no case A-9/],
    ["move A-1 review-started", /Expected --on/],
    ["move A-1 review-started --on 2025-02-30", /--on 2025-02-30 is no day/],
    ["move A-1 nonsense --on 2025-02-11", /the procedure knows no nonsense/],
    ["serve-notice A-1 --on 2025-04-01", /Expected --service/],
    ["correct A-1 7 --on 2025-02-11 --why x", /there is no entry 7 to correct/],
    ["correct A-1 7 --why x", /Expected --on or another field/],
    ["confirm A-1 7 --why x", /no event 7/],
    ["confirm A-1 deadline/nothing --why x", /no open point deadline\/nothing/],
    ["edit A-1", /nothing to change/],
    ["verify nowhere.zip", /no such file/],
    ["verify --head abc", /is no digest/],
  ])("%s is refused, with what to do", async (words, message) => {
    await run("new --id A-1 --caption Acme");
    await expect(run(words)).rejects.toThrow(message);
  });
});
