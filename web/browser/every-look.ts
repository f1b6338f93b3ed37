import type { Locator, Page } from "playwright-core";
import { looks, type SampleWorkbench, violations, violationsIn, wear } from "./sample-workbench.js";

/** The rules of axe-core that ask what colour something is; the others ask how the page is made and where its parts are. */
const rulesOfColour = ["color-contrast", "link-in-text-block"];
const wide = { width: 1280, height: 900 };
const narrow = { width: 390, height: 844 };

/**
 * What is wrong with an address in any of the looks, and whether it scrolls sideways at 390 pixels. It is loaded once. A look that changes colours
 * alone is asked about colours alone; where a part of the page is there, or has its place, by the look, everything is asked again.
 *
 * @param there what has to be on the page before it is looked at
 */
export async function faultsInEveryLook(bench: SampleWorkbench, page: Page, path: string, there = anything(page)): Promise<string[]> {
  await bench.opened(path, page);
  await there.first().waitFor({ timeout: 30_000 });
  await settled(page);
  const faults = (await violations(page)).map((fault) => `light: ${fault}`);
  const made = await makingOf(page);
  for (const look of looks.filter((one) => one !== "light")) {
    await wear(page, look);
    const found = (await makingOf(page)) === made ? await violationsIn(page, "html", rulesOfColour) : await violations(page);
    faults.push(...found.map((fault) => `${look}: ${fault}`));
  }
  await wear(page, "light");
  await page.setViewportSize(narrow);
  await drawn(page);
  const width = await page.evaluate("document.documentElement.scrollWidth");
  if (width !== narrow.width) faults.push(`is ${width} pixels wide where there are ${narrow.width}`);
  await page.setViewportSize(wide);
  return faults;
}

function anything(page: Page): Locator {
  return page.locator("main :is(table, article, form, section, ul):visible");
}

/** Until nothing that the screen asked for is still to come. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector("main :is(h1, [role=alert])") && !document.querySelector("main [aria-busy=true]"),
    undefined,
    { timeout: 30_000 },
  );
  await drawn(page);
}

/** Until what was changed is laid out, and what follows from its size is too. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))");
}

/** Everything of a page but its colours: its elements with all that is said of them, and where each is. */
function makingOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    scrollTo(0, 0);
    const places = [...document.body.querySelectorAll("*")].map((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return (
        [left, top, width, height].map(Math.round).join(" ") + (element.checkVisibility({ visibilityProperty: true }) ? "" : " unseen")
      );
    });
    return `${document.body.outerHTML}\n${places.join("\n")}`;
  });
}
