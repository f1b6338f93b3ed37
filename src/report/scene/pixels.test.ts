import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { chromiumMissing, samplePage } from "../sample-page.js";
import { sceneFile } from "./file.js";
import { sampleScenes } from "./sample-scenes.js";

/** Fields along one side of the coarse picture: what fonts of another machine change is less than what a missing box does. */
const fields = 16;
/** How much lighter or darker a field may be, of 255. */
const tolerance = 26;

const stored = new URL("snapshots/pixels.json", import.meta.url);
const drawings = sampleScenes()
  .slice(0, 12)
  .map((scene, at) => ({ name: `${at + 1}-${scene.kind}`, file: sceneFile(scene) }));

describe.skipIf(chromiumMissing)("drawings of data made by hand, as they are seen (needs /usr/bin/chromium)", () => {
  const { opened } = samplePage(() => "<!doctype html><title>Pixels</title>");

  it.each(["light", "dark"] as const)("look as they did, field by field (%s)", async (colorScheme) => {
    const { page } = await opened({ colorScheme });
    const seen: Record<string, number[]> = {};
    for (const { name, file } of drawings) {
      seen[name] = (await page.evaluate(`(async () => {
        const image = new Image();
        image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(${JSON.stringify(file)});
        await image.decode();
        const canvas = document.createElement("canvas");
        canvas.width = canvas.height = ${fields * 8};
        const context = canvas.getContext("2d");
        context.drawImage(image, 0, 0, canvas.width, canvas.height);
        const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
        return Array.from({ length: ${fields * fields} }, (_, field) => {
          let sum = 0;
          for (let at = 0; at < 64; at++) {
            const x = (field % ${fields}) * 8 + (at % 8), y = Math.floor(field / ${fields}) * 8 + Math.floor(at / 8);
            const pixel = 4 * (y * canvas.width + x);
            sum += 0.3 * data[pixel] + 0.59 * data[pixel + 1] + 0.11 * data[pixel + 2];
          }
          return Math.round(sum / 64);
        });
      })()`)) as number[];
    }
    await page.close();
    const known = existsSync(stored) ? (JSON.parse(readFileSync(stored, "utf8")) as Record<string, Record<string, number[]>>) : {};
    // A new look is taken down by deleting the file and running this; then it fails, so that somebody looks before it counts.
    if (!known[colorScheme]) writeFileSync(stored, `${JSON.stringify({ ...known, [colorScheme]: seen })}\n`);
    expect(Object.keys(known[colorScheme] ?? {}), "the looks were not stored yet: look at the drawings, and run this again").toEqual(
      Object.keys(seen),
    );
    for (const [name, picture] of Object.entries(known[colorScheme] ?? {})) {
      const changed = picture.flatMap((light, field) => (Math.abs(light - (seen[name]?.[field] ?? -255)) > tolerance ? [field] : []));
      expect(changed, name).toEqual([]);
    }
  });
});
