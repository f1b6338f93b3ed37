import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { DocketRecord, DocketVerification } from "../../src/model/index.js";
import { faultsInEveryLook } from "./every-look.js";
import { cannotOpen, type SampleWorkbench, sampleWorkbench } from "./sample-workbench.js";

describe.skipIf(cannotOpen)("the record and the doors in Chromium (needs /usr/bin/chromium and a build)", () => {
  let bench: SampleWorkbench;
  let page: Page;
  beforeAll(async () => {
    bench = await sampleWorkbench({ filled: true });
    page = await bench.opened("/record");
  }, 120_000);
  afterAll(() => bench?.close());
  afterEach(() => expect(bench.faults.splice(0)).toEqual([]));

  function cli<Answer>(...words: string[]): Answer {
    const options = ["--database", bench.database, "--format", "json"];
    try {
      return JSON.parse(
        execFileSync(process.execPath, ["dist/beholden.js", "docket", ...words, ...options], { encoding: "utf8", maxBuffer: 1 << 28 }),
      );
    } catch (error) {
      return JSON.parse((error as { stdout: string }).stdout);
    }
  }

  it("lists what the command line lists, an entry whole beside it, with its address", async () => {
    await page.getByRole("table", { name: "Entries, the newest first" }).waitFor();
    const { lines } = cli<DocketRecord>("log");
    await page.getByText(`${lines.length} of ${lines.length} entries read`).waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    const one = lines.at(-2);
    await page
      .getByRole("complementary")
      .getByText(one?.digest ?? "")
      .waitFor();
    expect(new URL(page.url()).searchParams.get("entry")).toBe(String(one?.number));
    await page.keyboard.press("Escape");
    await page.getByLabel("Filter", { exact: true }).fill("kind:evidence -act:evidence-graded");
    const expected = lines.filter(({ object, act }) => object.startsWith("evidence ") && act !== "evidence-graded").length;
    await page.getByText(`${expected} of ${lines.length} entries read`).waitFor();
    await bench.opened("/cases/2026-0001/record", page);
    const ofCase = cli<DocketRecord>("log", "2026-0001").lines.length;
    await page.getByText(`${ofCase} of ${ofCase} entries read`).waitFor();
  });

  it("verifies the journal here, compares a printed head, and says what that proves and what not", async () => {
    const expected = cli<DocketVerification>("verify");
    await bench.opened("/record", page);
    await page.getByLabel(/^A head that a letter/).fill(expected.head.digest.slice(0, 20));
    await page.getByRole("button", { name: "Verify here" }).click();
    await page.getByText("The journal is unbroken.").waitFor();
    await page.getByText(`${expected.entries} entries verified`, { exact: false }).waitFor();
    await page.getByText(`is entry ${expected.head.number}`, { exact: false }).waitFor();
    await page.getByText("That nobody with write access to the store wrote the whole chain anew", { exact: false }).waitFor();
    await page.getByRole("contentinfo").getByText(`checked here up to entry ${expected.head.number}`, { exact: false }).waitFor();
  });

  it.each(["/record", "/record?entry=3", "/cases/2026-0001/record", "/record?filter=nothing-like-it", "/start", "/new"])(
    "has no fault of accessibility in any look, and does not scroll sideways at 390 pixels: %s",
    async (path) => {
      expect(await faultsInEveryLook(bench, page, path)).toEqual([]);
    },
    60_000,
  );

  it("reviews a folder that is picked, and leaves out what is others' code", async () => {
    const shop = join(bench.folder, "picked-shop");
    mkdirSync(join(shop, "node_modules", "x"), { recursive: true });
    cpSync("examples/meridian-retail/terraform", join(shop, "terraform"), { recursive: true });
    writeFileSync(join(shop, "node_modules", "x", "package.json"), "{}");
    await bench.opened("/start", page);
    await page.getByLabel("Folder to review").setInputFiles(shop);
    await page.getByText("Left out: node_modules.", { exact: false }).waitFor();
    await page.getByRole("button", { name: "Review picked-shop" }).press("Enter");
    await page.getByRole("heading", { level: 1, name: /^Review of/ }).waitFor();
    await bench.opened("/reviews", page);
    await page.getByText("files handed over, picked-shop").waitFor();
  });

  it("tells what verifies in a bundle before it is taken in, and refuses one that was changed", async () => {
    const file = join(bench.folder, "bundle.zip");
    execFileSync(process.execPath, [
      "dist/beholden.js",
      "docket",
      "export",
      "2026-0004",
      "--to",
      file,
      "--database",
      bench.database,
      "--by",
      "Ana",
    ]);
    await bench.opened("/start", page);
    await page.getByLabel("Bundle of a case").setInputFiles(file);
    await page.getByText("It verifies.").waitFor();
    await page.getByRole("button", { name: "Take case 2026-0004 in" }).click();
    await page
      .getByText(/in this docket already|Not done/)
      .first()
      .waitFor();
    await page.getByLabel("Bundle of a case").setInputFiles({ name: "no.zip", mimeType: "application/zip", buffer: Buffer.from("no zip") });
    await page.getByText("Not done.").first().waitFor();
  });

  it("names the first break of a journal that was tampered with, as `docket verify` does", async () => {
    await bench.docket.database.write(async (connection) => {
      for (const verb of ["update", "delete"]) await connection.run(`DROP TRIGGER journal_keeps_${verb}`);
      await connection.run("UPDATE journal SET body = REPLACE(body, 'Ana Ruiz', 'Eve Ruiz') WHERE number = 7");
    });
    const expected = cli<DocketVerification>("verify");
    expect(expected.break?.number).toBe(7);
    await bench.opened("/record", page);
    await page.getByRole("button", { name: "Verify here" }).click();
    await page.getByText(`The first break is at entry 7: ${expected.break?.what}.`).waitFor();
    const rows = page.getByRole("table", { name: "The break with its neighbours" }).getByRole("row");
    expect(await rows.count()).toBe(4);
    for (const one of [expected.break?.before, expected.break?.entry, expected.break?.after])
      await rows.getByText(one?.digest.slice(0, 16) ?? "").waitFor();
    await page.getByRole("contentinfo").getByText("BROKEN", { exact: false }).waitFor();
  });
});
