import { existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * A folder that is the same for all tests of a run: the first that asks for it makes what is in it, and nobody changes it afterwards.
 *
 * @param name of what is made
 * @param make writes it into the folder that it is given
 * @returns the folder
 */
export async function madeOnce(name: string, make: (folder: string) => Promise<unknown>): Promise<string> {
  const folder = join(tmpdir(), `once-${name}`);
  if (existsSync(folder)) return folder;
  const part = mkdtempSync(`${folder}-`);
  await make(part);
  try {
    renameSync(part, folder);
  } catch (error) {
    // Another process made it meanwhile, and has begun to read it.
    if (!existsSync(folder)) throw error;
    rmSync(part, { recursive: true });
  }
  return folder;
}
