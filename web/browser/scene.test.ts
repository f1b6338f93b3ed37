import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { sampleReview } from "../../src/report/sample-review.js";
import { findingBlock, findingNode } from "../../src/report/scene/block/finding.js";
import type { SceneNode } from "../../src/report/scene/node.js";
import { standings } from "../../src/report/scene/node.js";
import { sampleScenes } from "../../src/report/scene/sample-scenes.js";
import { sceneText } from "../../src/report/scene/text.js";
import { newSourceRegister } from "../../src/report/sources.js";
import { viewOf } from "../../src/report/view.js";
import { SceneParts, SceneView } from "../scene/scene.js";

const onScreen = (node: SceneNode) => renderToStaticMarkup(createElement(SceneParts, { of: [node] }));
/** React writes the same characters by other entities. */
const plain = (markup: string) => markup.replaceAll("&#39;", "&#x27;").replaceAll("</g>\n", "</g>");

describe("drawings and blocks on the screen", () => {
  it("are the elements, attributes and texts of the report and of the exported file, hostile names or not", () => {
    for (const scene of sampleScenes()) expect(onScreen(scene.root)).toBe(plain(sceneText(scene.root)));
  });

  it("hold for the blocks of findings too", () => {
    const view = viewOf(sampleReview);
    for (const finding of sampleReview.findings) {
      const context = {
        sourceAddress: (number: number) => `#source-${number}`,
        reachAddress: (id: string) => `/reach/${encodeURIComponent(id)}`,
      };
      const node = findingNode(findingBlock(finding, view), { ...context, sources: newSourceRegister() });
      expect(onScreen(node)).toBe(plain(sceneText(node)));
    }
  });

  it("are one tab stop, and everything in them has a name", () => {
    for (const scene of sampleScenes()) {
      const markup = renderToStaticMarkup(createElement(SceneView, { scene }));
      expect(markup.match(/tabindex="0"/gi) ?? []).toHaveLength(standings(scene).length > 0 ? 1 : 0);
      expect(markup).not.toMatch(/style=|aria-label=""/);
    }
  });
});
