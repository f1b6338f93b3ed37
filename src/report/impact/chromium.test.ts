import { beforeAll, describe, expect, it } from "vitest";
import { impact } from "../../impact.js";
import { loadReference } from "../../reference/load.js";
import { loadRulePacks } from "../../rule-packs.js";
import { chromiumMissing, samplePage } from "../sample-page.js";
import { renderImpact } from "./report.js";

const scenarios = [{ schemaVersion: "1" as const, block: ["CN"], regions: [], except: [], on: "2026-12-31" }];
const [found] = await impact(["examples/meridian-retail"], {
  asOf: "2026-11-23",
  reference: loadReference(),
  packs: await loadRulePacks(["us-dsp", "us-icts"]),
  scenarios,
});
const render = () => (found ? renderImpact(found, "html", { width: 100, color: false }) : "");

describe("the page of an impact as text", () => {
  let page: string;
  beforeAll(() => {
    page = render();
  });

  it("has no script and asks for nothing", () => {
    expect(page).not.toMatch(/<script|<link|<img|src=|url\(|@import/);
  });

  it("leads each link within it to a place that is there once", () => {
    const places = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    const led = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(led.length).toBeGreaterThan(30);
    expect(led.filter((id) => !places.includes(id))).toEqual([]);
    expect(new Set(places).size).toBe(places.length);
  });

  it("shows the systems by time before the chains", () => {
    expect(page.indexOf('id="systems"')).toBeLessThan(page.indexOf('id="why"'));
  });
});

describe.skipIf(chromiumMissing)("the page of an impact in Chromium", () => {
  const sample = samplePage(render);

  it("opens from disk with JavaScript off and requests nothing else", async () => {
    const { page, requests } = await sample.opened({ javaScriptEnabled: false });
    expect(requests).toEqual([sample.address]);
    await page.close();
  });

  it.each([320, 390, 1280])("has no sideways scrolling at %i pixels", async (width) => {
    const { page } = await sample.opened({ viewport: { width, height: 800 } });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
    await page.close();
  });
});
