import { mostBytes } from "../parts/upload-bound.js";
/** A file of a folder that was dropped or picked, with its place below it. */
export interface PickedFile {
  path: string;
  file: File;
}

/** What was picked: what goes to the server, and what is left out with the reason. */
export interface Picked {
  name: string;
  files: readonly PickedFile[];
  bytes: number;
  left: readonly string[];
}

/** How many files one upload may hold; the server refuses more. */
export const mostFiles = 2_000;

/** Folders of others' code and of version control: a review reads what declares them, never what lies in them. */
const passedOver = new Set([".git", ".hg", ".svn", "node_modules", ".terraform", ".venv", "__pycache__"]);
const deepest = 32;

/** What was picked by the dialog of the browser. */
export function pickedByDialog(list: FileList): Picked {
  const found = [...list].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
  const skipped = found.flatMap(({ path }) => passedOverIn(path) ?? []);
  return picked(
    found.filter(({ path }) => passedOverIn(path) === null),
    skipped,
  );
}

/** What was dropped: folders are read through to their ends, as far as one upload goes. */
export async function pickedByDrop(data: DataTransfer): Promise<Picked> {
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const files: PickedFile[] = [];
  const skipped: string[] = [];
  for (const entry of entries) await walk(entry, entry.name, files, skipped);
  return picked(files, skipped);
}

/** Why this cannot be sent as it is; null where it can. */
export function tooMuch({ files, bytes }: Picked): string | null {
  if (files.length === 0) return "There is no file in it.";
  const sizes = `${files.length.toLocaleString("en")} files of ${megabytes(bytes)} MB`;
  if (files.length <= mostFiles && bytes <= mostBytes) return null;
  return `${sizes} are more than one upload holds (${mostFiles.toLocaleString("en")} files, ${megabytes(mostBytes)} MB). Pick a folder below it, start \`beholden serve\` in it, or run \`beholden review\`.`;
}

/** Bytes in millions, to a tenth. */
export function megabytes(bytes: number): string {
  return (bytes / (1024 * 1024)).toLocaleString("en", { maximumFractionDigits: 1 });
}

function picked(files: readonly PickedFile[], skipped: readonly string[]): Picked {
  const [first] = files;
  const top = first?.path.split("/")[0] ?? "";
  const inOne = files.every(({ path }) => path.startsWith(`${top}/`));
  const name = inOne ? top : files.length === 1 ? top : `${files.length.toLocaleString("en")} files`;
  return { name, files, bytes: files.reduce((sum, { file }) => sum + file.size, 0), left: [...new Set(skipped)] };
}

function passedOverIn(path: string): string | null {
  return (
    path
      .split("/")
      .slice(0, -1)
      .find((part) => passedOver.has(part)) ?? null
  );
}

async function walk(entry: FileSystemEntry, path: string, files: PickedFile[], skipped: string[]): Promise<void> {
  // One more than fits is enough to know that it does not.
  if (files.length > mostFiles || path.split("/").length > deepest) return;
  if (entry.isFile) {
    files.push({ path, file: await fileOf(entry as FileSystemFileEntry) });
    return;
  }
  if (passedOver.has(entry.name)) {
    skipped.push(entry.name);
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // A browser gives a hundred at a time, and none at the end.
  for (let some = await entriesOf(reader); some.length > 0; some = await entriesOf(reader)) {
    for (const one of some) await walk(one, `${path}/${one.name}`, files, skipped);
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((done, failed) => entry.file(done, failed));
}

function entriesOf(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((done, failed) => reader.readEntries(done, failed));
}
