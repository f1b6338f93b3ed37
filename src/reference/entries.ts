import type { FileContent } from "./files.js";
import type { Keys, ReferenceFile, ReferenceProblem } from "./parse.js";

/** A value of a reference file with the way to it, so that a problem can name its line. */
export interface Entry<T> {
  file: ReferenceFile;
  keys: Keys;
  value: T;
}

export type ContentOf<Kind extends FileContent["kind"]> = Extract<FileContent, { kind: Kind }>["value"];

/** The contents of all files of a kind. */
export function contentsOf<Kind extends FileContent["kind"]>(files: ReferenceFile[], kind: Kind): Entry<ContentOf<Kind>>[] {
  return files.flatMap((file) => (file.content.kind === kind ? [{ file, keys: [], value: file.content.value as ContentOf<Kind> }] : []));
}

/** The entries of a group, such as the parties of a file. */
export function entriesOf<T>(file: ReferenceFile, group: Keys, values: readonly T[] | undefined): Entry<T>[] {
  return (values ?? []).map((value, index) => ({ file, keys: [...group, index], value }));
}

/** Every object in the files, at any depth, with the way to it. */
export function objectsIn(files: ReferenceFile[]): Entry<Record<string, unknown>>[] {
  return files.flatMap((file) => walk(file, [], file.content.value));
}

function walk(file: ReferenceFile, keys: Keys, value: unknown): Entry<Record<string, unknown>>[] {
  if (value === null || typeof value !== "object") return [];
  const inner = Object.entries(value).flatMap(([key, one]) => walk(file, [...keys, Array.isArray(value) ? Number(key) : key], one));
  return Array.isArray(value) ? inner : [{ file, keys, value: value as Record<string, unknown> }, ...inner];
}

/** A problem at an entry, or at one of its keys. */
export function problemAt<T>(entry: Entry<T>, message: string, ...key: Keys): ReferenceProblem {
  return { path: entry.file.path, line: entry.file.lineOf([...entry.keys, ...key]), message };
}
