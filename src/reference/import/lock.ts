import { randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { copyFile, link, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const lockName = ".import.lock";
/** How often whoever waits looks again, in milliseconds. */
const lookEvery = 200;
/** A holder that shows no life for this long is dead: ordering a register keeps a process busy for a minute or two. */
const usualPatience = 10 * 60_000;

/** Who holds a lock. */
export interface Holder {
  process: number;
  host: string;
  token: string;
}

/**
 * Runs work while no other import runs on the same folder; waits for one that does, and tells `onWait` once, with the lock's path. The lock
 * of an import that was killed on this machine is taken over at once; one of another machine when it showed no life for ten minutes.
 */
export async function withLock<Result>(
  folder: string,
  onWait: (holder: Holder, path: string) => void,
  work: () => Promise<Result>,
  patience = usualPatience,
): Promise<Result> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, lockName);
  const mine: Holder = { process: process.pid, host: hostname(), token: randomUUID() };
  await acquire(path, mine, onWait, patience);
  const beat = setInterval(() => void showLife(path, mine), patience / 20);
  beat.unref();
  try {
    return await work();
  } finally {
    clearInterval(beat);
    if ((await holderOf(path))?.token === mine.token) await rm(path, { force: true });
  }
}

async function acquire(path: string, mine: Holder, onWait: (holder: Holder, path: string) => void, patience: number): Promise<void> {
  // Written aside and linked into place: a lock is never seen half written.
  const own = `${path}-${mine.token}`;
  await writeFile(own, JSON.stringify(mine));
  try {
    const life = new SignsOfLife(path);
    for (let waited = false; !(await linked(own, path)); waited = true) {
      const holder = await holderOf(path);
      const silent = await life.silentFor();
      if (holder && (isGone(holder) || silent > patience)) await takeAway(path, holder);
      else {
        if (holder && !waited) onWait(holder, path);
        await sleep(lookEvery);
      }
    }
  } finally {
    await rm(own, { force: true });
  }
}

/** Writes the same again, which makes the file younger; never makes one that was taken away. */
async function showLife(path: string, mine: Holder): Promise<void> {
  if ((await holderOf(path))?.token === mine.token) await writeFile(path, JSON.stringify(mine), { flag: "r+" }).catch(() => {});
}

/** How long a lock has not changed while it was looked at. The clocks of two machines need not agree. */
class SignsOfLife {
  private readonly path: string;
  private seen = "";
  private since = performance.now();

  constructor(path: string) {
    this.path = path;
  }

  /** Milliseconds. */
  async silentFor(): Promise<number> {
    const found = await stat(this.path, { bigint: true }).catch(() => undefined);
    const now = `${found?.ino} ${found?.mtimeNs}`;
    if (now !== this.seen) this.since = performance.now();
    this.seen = now;
    return performance.now() - this.since;
  }
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    if (codeOf(error) === "ENOENT") throw error;
  }
  // Some file systems have no links.
  return copyFile(from, to, constants.COPYFILE_EXCL).then(
    () => true,
    (error) => {
      if (codeOf(error) === "EEXIST") return false;
      throw error;
    },
  );
}

async function holderOf(path: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(path, "utf8")) as Holder;
  } catch {
    return undefined;
  }
}

function isGone({ host, process: id }: Holder): boolean {
  return host === hostname() && !isRunning(id);
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

/** Two may find the same dead lock: only one can move it, and one that moved a living lock by mistake puts it back. */
async function takeAway(path: string, dead: Holder): Promise<void> {
  const aside = `${path}-${randomUUID()}`;
  await rename(path, aside).catch(() => {});
  const moved = await holderOf(aside);
  if (moved && moved.token !== dead.token) await linked(aside, path);
  await rm(aside, { force: true });
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
