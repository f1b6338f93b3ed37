import { describe, expect, it } from "vitest";
import { chromiumMissing, samplePage } from "../sample-page.js";
import { renderTrace } from "./report.js";
import { sampleTraced } from "./sample-traced.js";

describe.skipIf(chromiumMissing)("the page of a trace in Chromium (needs /usr/bin/chromium)", () => {
  const sample = samplePage(() => renderTrace(sampleTraced, "html", { width: 100, color: false }));
  const { opened } = sample;

  it("opens from disk with JavaScript off and requests nothing else", async () => {
    const { page, requests } = await opened({ javaScriptEnabled: false });
    expect(requests).toEqual([sample.address]);
    expect(await page.getByRole("img", { name: /^Owners of Target/ }).isVisible()).toBe(true);
    await page.close();
  });

  it.each([320, 390, 768, 1280])("has no sideways scrolling at %i pixels", async (width) => {
    const { page } = await opened({ viewport: { width, height: 800 } });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
    await page.close();
  });
});
