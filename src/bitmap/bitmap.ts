import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { packageRoot } from "../package-root.js";
import { coverageOf } from "./font-coverage.js";

/** A drawing as a bitmap. */
export interface Bitmap {
  png: Uint8Array;
  width: number;
  height: number;
  /** Characters that the font has no shapes for: each is drawn as a box. */
  undrawn: string[];
}

/** Drawings are laid out by the widths of this face, so that nothing that fits there is cut here. */
const fontFiles = ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"];
const family = "DejaVu Sans";
/** Stands for a character without a shape. */
const box = "\u25a1";
/** Pixels along one side, and in all, that programs which show bitmaps can open. */
const longest = 16_000;
const mostPixels = 80_000_000;

/** A drawing that cannot be made a bitmap of. */
export class BitmapError extends Error {
  override name = "BitmapError";
}

/**
 * Draws an SVG file of ours as a PNG, two pixels for one where that can be. The font comes with the package, so that the same drawing gives the same
 * bytes on every machine.
 *
 * @param svg a file of `sceneFile` for paper: it refers to nothing outside itself
 * @throws BitmapError where the drawing is too large to be read as a bitmap
 */
export async function bitmapOf(svg: string): Promise<Bitmap> {
  const fonts = await Promise.all(fontFiles.map((name) => readFile(join(packageRoot(), "dist", "fonts", name))));
  const { text, undrawn } = drawable(svg, fonts);
  started ??= startedEngine();
  await started;
  const options = { fontBuffers: fonts, defaultFontFamily: family, sansSerifFamily: family, loadSystemFonts: false };
  const whole = new Resvg(text, { font: options });
  const { width, height } = whole;
  whole.free();
  const scale = Math.min(2, longest / width, longest / height, Math.sqrt(mostPixels / (width * height)));
  if (scale < 0.5)
    throw new BitmapError(
      `the drawing is ${width} by ${height} pixels, too large for a bitmap that could be read. Expected --format svg, which has all of it, or a larger --minimum-share.`,
    );
  const drawing = new Resvg(text, { font: options, fitTo: { mode: "zoom", value: scale } });
  const image = drawing.render();
  const bitmap = { png: image.asPng(), width: image.width, height: image.height, undrawn };
  image.free();
  drawing.free();
  return bitmap;
}

let started: Promise<void> | undefined;

/** The engine can be started once in a process. */
async function startedEngine(): Promise<void> {
  await initWasm(readFile(createRequire(import.meta.url).resolve("@resvg/resvg-wasm/index_bg.wasm")));
}

/** The text with a box for every character that a font has no shape for. Markup is ASCII, which every font has. */
function drawable(svg: string, fonts: readonly Uint8Array[]): { text: string; undrawn: string[] } {
  const covered = fonts.map((font) => coverageOf(font));
  const undrawn = new Set<string>();
  const text = svg.replace(/[^\p{ASCII}]\p{M}*/gu, (letter) => {
    const isDrawn = [...letter].every((one) => covered.every((has) => has(one.codePointAt(0) ?? 0)));
    if (!isDrawn) undrawn.add(letter);
    return isDrawn ? letter : box;
  });
  return { text, undrawn: [...undrawn] };
}
