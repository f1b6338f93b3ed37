import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { drawing } from "../html/drawing.js";
import { chromiumMissing, samplePage } from "../sample-page.js";
import { sceneFile } from "./file.js";
import { laws } from "./sample-laws.js";
import { sampleScenes } from "./sample-scenes.js";
import { paletteStyle, sceneStyle } from "./style.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** Every drawing on one page, as the reports hold them. */
function pageOfScenes(): string {
  const drawings = sampleScenes().map((scene) => drawing(scene).text);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>Drawings</title><style>${paletteStyle}${sceneStyle}body{background:var(--paper);margin:0}</style></head><body><main><h1>Drawings</h1>${drawings.join("\n")}</main></body></html>`;
}

describe.skipIf(chromiumMissing)("every drawing in Chromium (needs /usr/bin/chromium)", () => {
  const { opened } = samplePage(pageOfScenes);

  it.each(["overlaps", "textsOutside", "textsCut", "labelsHit", "looseEnds"] as const)("keeps the law: %s", async (law) => {
    const { page } = await opened({ viewport: { width: 1600, height: 1000 } });
    expect(await page.evaluate(laws[law])).toEqual([]);
    await page.close();
  });

  it.each(["light", "dark"] as const)("keeps a contrast of 4.5 to 1 (%s)", async (colorScheme) => {
    const { page } = await opened({ colorScheme });
    expect(await page.evaluate(laws.lowContrast)).toEqual([]);
    await page.close();
  });

  it.each([{ colorScheme: "light" }, { colorScheme: "dark" }, { forcedColors: "active" }] as const)(
    "has no fault that axe-core finds (%o)",
    async (options) => {
      const { page } = await opened({ ...options, bypassCSP: true });
      await page.evaluate(axe);
      const found = (await page.evaluate("axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] })")) as {
        violations: { id: string; nodes: { html: string }[] }[];
      };
      expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)).toEqual([]);
      await page.close();
    },
  );

  it("runs nothing and asks for nothing, whatever the names", async () => {
    const { page, requests } = await opened();
    expect(requests).toHaveLength(1);
    expect(await page.evaluate("document.querySelectorAll('script, img, svg [onload], svg foreignObject').length")).toBe(0);
    await page.close();
  });
});

describe.skipIf(chromiumMissing)("a drawing in a file of its own", () => {
  const { opened } = samplePage(() => "<!doctype html><title>Files</title>");

  it("is well-formed XML, whatever the names, and looks the same without the page", async () => {
    const { page } = await opened();
    for (const scene of sampleScenes()) {
      const file = sceneFile(scene);
      const told = await page.evaluate(
        ([text]) => {
          const parsed = new (
            globalThis as unknown as {
              DOMParser: new () => {
                parseFromString(text: string, type: string): { documentElement: { nodeName: string; querySelector(one: string): unknown } };
              };
            }
          ).DOMParser();
          const { documentElement } = parsed.parseFromString(text ?? "", "image/svg+xml");
          return `${documentElement.nodeName} ${documentElement.querySelector("parsererror") === null}`;
        },
        [file],
      );
      expect(told).toBe("svg true");
      expect(file).not.toMatch(/var\(--|url\(|@import|style="|<script/);
    }
    await page.close();
  });
});
