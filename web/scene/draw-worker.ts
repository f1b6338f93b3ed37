import { type DrawAnswer, type DrawRequest, drawn } from "./draw.js";

/** Draws off the main thread: whoever reads on the page is not held up by a layout. */
globalThis.addEventListener("message", ({ data: { number, work } }: MessageEvent<DrawRequest>) => {
  let answer: DrawAnswer;
  try {
    answer = { number, scene: drawn(work) };
  } catch (error) {
    answer = { number, error: error instanceof Error ? error.message : String(error) };
  }
  globalThis.postMessage(answer);
});
