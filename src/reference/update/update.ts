import { mkdir, readFile, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Day, SourceUpdate } from "../../model/index.js";
import { replaceFile } from "../import/durable.js";
import { readInForce } from "../import/editions.js";
import { ImportError } from "../import/format.js";
import { type ImportOptions, importFiles } from "../import/import-files.js";
import { importsFolder } from "../import/imports-folder.js";
import { withLock } from "../import/lock.js";
import { type Downloaded, download, forgetPart, type Validators } from "./download.js";
import { FetchError, type Patience } from "./http.js";
import { newestLink } from "./page.js";
import type { Publication } from "./publications.js";

export interface UpdateProgress {
  source: string;
  bytes: number;
  bytesOfAll: number | undefined;
}

export interface UpdateOptions extends Pick<ImportOptions, "createWriter" | "hashBeside" | "onProgress" | "onWait" | "formats" | "hold"> {
  /** The data folder. */
  into: string;
  /** Today, UTC. */
  importedOn: Day;
  userAgent: string;
  onDownload?: ((progress: UpdateProgress) => void) | undefined;
  /** Told before a request is repeated. */
  onRetry?: ((source: string, reason: string) => void) | undefined;
  patience?: Patience | undefined;
  /** Milliseconds before the second, third, … attempt. */
  pauses?: readonly number[] | undefined;
}

const usualPatience: Patience = { silence: 60_000, total: 6 * 3_600_000 };
const usualPauses = [2_000, 10_000, 30_000];
/** Of what a server asks to wait, in milliseconds. */
const longestPause = 120_000;
const rememberedFile = "last.json";

/** What was imported last from an address. */
interface Remembered extends Validators {
  url: string;
  /** The edition that came of it. */
  sha256: string;
}

/**
 * Fetches sources from where they are published and imports what is new. Each is asked for on condition that it changed since the edition
 * in force; a download that was cut off goes on, also in a later process. Whatever goes wrong, the edition in force stays.
 */
export async function updateReference(publications: readonly Publication[], options: UpdateOptions): Promise<SourceUpdate[]> {
  const downloads = join(options.into, "downloads");
  return withLock(downloads, options.onWait ?? (() => {}), async () => {
    const reports: SourceUpdate[] = [];
    for (const publication of publications) reports.push(await updateOne(publication, join(downloads, publication.source), options));
    return reports;
  });
}

async function updateOne(publication: Publication, folder: string, options: UpdateOptions): Promise<SourceUpdate> {
  const { source } = publication;
  let url = publication.url;
  try {
    await mkdir(folder, { recursive: true });
    url = await withRetries(publication, folder, options, () => addressOf(publication, options));
    const known = await rememberedIfInForce(source, url, folder, options.into);
    const fetched = await withRetries(publication, folder, options, () => fetchFile(publication, url, folder, known, options));
    if (!fetched.modified) return { source, outcome: "unchanged", url };
    return await importFetched(publication, url, folder, fetched, options);
  } catch (error) {
    if (!(error instanceof FetchError || error instanceof ImportError || (error instanceof Error && "syscall" in error))) throw error;
    return { source, outcome: "failed", url, reason: error.message };
  }
}

function addressOf({ url, link }: Publication, options: UpdateOptions): Promise<string> | string {
  return link ? newestLink(url, link, options.userAgent, options.patience ?? usualPatience) : url;
}

function fetchFile(
  { source, maxBytes }: Publication,
  url: string,
  folder: string,
  known: Validators | undefined,
  options: UpdateOptions,
): Promise<Downloaded> {
  const { patience = usualPatience, userAgent, onDownload } = options;
  const onBytes = (bytes: number, bytesOfAll: number | undefined) => onDownload?.({ source, bytes, bytesOfAll });
  return download(url, { folder, maxBytes, patience, userAgent, known, onBytes });
}

/** Does it again where the fault may pass; what will not get better is no longer kept. */
async function withRetries<Result>(
  { source }: Publication,
  folder: string,
  { pauses = usualPauses, onRetry }: UpdateOptions,
  work: () => Promise<Result> | Result,
): Promise<Result> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const passing = error instanceof FetchError && error.passing;
      if (!passing) await forgetPart(folder);
      const pause = pauses[attempt];
      if (!passing || pause === undefined) throw error;
      onRetry?.(source, error.message);
      await sleep(Math.min(Math.max(pause, (error.retryAfter ?? 0) * 1000), longestPause));
    }
  }
}

async function importFetched(
  { source }: Publication,
  url: string,
  folder: string,
  { path, validators, resumedFrom }: Downloaded & { modified: true },
  options: UpdateOptions,
): Promise<SourceUpdate> {
  const { into, importedOn, hold, createWriter, hashBeside, onProgress, onWait, formats } = options;
  const { sources, failed } = await importFiles([path], {
    into,
    importedOn,
    hold,
    createWriter,
    hashBeside,
    onProgress,
    onWait,
    formats,
    only: source,
  });
  await rm(path, { force: true });
  const done = { source, url, ...(resumedFrom > 0 ? { resumedFrom } : {}) };
  const imported = sources.find(({ id }) => id === source);
  if (failed[0] || !imported || imported.outcome === "failed") {
    const reason = failed[0]?.reason ?? imported?.reason ?? "it holds nothing";
    return { ...done, outcome: "failed", reason: `what ${new URL(url).host} sent was not imported: ${basename(path)} ${reason}` };
  }
  await replaceFile(folder, rememberedFile, JSON.stringify({ ...validators, url, sha256: imported.sha256 } satisfies Remembered));
  return { ...done, outcome: imported.outcome === "unchanged" ? "unchanged" : "updated", import: imported };
}

/** What the publisher may be asked about; nothing where another edition is in force than the one that came from there. */
async function rememberedIfInForce(source: string, url: string, folder: string, into: string): Promise<Validators | undefined> {
  try {
    const last = JSON.parse(await readFile(join(folder, rememberedFile), "utf8")) as Remembered;
    const inForce = (await readInForce(importsFolder(into))).get(source)?.source;
    return last.url === url && last.sha256 === inForce?.sha256 ? last : undefined;
  } catch {
    return undefined;
  }
}
