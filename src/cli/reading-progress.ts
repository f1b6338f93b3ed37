import { visible } from "../report/visible.js";
import type { OutputOptions } from "./output.js";

/** One line on a terminal's standard error, gone at the end. */
export function readingProgress(options: OutputOptions): { show(files: number, path: string): void; clear(): void } {
  if (options.quiet || !process.stderr.isTTY) return { show: () => undefined, clear: () => undefined };
  const width = process.stderr.columns ?? 80;
  return {
    show: (files, path) => process.stderr.write(`\r\u001b[K${`reading ${files} files: ${visible(path)}`.slice(0, width - 1)}`),
    clear: () => process.stderr.write("\r\u001b[K"),
  };
}
