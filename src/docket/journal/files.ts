import { createHash } from "node:crypto";
import { type Json, StoredFile } from "../../model/index.js";
import type { Connection } from "./database.js";
import { DocketError } from "./errors.js";

/** A larger file is not taken: it has to stand in memory to be read. */
export const mostFileBytes = 128 << 20;
/** A file is kept in parts of this size, so that no row of a database grows beyond what it handles well. */
const partBytes = 1 << 20;

/** A file that an entry brings along: its digest, and its content or what gives it once it is needed. */
export interface NewFile {
  sha256: string;
  content: Uint8Array | (() => Promise<Uint8Array>);
}

/** The files that the state of an object names. */
export function filesOf(state: Json): StoredFile[] {
  if (typeof state !== "object" || state === null || Array.isArray(state) || !Array.isArray(state.files)) return [];
  return state.files.flatMap((one) => {
    const read = StoredFile.safeParse(one);
    return read.success ? [read.data] : [];
  });
}

/**
 * Keeps what an entry brings along, and sees that every file that its object names is there.
 *
 * @throws DocketError `invalid` where a content has another digest, is too large, or is named by nothing, and where a named file is missing
 */
export async function keepFiles(connection: Connection, after: Json, files: readonly NewFile[]): Promise<void> {
  const named = filesOf(after);
  checkNames(after, named, files);
  for (const { sha256, content } of files) {
    if (await isKept(connection, sha256)) continue;
    await keepFile(connection, sha256, typeof content === "function" ? await content() : content);
  }
  for (const { sha256, bytes, name } of named) {
    const kept = await keptBytes(connection, sha256);
    if (kept === null) throw invalid(`the file ${name} (${sha256}) is named and was not given.`);
    if (kept !== bytes) throw invalid(`the file ${name} (${sha256}) has ${kept} bytes, and ${bytes} are stated.`);
  }
}

function checkNames(after: Json, named: StoredFile[], files: readonly NewFile[]): void {
  const stated = typeof after === "object" && after !== null && !Array.isArray(after) ? after.files : undefined;
  if (Array.isArray(stated) && stated.length !== named.length)
    throw invalid("its files are not told as digest, bytes, media type, name and role.");
  const unnamed = files.find(({ sha256 }) => !named.some((one) => one.sha256 === sha256));
  if (unnamed) throw invalid(`a file of digest ${unnamed.sha256} was given, and the object does not name it.`);
}

async function keepFile(connection: Connection, sha256: string, content: Uint8Array): Promise<void> {
  if (content.length > mostFileBytes) throw invalid(`a file has ${content.length} bytes. Expected at most ${mostFileBytes}.`);
  const found = createHash("sha256").update(content).digest("hex");
  if (found !== sha256) throw invalid(`a file was given as ${sha256}, and its content has the digest ${found}.`);
  // A file without content has one part too, so that it is there.
  for (let part = 0; part === 0 || part * partBytes < content.length; part++) {
    const piece = content.subarray(part * partBytes, (part + 1) * partBytes);
    await connection.run("INSERT INTO file_part (sha256, part, content) VALUES (?, ?, ?)", [sha256, part, piece]);
  }
}

async function isKept(connection: Connection, sha256: string): Promise<boolean> {
  return (await connection.all("SELECT part FROM file_part WHERE sha256 = ? AND part = 0", [sha256])).length > 0;
}

async function keptBytes(connection: Connection, sha256: string): Promise<number | null> {
  const [row] = await connection.all("SELECT SUM(LENGTH(content)) AS bytes FROM file_part WHERE sha256 = ?", [sha256]);
  return row?.bytes === null || row?.bytes === undefined ? null : Number(row.bytes);
}

/** The parts of a file, one after the other; none where it is not kept. What they come to is not compared with the digest here. */
export async function* fileParts(connection: Connection, sha256: string): AsyncGenerator<Uint8Array> {
  for (let part = 0; ; part++) {
    const [row] = await connection.all("SELECT content FROM file_part WHERE sha256 = ? AND part = ?", [sha256, part]);
    if (!row) return;
    yield row.content as Uint8Array;
  }
}

/**
 * A whole file; null where it is not kept.
 *
 * @throws DocketError `broken` where it was changed in the store
 */
export async function readFile(connection: Connection, sha256: string): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  for await (const part of fileParts(connection, sha256)) parts.push(part);
  if (parts.length === 0) return null;
  const content = Buffer.concat(parts);
  if (createHash("sha256").update(content).digest("hex") !== sha256)
    throw new DocketError("broken", `the file ${sha256} was changed in the store. \`beholden docket verify\` names every one.`);
  return content;
}

/** What is wrong with a kept file; null for nothing. */
export async function fileFault(connection: Connection, sha256: string): Promise<string | null> {
  const hash = createHash("sha256");
  let parts = 0;
  for await (const part of fileParts(connection, sha256)) {
    hash.update(part);
    parts += 1;
  }
  if (parts === 0) return "it is missing";
  return hash.digest("hex") === sha256 ? null : "it was changed: its content does not have its digest";
}

/** The digests of all files that are kept, in order. */
export async function keptFiles(connection: Connection): Promise<string[]> {
  return (await connection.all("SELECT sha256 FROM file_part WHERE part = 0 ORDER BY sha256")).map((row) => String(row.sha256));
}

function invalid(what: string): DocketError {
  return new DocketError("invalid", `what was given cannot be recorded: ${what}`);
}
