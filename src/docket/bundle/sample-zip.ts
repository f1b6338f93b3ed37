import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { openPromise } from "yauzl";
import yazl from "yazl";

/** Makes a ZIP file of whatever a test puts into it. */
export async function packZip(folder: string, files: [string, string | Buffer][]): Promise<string> {
  const path = join(folder, `made-${Math.random()}.zip`);
  const zip = new yazl.ZipFile();
  for (const [name, text] of files) zip.addBuffer(Buffer.from(text), name, { compress: !name.startsWith("files/") });
  zip.end();
  const file = createWriteStream(path);
  zip.outputStream.pipe(file);
  await finished(file);
  return path;
}

/** Every file of a ZIP file, by its name. */
export async function unpackZip(path: string): Promise<Map<string, Buffer>> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false });
  const files = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    const pieces: Buffer[] = [];
    for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer);
    files.set(entry.fileName, Buffer.concat(pieces));
  }
  zip.close();
  return files;
}
