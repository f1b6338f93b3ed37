import { describe, expect, it } from "vitest";
import { sceneFile } from "./file.js";
import { sampleScenes } from "./sample-scenes.js";

/** The drawings of usual data, before those of hostile names: every byte of which a reader would see that it changed is seen here. */
const drawings = sampleScenes()
  .slice(0, 12)
  .map((scene, at) => ({ name: `${at + 1}-${scene.kind}`, scene }));

describe("drawings of data made by hand", () => {
  it.each(drawings)("are byte for byte what they were: $name", async ({ name, scene }) => {
    await expect(sceneFile(scene)).toMatchFileSnapshot(`snapshots/${name}.svg`);
  });
});
