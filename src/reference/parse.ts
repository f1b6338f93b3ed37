import { isNode, LineCounter, parseDocument } from "yaml";
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

export type Keys = readonly (string | number)[];

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
 * Returns the file where it is sound, and every problem found with its line.
 */
export function parseReferenceFile({ path, text }: ReferenceText): { file?: ReferenceFile; problems: ReferenceProblem[] } {
  const known = fileKinds.find(({ place }) => place.test(path));
  if (!known) {
    const message = "no kind of reference file belongs here; expected one of the places that reference/README.md lists";
    return { problems: [{ path, line: 1, message }] };
  }
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true });
  const broken = document.errors.map((error) => ({
    path,
    line: error.linePos?.[0].line ?? 1,
    message: error.message.split("\n")[0] ?? "",
  }));
  if (broken.length > 0) return { problems: broken };

  const lineOf = (keys: Keys): number => {
    for (let depth = keys.length; depth > 0; depth--) {
      const node = document.getIn(keys.slice(0, depth), true);
      if (isNode(node) && node.range) return counter.linePos(node.range[0]).line;
    }
    return 1;
  };
  const raw: unknown = document.toJS({ maxAliasCount: 0 });
  const result = known.schema.safeParse(raw);
  if (!result.success) {
    return {
      problems: result.error.issues.map((issue) => {
        const keys = issue.path.filter((key) => typeof key !== "symbol");
        return { path, line: lineOf(keys), message: `${keys.join(".") || "the file"}: ${issue.message}` };
      }),
    };
  }
  const problems = unknownKeys(raw, result.data, []).map((keys) => ({
    path,
    line: lineOf(keys),
    message: `${keys.join(".")}: no such key here; it would be lost`,
  }));
  const stem = path.replace(/^.*\//, "").replace(/\.yaml$/, "");
  const content = { kind: known.kind, value: result.data } as FileContent;
  return { file: { path, stem, content, lineOf }, problems };
}

/** Places of keys that parsing dropped: the model's schemas are open, and a misspelt key must not pass. */
function unknownKeys(raw: unknown, kept: unknown, at: Keys): Keys[] {
  if (raw === null || kept === null || typeof raw !== "object" || typeof kept !== "object") return [];
  return Object.entries(raw).flatMap(([key, value]) => {
    const here = [...at, Array.isArray(raw) ? Number(key) : key];
    return key in kept ? unknownKeys(value, (kept as Record<string, unknown>)[key], here) : [here];
  });
}
