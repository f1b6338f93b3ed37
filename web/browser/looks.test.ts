import { readFileSync } from "node:fs";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { settled } from "./every-look.js";
import { sampleCases } from "./sample-docket.js";
import { cannotOpen, type SampleWorkbench, sampleWorkbench } from "./sample-workbench.js";

/** What stands for the parts of an address that a route leaves open. */
const parts: Record<string, string> = {
  case: sampleCases.model,
  deadline: "response",
  item: "e1",
  letter: "l1",
  pack: "us-icts",
  party: "alibaba-group-holding",
  source: "user-suppliers",
  template: "notice",
};

/** The address of every screen, as the workbench itself lists them. */
function addresses(review: string, finding: string): string[] {
  const known: Record<string, string> = { ...parts, review, finding };
  const routes = [...readFileSync("web/app.tsx", "utf8").matchAll(/<Route path="([^"]+)"/g)].map(([, path = ""]) => path);
  return routes.map((path) => path.replace(/:([a-z]+)/g, (_, name: string) => known[name] ?? `no ${name} for the test of looks`));
}

describe.skipIf(cannotOpen)("how every screen looks (needs /usr/bin/chromium and a build)", () => {
  let bench: SampleWorkbench;
  let page: Page;
  let review: string;
  let finding: string;
  beforeAll(async () => {
    bench = await sampleWorkbench({ filled: true });
    page = await bench.opened("/settings");
    const made = await bench.keepExample(page);
    review = made.id;
    const whole = await (await bench.context.request.get(`${bench.origin}/api/reviews/${review}`)).text();
    finding = /"findings":\[\{"id":"([0-9a-f]{16})"/.exec(whole)?.[1] ?? "";
    expect(finding).not.toBe("");
  }, 120_000);
  afterAll(() => bench?.close());
  afterEach(() => expect(bench.faults.splice(0)).toEqual([]));

  it("lets everything be read and pressed at 390 pixels, moves nothing, and prints light, whole and marked", async () => {
    await page.emulateMedia({ colorScheme: "dark" });
    await page.setViewportSize({ width: 390, height: 844 });
    const found: string[] = [];
    for (const path of addresses(review, finding)) {
      await bench.opened(path, page);
      await settled(page);
      found.push(...(await onScreen(page)).map((fault) => `${path}: ${fault}`));
      await page.emulateMedia({ media: "print" });
      found.push(...(await onPaper(page, path)).map((fault) => `${path}, printed: ${fault}`));
      await page.emulateMedia({ media: null });
    }
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(found).toEqual([]);
  }, 120_000);

  it("prints every row of a long table, with its headings and the mark on every page", async () => {
    await bench.opened(`/reviews/${review}/left-open`, page);
    const title = page.getByRole("heading", { name: /^Attributed to nobody/ });
    await title.waitFor();
    const all = Number(/\d+/.exec((await title.textContent()) ?? "")?.[0]);
    const table = page.getByRole("table").filter({ has: page.getByRole("columnheader", { name: "What was seen" }) });
    expect(await table.getByRole("row").count()).toBeLessThan(all);
    const pages = await textOfPages(await page.pdf({ preferCSSPageSize: true }));
    expect(pages.length).toBeGreaterThan(2);
    for (const [index, text] of pages.entries()) {
      expect(text).toContain("Internal");
      expect(text).toContain(`Page ${index + 1} of ${pages.length}`);
      expect(text).toContain("as of 27 Nov 2026");
    }
    const continued = pages.filter((text) => text.split("pkg:npm/").length > 3);
    expect(continued.length).toBeGreaterThan(1);
    for (const text of continued) expect(text).toContain("What was seen");
    const printed = pages.join(" ");
    await page.getByRole("button", { name: /^Keep all/ }).click();
    await expect.poll(() => table.locator("tbody tr").count()).toBe(all);
    const seen = await table.locator("tbody tr th code").allTextContents();
    const bare = (text: string) => text.replace(/\s/g, "");
    expect(seen.filter((one) => !bare(printed).includes(bare(one)))).toEqual([]);
    await page.reload();
    await expect.poll(() => table.locator("tbody tr").count()).toBe(all);
    await page.getByRole("button", { name: /^Keep all/ }).click();
  }, 30_000);

  it("has rows of 36 or of 28 pixels, as chosen, and remembers that and the theme", async () => {
    const height = async () => {
      await bench.opened("/parties", page);
      return page
        .getByRole("row")
        .nth(2)
        .evaluate((row) => Math.round(row.getBoundingClientRect().height));
    };
    expect(await height()).toBe(36);
    await bench.opened("/settings", page);
    await page.getByLabel("Rows of tables").selectOption("Compact");
    await page.getByRole("main").getByLabel("Theme").selectOption("Dark");
    expect(await height()).toBe(28);
    expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).toBe("rgb(20, 23, 27)");
    await bench.opened("/settings", page);
    await page.getByLabel("Rows of tables").selectOption("Roomy");
    await page.getByRole("main").getByLabel("Theme").selectOption("As the system");
    expect(await height()).toBe(36);
  });
});

/** What of a page cannot be read or pressed, or moves. */
function onScreen(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const name = (element: Element) => `${element.localName} "${(element.textContent ?? "").trim().slice(0, 40)}"`;
    const unseen = (element: Element | null): boolean =>
      element !== null && (getComputedStyle(element).clipPath !== "none" || unseen(element.parentElement));
    const scrolls = (element: Element | null): boolean =>
      element !== null && (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    if (document.documentElement.scrollWidth > innerWidth) faults.push("scrolls sideways");
    if (document.getAnimations().length > 0) faults.push("something moves");
    for (const element of document.querySelectorAll<HTMLElement>("body *:not(svg *)")) {
      const look = getComputedStyle(element);
      // A hidden field for files has a button beside it.
      if (!element.checkVisibility() || unseen(element) || element.matches("[type=file]")) continue;
      const box = element.getBoundingClientRect();
      if (box.width > 0 && box.right > innerWidth + 1 && box.left >= 0 && !scrolls(element.parentElement))
        faults.push(`goes beyond the page: ${name(element)}`);
      if (/hidden|clip/.test(look.overflowX) && element.scrollWidth > element.clientWidth + 1 && !element.matches("input, [title]"))
        faults.push(`is cut: ${name(element)}`);
      if (
        element.childElementCount === 0 &&
        element.textContent?.trim() &&
        Number.parseFloat(look.fontSize) < 12 &&
        element.localName !== "option"
      )
        faults.push(`is smaller than 12 pixels: ${name(element)}`);
      const pressed = element.matches("button, select, summary, input, textarea, [role=button]");
      const target = element.closest("label") ?? element;
      const { width, height } = target.getBoundingClientRect();
      if (pressed && (Math.round(width) < 24 || Math.round(height) < 24))
        faults.push(`is a target of ${Math.round(width)} by ${Math.round(height)}: ${name(target)}`);
    }
    return [...new Set(faults)];
  });
}

/** What of a page should not be on paper, or is missing there. */
function onPaper(page: Page, path: string): Promise<string[]> {
  return page.evaluate((of) => {
    const faults: string[] = [];
    const style = getComputedStyle(document.documentElement);
    const unwanted = "nav, main form, [role=dialog], button:not(:has(> *)):is([class*=action]), input[type=file]";
    for (const element of document.querySelectorAll(unwanted))
      if (element.checkVisibility() && !element.closest("table, li, svg"))
        faults.push(`shows ${element.localName} "${element.textContent?.slice(0, 40)}"`);
    if (getComputedStyle(document.body).backgroundColor !== "rgb(255, 255, 255)") faults.push("is not light");
    const hidden = [...document.querySelectorAll("main details > :not(summary)")].filter(
      (one) => !one.checkVisibility({ contentVisibilityAuto: true }) && !one.closest("form") && one.parentElement?.checkVisibility(),
    );
    if (hidden.length > 0) faults.push(`hides ${hidden[0]?.textContent?.slice(0, 40)}`);
    const mark = style.getPropertyValue("--paper-mark");
    if (/^\/(?:reviews|cases)\/./.test(of) && !/^"(?:Internal|Business confidential)"$/.test(mark))
      faults.push(`has the mark ${mark || "nothing"}`);
    // What is of no single review or case may hold something of any that its reader sees.
    if (
      /^\/(?:work|reviews|cases|record|parties|changes)(?:$|[?]|\/(?!new))/.test(of) &&
      !/^"(?:Internal|Business confidential|Up to restricted)"$/.test(mark)
    )
      faults.push(`has the mark ${mark || "nothing"} as a screen of many`);
    if (!/^"(?:.* as of |.*printed on |20\d\d-\d{4}: )/.test(style.getPropertyValue("--paper-title")))
      faults.push(`is called ${style.getPropertyValue("--paper-title") || "nothing"}`);
    if (!/^"beholden; journal entry [\d,]+, head [0-9a-f]{16}"$/.test(style.getPropertyValue("--paper-head")))
      faults.push(`names no entry of the journal: ${style.getPropertyValue("--paper-head")}`);
    return [...new Set(faults)];
  }, path);
}

async function textOfPages(bytes: Buffer): Promise<string[]> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(items.map((item) => ("str" in item ? item.str : "")).join(" "));
  }
  await pdf.destroy();
  return pages;
}
