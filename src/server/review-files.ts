import { join } from "node:path";
import type { Upload } from "./upload.js";

/** Where the files of an upload are reviewed, and under which name. */
export interface UploadedFolder {
  folder: string;
  path: string;
  name: string;
}

/**
 * The folder that a browser handed over: its files lie below one folder of their name, which is the one to review; loose files lie in none, and
 * are reviewed together.
 */
export function uploadedFolder(upload: Upload, field: string): UploadedFolder {
  const paths = (upload.files.get(field) ?? []).map((path) => path.slice(field.length + 1).split("/"));
  const [top = ""] = paths[0] ?? [];
  const inOne = paths.every((parts) => parts.length > 1 && parts[0] === top);
  if (inOne) return { folder: join(upload.folder, field), path: top, name: top };
  return { folder: upload.folder, path: field, name: paths.length === 1 ? top : `${paths.length.toLocaleString("en")} files` };
}
