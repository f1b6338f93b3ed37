import { realpath } from "node:fs/promises";
import { isAbsolute, join, sep } from "node:path";
import { RequestProblem } from "./problems.js";
import type { Upload } from "./upload.js";

/** Where a command finds what it is asked about. */
export interface ReviewedFiles {
  /** The folder that the command is carried out in; undefined: an empty one. */
  folder: string | undefined;
  path: string;
}

/**
 * What a request asks to review: the files that came with it or, on one's own machine, a folder below the one that the server was started in.
 *
 * @throws RequestProblem 422 where it is neither or both, 404 where there is no such folder
 */
export async function reviewedFiles(upload: Upload | null, asked: string | undefined, home: string | null): Promise<ReviewedFiles> {
  const uploaded = upload?.files.has("files") ? "files" : undefined;
  if (asked !== undefined && uploaded) throw wrong("Files were sent and a folder was named.", "Leave one of them out.");
  if (asked !== undefined) return { folder: upload?.folder, path: await folderBelow(home, asked) };
  if (!uploaded) throw wrong("There is nothing to review.", "Send files in the field files, or name a folder on your own machine.");
  return { folder: upload?.folder, path: uploaded };
}

async function folderBelow(home: string | null, asked: string): Promise<string> {
  if (home === null) throw wrong("Folders of the server are not reviewed.", "Send the files instead.");
  const outside = new RequestProblem(404, "not-found", "There is no such folder below the one that `beholden serve` was started in.", {
    action: "Start it in a folder above, or send the files.",
  });
  if (isAbsolute(asked) || /\p{Cc}/u.test(asked)) throw outside;
  try {
    const [top, found] = await Promise.all([realpath(home), realpath(join(home, asked))]);
    if (found === top || found.startsWith(top.endsWith(sep) ? top : top + sep)) return found;
  } catch {
    // That it is not there, and that it is somewhere else, are told alike.
  }
  throw outside;
}

function wrong(message: string, action: string): RequestProblem {
  return new RequestProblem(422, "invalid", message, { action });
}
