import type { OutputOptions } from "./output.js";

const every = 100;

/** One line on a terminal's standard error, gone at the end. */
export function screenProgress(options: OutputOptions): { show(text: string): void; clear(): void } {
  if (options.quiet || !process.stderr.isTTY) return { show: () => undefined, clear: () => undefined };
  let last = Number.NEGATIVE_INFINITY;
  return {
    show(text) {
      const now = performance.now();
      if (now - last < every) return;
      last = now;
      process.stderr.write(`\r\u001b[K${text.slice(0, (process.stderr.columns ?? 80) - 1)}`);
    },
    clear: () => void process.stderr.write("\r\u001b[K"),
  };
}
