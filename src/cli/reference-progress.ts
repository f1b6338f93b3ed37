import { basename } from "node:path";
import type { ImportOptions } from "../reference/import/import-files.js";
import type { UpdateOptions } from "../reference/update/update.js";
import type { OutputOptions } from "./output.js";

/** Milliseconds between two looks of the line. */
const every = 100;

interface Progress {
  callbacks: Required<Pick<ImportOptions, "onProgress" | "onWait">> & Required<Pick<UpdateOptions, "onDownload" | "onRetry">>;
  clear(): void;
}

/** One line on a terminal's standard error that says how far it is, gone at the end; remarks about waiting stand anywhere. */
export function importProgress(options: OutputOptions): Progress {
  const shown = !options.quiet && process.stderr.isTTY === true;
  const clear = () => void (shown && process.stderr.write("\r\u001b[K"));
  let last = Number.NEGATIVE_INFINITY;
  const show = (line: () => string) => {
    const now = performance.now();
    if (!shown || now - last < every) return;
    last = now;
    process.stderr.write(`\r\u001b[K${line().slice(0, (process.stderr.columns ?? 80) - 1)}`);
  };
  const remark = (line: string) => {
    if (options.quiet) return;
    clear();
    process.stderr.write(`${line}\n`);
  };
  return {
    callbacks: {
      onProgress: ({ doing, path, bytes, bytesOfAll, records }) => {
        // What comes once and then takes long is shown at once.
        if (doing === "ordering") last = Number.NEGATIVE_INFINITY;
        const far = `${megabytes(bytes)} of ${megabytes(bytesOfAll)} MB`;
        show(() => `${doing} ${basename(path)}: ${far}, ${records.toLocaleString("en")} records`);
      },
      onDownload: ({ source, bytes, bytesOfAll }) =>
        show(() => `fetching ${source}: ${megabytes(bytes)}${bytesOfAll === undefined ? "" : ` of ${megabytes(bytesOfAll)}`} MB`),
      onRetry: (source, reason) => remark(`${source}: ${reason} Trying again.`),
      onWait: ({ process: id, host }, lock) =>
        remark(`waiting for another import (process ${id} on ${host}); if there is none, stop this with Ctrl-C and remove ${lock}`),
    },
    clear,
  };
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0);
}
