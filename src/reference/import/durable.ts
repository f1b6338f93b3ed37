import { open, readdir, rename } from "node:fs/promises";
import { join } from "node:path";

/** Replaces a small file in one step: whoever reads it sees the old text or the new one, also after a crash. */
export async function replaceFile(folder: string, name: string, text: string): Promise<void> {
  const temporary = join(folder, `.${name}-${process.pid}`);
  const file = await open(temporary, "w");
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, join(folder, name));
  await syncFolder(folder);
}

/** Makes sure that the files of a folder, and that they are in it, outlive a loss of power. */
export async function syncTree(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await syncTree(path);
    else await sync(path, "r+");
  }
  await syncFolder(folder);
}

/** Makes sure that names made or replaced in a folder outlive a loss of power. Windows has no such call for folders. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform !== "win32") await sync(folder, "r");
}

async function sync(path: string, flags: string): Promise<void> {
  const file = await open(path, flags);
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
