import { describe, expect, it } from "vitest";
import { chromiumMissing, samplePage } from "../sample-page.js";
import { sampleReview } from "../sample-review.js";
import { html } from "./report.js";

describe.skipIf(chromiumMissing)("the page in Chromium (needs /usr/bin/chromium)", () => {
  const sample = samplePage(() => html.render(sampleReview, { width: 100, color: false }));
  const { opened } = sample;

  it("opens from disk with JavaScript off and requests nothing else", async () => {
    const { page, requests } = await opened({ javaScriptEnabled: false });
    expect(requests).toEqual([sample.address]);
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe(`Review of ${sampleReview.subject.name}`);
    await page.locator("#paths summary").first().click();
    expect(await page.locator("#paths details").first().locator("ol.path").isVisible()).toBe(true);
    await page.close();
  });

  it.each([320, 390, 768, 1280])("has no sideways scrolling at %i pixels", async (width) => {
    const { page } = await opened({ viewport: { width, height: 800 } });
    await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
    await page.close();
  });

  it("leads from the table to the path, which opens", async () => {
    const { page } = await opened();
    await page.locator("#reach a.cell").first().click();
    const target = page.locator(":target");
    expect(await target.locator("ol.path").isVisible()).toBe(true);
    await page.close();
  });

  it("prints what is folded on the screen", async () => {
    const { page } = await opened({ javaScriptEnabled: false });
    const folded = page.locator("#limits").getByText("metrics.partner.example");
    expect(await folded.isVisible()).toBe(false);
    await page.emulateMedia({ media: "print" });
    expect(await folded.isVisible()).toBe(true);
    await page.close();
  });

  it.each(["light", "dark"] as const)("keeps a contrast of 4.5 to 1 for every text (%s)", async (colorScheme) => {
    const { page } = await opened({ colorScheme });
    await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
    expect(await page.evaluate(lowContrastTexts)).toEqual([]);
    await page.close();
  });

  it("has landmarks, a heading for every section, and scopes for every table heading", async () => {
    const { page } = await opened();
    for (const role of ["main", "navigation", "banner", "contentinfo"] as const) expect(await page.getByRole(role).count()).toBe(1);
    expect(await page.evaluate("[...document.querySelectorAll('main > section')].filter((one) => !one.querySelector('h2')).length")).toBe(
      0,
    );
    expect(await page.evaluate("document.querySelectorAll('th:not([scope]), table:not(:has(caption))').length")).toBe(0);
    await page.close();
  });
});

/** WCAG 2.2, relative luminance and contrast ratio, of every element that holds text. */
const lowContrastTexts = `(() => {
  const parse = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);
  const luminance = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((one) => one / 255).map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const ground = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const colour = parse(getComputedStyle(one).backgroundColor);
      if (colour[3] !== 0) return colour;
    }
    return [255, 255, 255];
  };
  const texts = [...document.querySelectorAll("body *")].filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()));
  return texts.flatMap((one) => {
    const [a, b] = [luminance(parse(getComputedStyle(one).color)), luminance(ground(one))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    return ratio < 4.5 ? [one.className + " " + one.textContent.trim().slice(0, 40) + " " + ratio.toFixed(2)] : [];
  });
})()`;
