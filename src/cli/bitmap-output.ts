import { visible } from "../report/visible.js";
import { UsageError } from "./exit.js";
import { type OutputOptions, writeReport } from "./output.js";

/** Characters without a shape that are named in a remark. */
const mostNamed = 12;

/**
 * Writes a drawing as PNG to the file asked for, or to standard output where that is no terminal. What the font cannot draw is told.
 *
 * @param svg the drawing as a file for paper
 */
export async function writeBitmap(svg: string, options: OutputOptions): Promise<void> {
  if (!options.output && process.stdout.isTTY)
    throw new UsageError(
      "--format png is a picture, which a terminal does not show. Expected --output FILE, such as --output picture.png.",
    );
  const { bitmapOf, BitmapError } = await import("../bitmap/bitmap.js");
  try {
    const { png, undrawn } = await bitmapOf(svg);
    await writeReport(png, options);
    if (undrawn.length === 0 || options.quiet) return;
    const named = undrawn.slice(0, mostNamed).map(visible).join(" ");
    const rest = undrawn.length > mostNamed ? ` and ${undrawn.length - mostNamed} more` : "";
    process.stderr.write(
      `the font of pictures has no shapes for ${named}${rest}: each is drawn as a box. --format svg has them as they are.\n`,
    );
  } catch (error) {
    throw error instanceof BitmapError ? new UsageError(error.message) : error;
  }
}
