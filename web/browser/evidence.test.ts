import { execFileSync } from "node:child_process";
import { truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { samplePdf, samplePng } from "../../src/docket/evidence/sample-files.js";
import { addEvidence, stateFact, takeQuote } from "../../src/docket/index.js";
import type { EvidenceList, FactList } from "../../src/model/index.js";
import { faultsInEveryLook } from "./every-look.js";
import { sampleCases, sampleQuotes } from "./sample-docket.js";
import { cannotOpen, type SampleWorkbench, sampleWorkbench } from "./sample-workbench.js";

const of = sampleCases.model;
const ana = { by: "Ana Ruiz", at: "2026-11-27T09:00:00.000Z" };
/** Far down a long page, and its first words stand further up too. */
const deep = "The keys are kept in Shenzhen by the parent.";
const long = `${Array.from({ length: 120 }, (_, line) => `Line ${line + 1}: the keys are of no concern here.`).join("\n")}\n${deep}\nThe end.`;
const planted = `<img src=x onerror="window.planted=1"><script>window.planted=1</script>`;

describe.skipIf(cannotOpen)("evidence in Chromium (needs /usr/bin/chromium and a build)", () => {
  let bench: SampleWorkbench;
  let page: Page;
  const at = (path = "") => `/cases/${of}/evidence${path}`;
  const told = <Answer>(...words: string[]) =>
    JSON.parse(
      execFileSync(process.execPath, ["dist/beholden.js", "docket", ...words, "--database", bench.database, "--format", "json"], {
        encoding: "utf8",
      }),
    ) as Answer;
  const picked = (name: string, bytes: Buffer) => page.locator("#evidence-file").setInputFiles({ name, mimeType: "", buffer: bytes });

  beforeAll(async () => {
    bench = await sampleWorkbench({ filled: true });
    const text = Buffer.from(long);
    await addEvidence(
      bench.docket,
      of,
      { name: "long.txt", bytes: text, title: `Long ${planted}`, publisher: planted, language: "en" },
      ana,
    );
    await takeQuote(bench.docket, of, "e2", { exact: deep, note: planted }, ana);
    await addEvidence(bench.docket, of, { name: "seal.png", bytes: samplePng, title: "The seal" }, ana);
    page = await bench.opened(at());
  }, 120_000);
  afterAll(() => bench?.close());
  afterEach(async () => {
    expect(bench.faults.splice(0)).toEqual([]);
    expect(await page.evaluate("window.planted")).toBeUndefined();
  });

  it("names restricted facts without their words, and opens one, which is an entry", async () => {
    const text = "Acme answers to an office that nobody may name.";
    const { id } = await stateFact(bench.docket, of, { text, handling: "restricted", quotes: [] }, ana);
    const name = id.slice(id.lastIndexOf("/") + 1);
    await bench.opened(at(), page);
    const link = page.getByRole("link", { name: `fact ${name}` });
    await link.waitFor();
    expect(await page.getByText(text).count()).toBe(0);
    await link.click();
    await page.getByText(text).waitFor();
    const acts = (await bench.docket.read((view) => view.entries({ case: of }))).map(({ body }) => body.act);
    expect(acts).toContain("item-read");
  });

  it("lists files, quotes and facts as the command line does, and what is planted in them is text", async () => {
    await bench.opened(at(), page);
    const { evidence, withoutEvidence } = told<EvidenceList>("evidence", "list", of);
    const { facts } = told<FactList>("fact", "list", of);
    await page.getByText(`${evidence.length} of ${evidence.length} files`).waitFor();
    const table = page.getByRole("table", { name: "Evidence of the case" });
    for (const { item, quotes } of evidence)
      expect(await table.getByRole("row").filter({ hasText: item.title }).textContent()).toContain(
        quotes === 1 ? "1 quote" : `${quotes} quotes`,
      );
    expect(await table.getByRole("row").filter({ hasText: "Terms of service" }).textContent()).toMatch(
      /Acme.*not said.*B2.*2 quotes, 1 fact/,
    );
    await page.getByText(`${facts.length} stated, ${withoutEvidence.length} of them without a quote that stands.`).waitFor();
    await page.getByRole("button", { name: `Only those without evidence (${withoutEvidence.length})` }).click();
    expect(await page.locator("section[aria-labelledby=facts] > ul > li").count()).toBe(withoutEvidence.length);
    expect(new URL(page.url()).searchParams.get("facts")).toBe("unsupported");
    await page.getByLabel("Filter", { exact: true }).fill("no such file");
    await page.getByText("No file matches the filter.").waitFor();
    await page.getByRole("button", { name: `Show all ${evidence.length}` }).click();
    await bench.opened(`/cases/${sampleCases.review}/evidence`, page);
    await page.getByText("No evidence is here yet.").waitFor();
    await page.getByText("No fact is stated yet.").waitFor();
  });

  it("has no fault of accessibility in any look, and does not scroll sideways at 390 pixels", async () => {
    for (const path of [at(), at("?fact=new"), at("/e1?quote=q1"), at("/e1?page=2&view=drawn"), at("/e2?quote=q3"), at("/e3")])
      expect(await faultsInEveryLook(bench, page, path), path).toEqual([]);
  }, 60_000);

  it("opens from a fact on the page with the quote lit and in view", async () => {
    await bench.opened(at(), page);
    await page.getByRole("link", { name: "q1", exact: true }).click();
    await page.locator("mark[data-lit]").waitFor();
    expect(await page.locator("mark[data-lit]").textContent()).toBe(sampleQuotes[0]);
    expect(new URL(page.url()).search).toBe("?page=2&quote=q1");
    await bench.opened(at("/e2?quote=q3"), page);
    const lit = page.locator("mark[data-lit]");
    await lit.waitFor();
    expect(await lit.textContent()).toBe(deep);
    // It is scrolled to once the text around it has its height.
    const inView = async () => {
      const box = await lit.boundingBox();
      return box !== null && box.y > 60 && box.y + box.height < 900;
    };
    await expect.poll(inView, { timeout: 8_000 }).toBe(true);
    // The page that a PDF was laid out in, drawn here.
    await bench.opened(at("/e1?quote=q1"), page);
    await page.locator("mark[data-lit]").waitFor();
    await page.keyboard.press("t");
    await page.locator("canvas").waitFor();
    const drawn = `(() => { const c = document.querySelector("canvas"); const d = c.getContext("2d").getImageData(0, 0, c.width, c.height).data;
      let dark = 0, lit = 0; for (let i = 0; i < d.length; i += 4) { if (d[i] < 80 && d[i + 1] < 80) dark += 1; if (d[i] > 240 && d[i + 1] > 200 && d[i + 2] < 120) lit += 1; } return dark > 50 && lit > 200; })()`;
    await expect.poll(() => page.evaluate(drawn), { timeout: 10_000 }).toBe(true);
    await bench.opened(at("/e3"), page);
    await page.getByRole("img", { name: "The seal, as it was added" }).waitFor();
    await expect.poll(() => page.evaluate("document.querySelector('main img').naturalWidth")).toBeGreaterThan(0);
  });

  it("takes a quote by keyboard alone, with what stands around it", async () => {
    await bench.opened(at("/e1?page=2"), page);
    await page.locator("#page-text").waitFor();
    await page.keyboard.press("s");
    // The second line, and three words from its beginning on.
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    for (let word = 0; word < 2; word += 1) await page.keyboard.press("Shift+ArrowRight");
    const words = String(await page.evaluate("document.getSelection().toString()")).trim();
    expect(words.split(/\s+/).length).toBeGreaterThanOrEqual(2);
    await page.keyboard.press("q");
    await page.getByRole("heading", { name: "A new quote" }).waitFor();
    await page.keyboard.type("In other words");
    await page.keyboard.press("Control+Enter");
    await page.getByText("In translation: In other words").waitFor();
    const quote = told<EvidenceList>("evidence", "list", of).quotes.at(-1)?.quote;
    expect(quote).toMatchObject({ selector: { exact: words }, place: { page: 2 }, translation: "In other words" });
    expect(await page.locator("mark[data-lit]").textContent()).toBe(words);
  });

  it("takes words that are selected with the mouse, tells them from the same ones elsewhere, and states the fact that they carry", async () => {
    await bench.opened(at("/e2"), page);
    await page.locator("#page-text").waitFor();
    // The fortieth of 120 lines that say the same.
    await page.evaluate(`(() => { const node = document.getElementById("page-text").firstChild; const start = node.data.indexOf("Line 40:") + 9;
      const range = document.createRange(); range.setStart(node, start); range.setEnd(node, start + 22);
      document.getSelection().removeAllRanges(); document.getSelection().addRange(range); })()`);
    await page.getByRole("button", { name: /^Quote what is selected/ }).click();
    await page.getByLabel(/^Note/).fill("told forty times");
    await page.getByLabel(/^Carries the fact/).selectOption("new");
    await page.getByRole("textbox", { name: "The fact" }).fill("Keys are no concern of the document.");
    await page.getByRole("button", { name: /^Take the quote/ }).click();
    await page.locator("mark[data-lit]").waitFor();
    const { quotes } = told<EvidenceList>("evidence", "list", of);
    const taken = quotes.at(-1);
    // It ended within a word.
    expect(taken?.quote.selector.exact).toBe("the keys are of no concern");
    expect(taken?.quote.selector.prefix).toContain("Line 40:");
    const { facts } = told<FactList>("fact", "list", of);
    expect(facts.at(-1)).toMatchObject({ support: "quoted", fact: { text: "Keys are no concern of the document.", quotes: [taken?.id] } });
  });

  it("refuses in words what is no evidence or too large, and adds what is dropped", async () => {
    await bench.opened(at(), page);
    const large = join(bench.folder, "large.pdf");
    writeFileSync(large, "%PDF-1.7");
    truncateSync(large, 70 << 20);
    await page.locator("#evidence-file").setInputFiles(large);
    await page.getByText(/large\.pdf has 73 MB\. Expected at most 67 MB/).waitFor();
    await picked("report.pdf", samplePng);
    await page.getByRole("button", { name: "Add it" }).click();
    await page.getByText(/report\.pdf claims to be a PDF document, and its content is a PNG picture/).waitFor();
    // The same source again, with other words where q1 stood.
    const pages = [
      "Terms of service",
      "Keys\nAcme keeps the keys of no customer.\nThey never leave the region.",
      `Staff\n${sampleQuotes[1]}`,
    ];
    const dropped = samplePdf(pages).toString("base64");
    await page.evaluate(`(() => { const bytes = Uint8Array.from(atob("${dropped}"), (one) => one.charCodeAt(0)); const data = new DataTransfer();
      data.items.add(new File([bytes], "terms-2.pdf", { type: "application/pdf" }));
      document.getElementById("evidence-file").closest("section").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true })); })()`);
    await page.getByText("terms-2.pdf").waitFor();
    await page.getByLabel(/^Title/).fill("Terms of service, again");
    await page.getByLabel(/^Takes the place of/).selectOption("e1");
    await page.getByRole("button", { name: "Add it" }).click();
    await page.getByRole("heading", { level: 1, name: "Terms of service, again" }).waitFor();
  });

  it("looks again for every quote, with both texts where one changed, and records it when asked", async () => {
    await bench.opened(at(), page);
    await page.getByRole("button", { name: /^Look again for all/ }).click();
    const changed = page.locator("section[aria-labelledby=recheck] li").filter({ has: page.getByText("q1", { exact: true }) });
    await changed.getByText("Changed", { exact: true }).waitFor();
    expect(await changed.locator("del").allTextContents()).toEqual(["every"]);
    expect(await changed.locator("ins").allTextContents()).toEqual(["no"]);
    await page.getByText("Nothing is recorded yet.").waitFor();
    await page.getByRole("button", { name: "Record what was found" }).click();
    await page.getByText("Recorded in the journal.").waitFor();
    await page.getByText("None of its quotes stands").waitFor();
  });

  it("loses no typed text to a killed server, and does once what is sent again", async () => {
    await bench.opened(at("?fact=new"), page);
    await page.getByLabel("Fact", { exact: true }).fill("Typed before the server died.");
    await bench.kill();
    await page.getByRole("button", { name: /^State it/ }).click();
    await page.getByText("Not done.").waitFor();
    const link = await bench.restart();
    await page.goto(link);
    await bench.opened(at("?fact=new"), page);
    expect(await page.getByLabel("Fact", { exact: true }).inputValue()).toBe("Typed before the server died.");
    await page.getByRole("button", { name: /^State it/ }).click();
    await page.locator("li").filter({ hasText: "Typed before the server died." }).waitFor();
    const { facts } = told<FactList>("fact", "list", of);
    expect(facts.filter(({ fact }) => fact.text === "Typed before the server died.")).toHaveLength(1);
  });

  it("says to whoever may only read that the rest is not for their roles, and what a mark hides", async () => {
    const reader = await bench.context.newPage();
    await reader.route("**/api/session", async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, json: { ...((await answer.json()) as object), permissions: ["case:read", "tools:use"] } });
    });
    await reader.route(`**/api/cases/${of}/evidence`, async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, json: { ...((await answer.json()) as object), withheld: 2 } });
    });
    await reader.route(`**/api/cases/${of}/evidence/e3*`, (route) =>
      route.fulfill({
        status: 403,
        json: { title: "This is restricted, which ana does not see.", action: "Ask for its public version.", code: "above-mark" },
      }),
    );
    await bench.opened(at(), reader);
    await reader.getByText("2 items are not shown: their mark is above what you see.").waitFor();
    await reader.getByText("(evidence:write)").first().waitFor();
    expect(await reader.locator("#evidence-file").count()).toBe(0);
    expect(await reader.getByRole("button", { name: /Withdraw|Change|State|Look again/ }).count()).toBe(0);
    await bench.opened(at("/e3"), reader);
    await reader.getByRole("heading", { name: "You may not see the evidence" }).waitFor();
    await bench.opened(at("/e99"), reader);
    await reader.getByRole("heading", { name: "There is nothing at this address" }).waitFor();
    await reader.close();
  });
});
