import type { ImportOptions } from "../reference/import/import-files.js";
import type { OutputOptions } from "./output.js";

/** Milliseconds between two looks of the line. */
const every = 100;

/** One line on a terminal's standard error that says how far an import is, gone at the end; that another import is waited for is said anywhere. */
export function importProgress(options: OutputOptions): { callbacks: Pick<ImportOptions, "onProgress" | "onWait">; clear(): void } {
  const shown = !options.quiet && process.stderr.isTTY;
  let last = Number.NEGATIVE_INFINITY;
  return {
    callbacks: {
      onProgress: ({ path, bytes, bytesOfAll, records }) => {
        const now = performance.now();
        if (!shown || now - last < every) return;
        last = now;
        const line = `importing ${path}: ${megabytes(bytes)} of ${megabytes(bytesOfAll)} MB, ${records.toLocaleString("en")} records`;
        process.stderr.write(`\r\u001b[K${line.slice(0, (process.stderr.columns ?? 80) - 1)}`);
      },
      onWait: ({ process: id, host }, lock) => {
        if (options.quiet) return;
        process.stderr.write(
          `waiting for another import (process ${id} on ${host}); if there is none, stop this with Ctrl-C and remove ${lock}\n`,
        );
      },
    },
    clear: () => void (shown && process.stderr.write("\r\u001b[K")),
  };
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0);
}
