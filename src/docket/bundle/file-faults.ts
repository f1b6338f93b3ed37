import { createHash } from "node:crypto";
import type { DocketManifest } from "../../model/index.js";
import { mostFileBytes } from "../journal/index.js";
import { type BundleZip, filePath, journalFile, manifestFile } from "./zip.js";

/** Faults that are named; the rest are counted. */
const mostFaults = 100;

/**
 * What is wrong with the files of a bundle: in it and not in the manifest, not with the digest that the manifest names, named by no entry, or
 * named by an entry and not there.
 *
 * @param journal what was found of the journal while it was read
 * @param named files that the entries name, with their sizes
 */
export async function fileFaults(
  zip: BundleZip,
  { files }: DocketManifest,
  journal: { bytes: number; sha256: string },
  named: ReadonlyMap<string, number>,
): Promise<string[]> {
  const stated = new Map(files.map((file) => [file.path, file]));
  const there = new Set(zip.names());
  const wanted = new Set([...named.keys()].map(filePath));
  const faults: string[] = [];
  for (const name of there) if (name !== manifestFile && !stated.has(name)) faults.push(`${name} is in it and not in the manifest`);
  if (stated.size < files.length) faults.push("the manifest names a file twice");
  const own = stated.get(journalFile);
  if (own?.sha256 !== journal.sha256 || own.bytes !== journal.bytes)
    faults.push(`${journalFile} does not have the digest that the manifest names`);
  for (const { path, bytes, sha256 } of stated.values()) {
    if (path === journalFile) continue;
    if (!wanted.has(path)) faults.push(`${path} is named in the manifest, and no entry names it`);
    else if (!there.has(path)) faults.push(`${path} is named in the manifest and not in it`);
    else faults.push(...(await contentFaults(zip, { path, bytes, sha256, named: named.get(sha256) })));
  }
  for (const path of wanted) if (!stated.has(path)) faults.push(`${path} is named by an entry and not in the manifest`);
  const rest = faults.length - mostFaults;
  return rest > 0 ? [...faults.slice(0, mostFaults), `and ${rest} more`] : faults;
}

async function contentFaults(
  zip: BundleZip,
  { path, bytes, sha256, named }: { path: string; bytes: number; sha256: string; named: number | undefined },
): Promise<string[]> {
  if (path !== filePath(sha256)) return [`${path} is named in the manifest by another digest than its name`];
  const hash = createHash("sha256");
  let counted = 0;
  for await (const piece of zip.pieces(path, mostFileBytes)) {
    hash.update(piece);
    counted += piece.length;
  }
  if (hash.digest("hex") !== sha256) return [`${path} does not have the digest that the manifest names`];
  return counted === bytes && counted === named ? [] : [`${path} does not have the size that is stated of it`];
}
