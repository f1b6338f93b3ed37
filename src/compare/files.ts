import { byText, type Change, type FileRead } from "../model/index.js";

/** What became of the files read, and one name for a file in both reviews where it was only renamed. */
export interface FileChanges {
  changes: Change[];
  nameOf: (path: string) => string;
}

/** Compares the files that two reviews read, by path and digest: the same content under another path is a renamed file. */
export function compareFiles(before: readonly FileRead[], after: readonly FileRead[]): FileChanges {
  const [was, is] = [byPath(before), byPath(after)];
  const gone = [...was.keys()].filter((path) => !is.has(path)).sort(byText);
  const come = [...is.keys()].filter((path) => !was.has(path)).sort(byText);
  const renamed = new Map<string, string>();
  const taken = new Set<string>();
  for (const path of gone) {
    const other = come.find((one) => !taken.has(one) && is.get(one) === was.get(path));
    if (other === undefined) continue;
    taken.add(other);
    renamed.set(path, other);
  }
  const names = new Map([...renamed].flatMap(([old, now]) => [old, now].map((path) => [path, byText(old, now) < 0 ? old : now] as const)));
  return {
    changes: [
      ...[...renamed].map(([old, now]) => change(names.get(old) ?? old, "moved", old, now)),
      ...gone.filter((path) => !renamed.has(path)).map((path) => change(path, "removed", path, null)),
      ...come.filter((path) => !taken.has(path)).map((path) => change(path, "added", null, path)),
      ...[...was].flatMap(([path, digest]) => {
        const now = is.get(path);
        return now !== undefined && now !== digest ? [change(path, "changed", digest.slice(0, 12), now.slice(0, 12))] : [];
      }),
    ].sort((left, right) => byText(left.id, right.id)),
    nameOf: (path) => names.get(path) ?? path,
  };
}

function byPath(files: readonly FileRead[]): Map<string, string> {
  return new Map(files.map((one) => [one.path, one.sha256]));
}

function change(path: string, how: Change["change"], before: string | null, after: string | null): Change {
  return {
    id: `file:${path}`,
    area: "artefacts",
    kind: "file",
    change: how,
    by: "artefacts",
    what: `file ${path}`,
    before,
    after,
    from: null,
    until: null,
    about: [...new Set([`file:${path}`, ...(how === "moved" ? [`file:${before}`, `file:${after}`] : [])])].sort(byText),
    sources: [],
  };
}
