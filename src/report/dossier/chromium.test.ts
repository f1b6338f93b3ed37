import { beforeAll, describe, expect, it } from "vitest";
import { dossier } from "../../dossier.js";
import { loadReference } from "../../reference/load.js";
import { loadRulePacks } from "../../rule-packs.js";
import { chromiumMissing, samplePage } from "../sample-page.js";
import { renderDossier } from "./report.js";

const regimes = (await loadRulePacks(["us-icts", "us-dsp", "us-dod-1260h"])).map(({ pack }) => pack);
const render = () =>
  renderDossier(dossier("alibaba-cloud", { regimes, reference: loadReference(), asOf: "2026-11-23", since: "2022-01-18" }), "html", {
    width: 100,
    color: false,
  });

describe("the page as text", () => {
  let page: string;
  beforeAll(() => {
    page = render();
  });

  it("has no script and asks for nothing", () => {
    expect(page).not.toMatch(/<script|<link|<img|src=|url\(|@import/);
  });

  it("leads each number of a source to its place in the list, and each link of the sections to one", () => {
    const places = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const led = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(led.length).toBeGreaterThan(50);
    expect(led.filter((id) => !places.has(id))).toEqual([]);
  });
});

describe.skipIf(chromiumMissing)("the page in Chromium", () => {
  const sample = samplePage(render);
  const { opened } = sample;

  it("opens from disk with JavaScript off and requests nothing else", async () => {
    const { page, requests } = await opened({ javaScriptEnabled: false });
    expect(requests).toEqual([sample.address]);
    await page.close();
  });

  it.each([320, 390, 768, 1280])("has no sideways scrolling at %i pixels", async (width) => {
    const { page } = await opened({ viewport: { width, height: 800 } });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
    await page.close();
  });

  it.each(["light", "dark"] as const)(
    "keeps a contrast of 4.5 to 1 in what is said beside a statement, and in the tags (%s)",
    async (colorScheme) => {
      const { page } = await opened({ colorScheme });
      expect(await page.evaluate(lowContrast)).toEqual([]);
      await page.close();
    },
  );
});

/** WCAG 2.2: colour of a text against the nearest background that is painted. */
const lowContrast = `(() => {
  const parse = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);
  const luminance = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((one) => one / 255).map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const ground = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const colour = parse(getComputedStyle(one).backgroundColor);
      if (colour.length < 4 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  return [...document.querySelectorAll(".about, .tag, .page dt, td, th, .cite")].flatMap((element) => {
    const [a, b] = [luminance(parse(getComputedStyle(element).color)), luminance(ground(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    return ratio < 4.5 ? [element.className + " " + ratio.toFixed(2)] : [];
  });
})()`;
