import { z } from "zod";
import { readValidatedYaml } from "../model/validated-yaml.js";
import { type FileContent, fileKinds } from "./files.js";

/** A file of the reference as it lies on disk. `path` is below `reference/`, with forward slashes. */
export interface ReferenceText {
  path: string;
  text: string;
}

/** What is wrong with the reference, and where. Lines count from 1. */
export interface ReferenceProblem {
  path: string;
  line: number;
  message: string;
}

export type Keys = PropertyKey[];

/** A reference file whose shape is sound, with a way back from any value to its line. */
export interface ReferenceFile {
  path: string;
  /** File name without ending: the first part of its sources' ids in the catalogue. */
  stem: string;
  content: FileContent;
  lineOf(keys: Keys): number;
}

/**
 * Parses one reference file and checks its shape: YAML, schema, and no key that the schema does not know.
 * Returns the file where its schema holds, and every problem found with its line.
 */
export function parseReferenceFile({ path, text }: ReferenceText): { file?: ReferenceFile; problems: ReferenceProblem[] } {
  const known = fileKinds.find(({ place }) => place.test(path));
  if (!known) {
    const message = `no reference file belongs here; expected ${fileKinds.map(({ example }) => example).join(", ")}`;
    return { problems: [{ path, line: 1, message }] };
  }
  const read = readValidatedYaml(text, path, z.unknown(), "reference-file");
  if (read.value === null) {
    const faults = read.problems.length > 0 ? read.problems : [{ line: 1, message: "the file is empty" }];
    return { problems: faults.map(({ line, message }) => ({ path, line: line ?? 1, message })) };
  }
  const lineOf = (keys: Keys) => read.locate(keys).line;
  const checked = known.schema.safeParse(read.value);
  if (!checked.success) {
    const problems = checked.error.issues.map((issue) => ({
      path,
      line: lineOf(issue.path),
      message: `${issue.path.join(".") || "the file"}: ${issue.message}`,
    }));
    return { problems };
  }
  const problems = unknownKeys(read.value, checked.data, []).map((keys) => ({
    path,
    line: lineOf(keys),
    message: `${keys.join(".")}: no such key here, it would be lost`,
  }));
  const stem = path.replace(/^.*\//, "").replace(/\.yaml$/, "");
  const content = { kind: known.kind, value: checked.data } as FileContent;
  return { file: { path, stem, content, lineOf }, problems };
}

/** Places of keys that parsing dropped: the model's schemas are open, and a misspelt key must not pass. */
function unknownKeys(raw: unknown, kept: unknown, at: Keys): Keys[] {
  if (raw === null || kept === null || typeof raw !== "object" || typeof kept !== "object") return [];
  return Object.entries(raw).flatMap(([key, value]) => {
    const here = [...at, Array.isArray(raw) ? Number(key) : key];
    return Object.hasOwn(kept, key) ? unknownKeys(value, (kept as Record<string, unknown>)[key], here) : [here];
  });
}
