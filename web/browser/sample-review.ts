import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Review } from "../../src/model/index.js";
import { commandText } from "./command.js";
import { madeOnce } from "./made-once.js";

/** The day as of which the worked example is reviewed. */
export const exampleDay = "2026-11-27";

/** The worked example as `beholden review --format json` gives it. */
export async function exampleResult(): Promise<Buffer> {
  const asked = ["review", "examples/meridian-retail", "--as-of", exampleDay, "--format", "json"];
  const folder = await madeOnce("example-result", async (to) => writeFileSync(join(to, "result.json"), commandText(...asked)));
  return readFileSync(join(folder, "result.json"));
}

/** The same, read. */
export async function exampleReview(): Promise<Review> {
  return JSON.parse((await exampleResult()).toString()) as Review;
}
