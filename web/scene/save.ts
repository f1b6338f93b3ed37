import { sceneFile } from "../../src/report/scene/file.js";
import type { Scene } from "../../src/report/scene/node.js";
import { saveFile } from "../parts/save-file.js";

/** Pixels of a bitmap along one side at most: what browsers can draw. */
const longest = 16_000;

/** A drawing as a file of its own, made from the same data as what is on the screen. */
export function saveSvg(scene: Scene, name: string): void {
  saveFile(new Blob([sceneFile(scene)], { type: "image/svg+xml" }), `${name}.svg`);
}

/**
 * A drawing as a bitmap, as it is on paper, two pixels for one where that can be.
 *
 * @throws Error where the drawing is too large for a bitmap, or the browser draws none
 */
export async function savePng(scene: Scene, name: string): Promise<void> {
  const scale = Math.min(2, longest / scene.width, longest / scene.height);
  if (scale < 0.5) throw new Error("The drawing is too large for a bitmap that could be read. The SVG has all of it.");
  const image = new Image(scene.width, scene.height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(sceneFile(scene, "paper"))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Math.floor(scene.width * scale);
  canvas.height = Math.floor(scene.height * scale);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const bitmap = await new Promise<Blob | null>((done) => {
    canvas.toBlob(done, "image/png");
  });
  if (!bitmap) throw new Error("This browser made no bitmap. The SVG has the same.");
  saveFile(bitmap, `${name}.png`);
}
