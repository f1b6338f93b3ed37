import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Page, Request } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { formats } from "../../src/collect/registry.js";
import type { ChangeList, Review, ShelvedReview } from "../../src/model/index.js";
import { importFormats } from "../../src/reference/import/registry.js";
import { plantedFiles } from "./planted/artefacts.js";
import { plantedDeclaration } from "./planted/declared.js";
import { plantedCase, plantedDocket } from "./planted/docket.js";
import { evidenceFiles } from "./planted/evidence.js";
import { lists, plantedList } from "./planted/lists.js";
import { cameAlive, markOf } from "./planted/payload.js";
import { type Ids, screens } from "./planted/screens.js";
import { cannotOpen, type SampleWorkbench, sampleWorkbench } from "./sample-workbench.js";

const asOf = "2026-11-27";
/** The same list in another form, and only one edition of a list is in force; the forms of readers are held against each other elsewhere. */
const otherForms = ["ofac-standard-xml", "ofac-legacy-csv", "csl-json"];
/** Of these no screen has words of the file: names are those of the law, or there are numbers alone. */
const wordless = ["fcc-covered-list-csv", "gleif-rr"];
const steering = /[^\P{Cc}\n\t]|\u202e/u;
const marksIn = (text: string) => new Set([...text.matchAll(/zq[a-z0-9]+qz/g)].map(([mark]) => mark));

describe.skipIf(cannotOpen)("what is planted in every field of every format, in Chromium (needs /usr/bin/chromium and a build)", () => {
  let bench: SampleWorkbench;
  let page: Page;
  let review: Review;
  let ids: Ids;
  let folder = "";
  const cli = (...words: string[]) =>
    spawnSync(process.execPath, ["dist/beholden.js", ...words], { encoding: "utf8", maxBuffer: 1 << 28 }).stdout;
  const waiting = new Set<Request>();
  /** Until everything that was asked for is answered and drawn. */
  const settled = async () => {
    for (let quiet = 0; quiet < 2; ) {
      await page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done, 25)))");
      quiet = waiting.size === 0 ? quiet + 1 : 0;
    }
  };

  beforeAll(async () => {
    bench = await sampleWorkbench();
    const data = dirname(bench.database);
    // The server reviews folders below the one that it was started in.
    folder = mkdtempSync(join("node_modules", ".planted-"));
    cpSync("examples/meridian-retail", folder, { recursive: true });
    for (const [path, text] of [...plantedFiles(), ...Object.entries(await plantedDeclaration())]) write(join(folder, path), text);
    const editions = ["before", "after"].map((edition) => (id: string, name: string) => join(bench.folder, edition, id, name));
    const imported = Object.entries(lists).filter(([id]) => !otherForms.includes(id));
    for (const [id, { name, text }] of imported) {
      write(editions[0]?.(id, name) ?? "", text);
      write(editions[1]?.(id, name) ?? "", (await plantedList(id)).text);
    }
    for (const edition of editions) cli("reference", "import", ...imported.map(([id, { name }]) => edition(id, name)), "--data", data);
    const result = cli("review", folder, "--as-of", asOf, "--data", data, "--format", "json");
    review = JSON.parse(result) as Review;
    const items = await plantedDocket(bench.docket, Buffer.from(result));
    page = await bench.opened("/start");
    page.on("request", (one) => waiting.add(one));
    page.on("requestfinished", (one) => waiting.delete(one));
    page.on("requestfailed", (one) => waiting.delete(one));
    const { id }: ShelvedReview = await bench.make({ folder, asOf }, page);
    const changes = (await page.evaluate(`fetch("/api/changes").then((answer) => answer.json())`)) as ChangeList;
    const sources = changes.changes.map(({ source }) => source);
    ids = {
      review: id,
      finding: review.findings.find(({ reaches }) => reaches.length > 0)?.id ?? "",
      party: "alibaba-group-holding",
      sources,
      items,
    };
  }, 240_000);
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await bench?.close();
  }, 60_000);
  afterEach(() => expect(bench?.faults.splice(0)).toEqual([]));

  it("comes through every reader of artefacts, so that the screens have it to show", () => {
    const told = marksIn(JSON.stringify(review));
    for (const id of [...formats.map((one) => one.id), "declaration", "rules"]) expect(told, id).toContain(markOf(id));
  });

  it("is text on every screen, whatever it says and wherever it came from", async () => {
    const seen = new Set<string>();
    for (const addresses of Object.values(screens))
      for (const address of addresses(ids)) {
        await bench.opened(address, page);
        await page.locator("main :is(table, article, form, section, ul, p):visible").first().waitFor();
        await settled();
        expect(await page.evaluate(cameAlive), address).toEqual([]);
        for (const mark of marksIn((await page.locator("body").textContent()) ?? "")) seen.add(mark);
      }
    const withText = Object.keys(evidenceFiles).filter((kind) => !["png", "jpeg", "gif", "webp", "tiff"].includes(kind));
    const expected = [
      ...formats.map(({ id }) => id),
      ...importFormats.map(({ id }) => id).filter((id) => ![...otherForms, ...wordless].includes(id)),
      ...withText.map((kind) => `evidence ${kind}`),
    ];
    expect(["declaration", "docket", ...expected].filter((id) => !seen.has(markOf(id)))).toEqual([]);
  }, 240_000);

  it("is text in reports and letters as files, and steers no terminal", async () => {
    const docket = ["--database", bench.database];
    const asked = [
      ["review", folder, "--as-of", asOf],
      ["impact", folder, "--block", "alibaba-cloud", "--on", "2027-01-15", "--as-of", asOf],
      ["docket", "report", plantedCase, ...docket],
      ["docket", "letter", "show", plantedCase, "l7", ...docket],
    ];
    for (const [index, words] of asked.entries()) {
      const file = join(bench.folder, `report-${index}.html`);
      cli(...words, "--format", "html", "--output", file);
      await inert(file);
      const text = cli(...words, "--format", "text");
      expect(marksIn(text).size, words.join(" ")).toBeGreaterThan(0);
      expect(text, words.join(" ")).not.toMatch(steering);
    }
    for (const words of [
      ["docket", "show", plantedCase, ...docket],
      ["docket", "log", ...docket],
    ])
      expect(cli(...words, "--format", "text"), words.join(" ")).not.toMatch(steering);
  }, 240_000);

  /** Opens a file by itself, where no policy of a server holds, and looks for what came alive. */
  async function inert(file: string): Promise<void> {
    expect(marksIn(readFileSync(file, "utf8")).size, file).toBeGreaterThan(0);
    const alone = await bench.browser.newContext();
    const shown = await alone.newPage();
    const asked: string[] = [];
    shown.on("request", (one) => asked.push(one.url()));
    await shown.goto(`file://${resolve(file)}`);
    expect(await shown.evaluate(cameAlive), file).toEqual([]);
    expect(asked.filter((url) => !url.startsWith("file://") || /\/x$/.test(url))).toEqual([]);
    await alone.close();
  }
});

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
