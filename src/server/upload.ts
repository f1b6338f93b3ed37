import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Limits } from "./limits.js";
import { RequestProblem } from "./problems.js";
import { mediaTypeOf, readBytes, wrongType } from "./request-body.js";
import type { UploadShare } from "./upload-room.js";

/** A field of an upload. */
export interface UploadField {
  description: string;
  /** Several files, with the folders that their names tell of; else one. */
  many?: boolean;
  /** Refused where it is missing. */
  needed?: boolean;
}

/** Files that came with a request, in a folder of their own that goes when it has been answered. */
export interface Upload {
  folder: string;
  /** Of each field, the paths of its files from the folder. */
  files: ReadonlyMap<string, readonly string[]>;
  remove(): Promise<void>;
}

/**
 * Writes the files of a multipart body into a new folder. Names are confined to it: no part of one leads up, out or to a device.
 *
 * @param share what it may take of the memory for uploads; it is given back when the upload is removed
 * @throws RequestProblem 400, 413, 415, 422 or 503
 */
export async function receiveUpload(
  request: Request,
  fields: Record<string, UploadField>,
  limits: Limits,
  share: UploadShare,
): Promise<Upload> {
  try {
    const { folder, files } = await received(request, fields, limits, share);
    return {
      ...{ folder, files },
      remove: async () => {
        share.free();
        await removeFolder(folder);
      },
    };
  } catch (error) {
    share.free();
    throw error;
  }
}

async function received(
  request: Request,
  fields: Record<string, UploadField>,
  limits: Limits,
  share: UploadShare,
): Promise<Omit<Upload, "remove">> {
  if (mediaTypeOf(request) !== "multipart/form-data") throw wrongType("multipart/form-data");
  const boundary = boundaryOf(request);
  const bytes = await readBytes(request, limits.upload, share.take);
  checkParts(bytes, boundary, limits.files);
  const form = await formOf(bytes, boundary);
  const folder = await newFolder();
  try {
    const files = new Map<string, string[]>();
    for (const [field, value] of form) {
      const known = Object.hasOwn(fields, field) ? fields[field] : undefined;
      if (!known || typeof value === "string") throw wrongField(field, fields);
      const earlier = files.get(field) ?? [];
      if (earlier.length > 0 && !known.many) throw refused(`${field} is there twice`, "Send one file.");
      const path = `${field}/${confined(value.name, known.many === true)}`;
      await mkdir(join(folder, dirname(path)), { recursive: true });
      await place(join(folder, path), new Uint8Array(await value.arrayBuffer()), path);
      files.set(field, [...earlier, path]);
    }
    const missing = Object.entries(fields).find(([field, { needed }]) => needed && !files.has(field));
    if (missing) throw refused(`${missing[0]} is missing`, `Send ${missing[1].description}.`);
    return { folder, files };
  } catch (error) {
    await removeFolder(folder);
    throw error;
  }
}

function boundaryOf(request: Request): string {
  const type = request.headers.get("Content-Type") ?? "";
  const [, quoted, plain] = /;\s*boundary=(?:"([\w'()+,./:=? -]{1,70})"|([\w'()+,./:=?-]{1,70}))\s*(?:;|$)/i.exec(type) ?? [];
  return quoted ?? plain ?? noForm();
}

/** Parts are counted before the form is read: a million of them, each of nothing, would keep everybody else waiting for a minute. */
function checkParts(bytes: Uint8Array, boundary: string, most: number): void {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const delimiter = `--${boundary}`;
  let parts = -1;
  for (let at = content.indexOf(delimiter); at >= 0; at = content.indexOf(delimiter, at + delimiter.length)) {
    parts += 1;
    if (parts > most) throw new RequestProblem(413, "too-large", `The upload has more than ${most} files.`);
  }
}

async function formOf(bytes: Uint8Array<ArrayBuffer>, boundary: string): Promise<FormData> {
  try {
    return await new Response(bytes, { headers: { "Content-Type": `multipart/form-data; boundary="${boundary}"` } }).formData();
  } catch {
    return noForm();
  }
}

function noForm(): never {
  throw new RequestProblem(400, "malformed", "The body is no multipart form.", { action: "Send the files as multipart/form-data." });
}

async function place(path: string, content: Uint8Array, name: string): Promise<void> {
  try {
    await writeFile(path, content, { flag: "wx", mode: 0o600 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST" || code === "ENOTDIR" || code === "EISDIR")
      throw refused(`${name} is there twice`, "Give each file a name of its own.");
    if (code === "ENOSPC") throw new RequestProblem(507, "full", "The disk of the server is full.", { action: "Ask whoever runs it." });
    throw error;
  }
}

const devices = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const deepest = 32;

/** A file's name as a path that stays below its folder. */
function confined(name: string, folders: boolean): string {
  const parts = name.split(/[/\\]/).filter((part) => part !== "" && part !== ".");
  const wrong =
    parts.length === 0 ||
    parts.length > (folders ? deepest : 1) ||
    parts.some(
      (part) => part === ".." || part.length > 200 || /[\p{Cc}\p{Surrogate}:]/u.test(part) || devices.test(part) || /[. ]$/.test(part),
    ) ||
    /^[/\\]/.test(name);
  if (wrong)
    throw refused("a file's name is none", folders ? "Expected a path below the folder, such as infra/main.tf." : "Expected a plain name.");
  return parts.join("/");
}

function wrongField(field: string, fields: Record<string, UploadField>): RequestProblem {
  const expected = Object.keys(fields).join(", ");
  return refused(`the form has a field ${JSON.stringify(field.slice(0, 50))} that is none`, `Expected files in: ${expected}.`);
}

function refused(what: string, action: string): RequestProblem {
  return new RequestProblem(422, "invalid", `${what[0]?.toUpperCase()}${what.slice(1)}.`, { action });
}

/** The one file of a field, with its name and content. */
export async function onlyFile(upload: Upload | null, field: string): Promise<{ name: string; content: Uint8Array }> {
  const [path = ""] = upload?.files.get(field) ?? [];
  return { name: path.slice(field.length + 1), content: await readFile(join(upload?.folder ?? "", path)) };
}

/** Does a piece of work in a folder of its own, which goes whatever becomes of that. */
export async function withFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await newFolder();
  try {
    return await work(folder);
  } finally {
    await removeFolder(folder);
  }
}

/** A folder for one request, which nobody else reads. */
export function newFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), "beholden-work-"));
}

export function removeFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true });
}
