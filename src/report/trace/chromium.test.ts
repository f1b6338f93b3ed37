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

  it.each(["light", "dark"] as const)("keeps a contrast of 4.5 to 1 in the drawing (%s)", async (colorScheme) => {
    const { page } = await opened({ colorScheme });
    expect(await page.evaluate(lowContrastTexts)).toEqual([]);
    await page.close();
  });

  it("keeps the text of each box within its outline", async () => {
    const { page } = await opened();
    expect(await page.evaluate(textsOutside)).toEqual([]);
    await page.close();
  });

  it("draws no box over another", async () => {
    const { page } = await opened();
    expect(await page.evaluate(overlaps)).toBe(0);
    await page.close();
  });
});

/** WCAG 2.2: fill of each text of the chart against the fill of its box, or the page. */
const lowContrastTexts = `(() => {
  const parse = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);
  const luminance = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((one) => one / 255).map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const paper = parse(getComputedStyle(document.body).backgroundColor);
  return [...document.querySelectorAll("svg[role=img] text")].flatMap((text) => {
    const box = text.parentElement.classList.contains("box") ? text.parentElement.querySelector("path") : null;
    const fill = box ? getComputedStyle(box).fill : "none";
    const ground = fill === "none" ? paper : parse(fill);
    const [a, b] = [luminance(parse(getComputedStyle(text).fill)), luminance(ground)];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    return ratio < 4.5 ? [text.textContent + " " + ratio.toFixed(2)] : [];
  });
})()`;

const textsOutside = `[...document.querySelectorAll("svg[role=img] .box")].flatMap((box) => {
  const outline = box.querySelector("path").getBBox();
  return [...box.querySelectorAll("text")].flatMap((text) => {
    const inside = text.getBBox();
    const fits = inside.x >= outline.x && inside.x + inside.width <= outline.x + outline.width && inside.y >= outline.y && inside.y + inside.height <= outline.y + outline.height;
    return fits ? [] : [text.textContent];
  });
})`;

const overlaps = `(() => {
  const boxes = [...document.querySelectorAll("svg[role=img] .box path")].map((path) => path.getBBox());
  return boxes.filter((one, at) => boxes.some((other, there) => there > at && one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height)).length;
})()`;
