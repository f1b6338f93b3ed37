import { createHash } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { readCompiledPackFile } from "../judge/compiled-packs.js";
import { rulePackPaths } from "../judge/files.js";
import type { Day, RulePack } from "../model/index.js";
import { packageRoot } from "../package-root.js";
import { replaceFile } from "../reference/import/durable.js";
import { withLock } from "../reference/import/lock.js";
import { comparePacks, itemsOf } from "./compare-packs.js";
import { readEdition } from "./in-force.js";
import { editionPath, type PackEdition, packsFolder, readPackNote, writePackNote } from "./pack-note.js";

/**
 * Takes note of the rule packs that came with beholden, and keeps their texts: the first that a folder of data sees is what later ones are held
 * against; another one is a change set from the edition that was in force. Where all are noted already nothing is written.
 *
 * @param day today, UTC
 * @param rules the folder of the packs
 */
export async function takeInPacks(data: string, day: Day, rules = join(packageRoot(), "rules")): Promise<void> {
  const came = await Promise.all(
    (await rulePackPaths(rules, rules)).map(async (path) => {
      const text = await readFile(path);
      return { path, pack: basename(path).replace(/\.ya?ml$/, ""), text, sha256: createHash("sha256").update(text).digest("hex") };
    }),
  );
  const isNews = async ({ pack, sha256 }: (typeof came)[number]) => (await readPackNote(data, pack))?.after.sha256 !== sha256;
  const news = await filtered(came, isNews);
  if (news.length === 0) return;
  await withLock(
    packsFolder(data),
    () => {},
    async () => {
      // Another process may have noted them while this one waited.
      for (const { path, pack, text, sha256 } of await filtered(news, isNews)) {
        const read = await readCompiledPackFile(path, join(packageRoot(), "dist", "rules"));
        await keepEdition(data, pack, sha256, text.toString("utf8"));
        const before = await editionBefore(data, pack);
        const settled = before === null || (await isSame(data, pack, before.sha256, read.pack));
        const after = { sha256, title: read.pack.title, notedOn: day, records: countOf(read.pack) };
        await writePackNote(data, pack, { after, before, decision: null, rows: {}, settled, inForce: sha256 });
      }
    },
  );
}

/** Keeps the text of an edition. */
export async function keepEdition(data: string, pack: string, sha256: string, text: string): Promise<void> {
  await mkdir(join(packsFolder(data), pack), { recursive: true });
  await replaceFile(join(packsFolder(data), pack), basename(editionPath(data, pack, sha256)), text);
}

/** Rules, criteria, terms and duties of a pack. */
export function countOf(pack: RulePack): number {
  return [...itemsOf(pack).values()].filter(({ kind }) => kind !== "part").length;
}

/** What was in force until now; null where that was nothing, or can no longer be read. */
async function editionBefore(data: string, pack: string): Promise<PackEdition | null> {
  const note = await readPackNote(data, pack);
  if (!note) return null;
  const known = [note.after, note.before].find((one) => one?.sha256 === note.inForce);
  if (known) return known;
  const read = await readEdition(data, pack, note.inForce).catch(() => null);
  return read && { sha256: note.inForce, title: read.pack.title, notedOn: note.after.notedOn, records: countOf(read.pack) };
}

/** Whether two editions differ in remarks alone: nobody has to decide on that. */
async function isSame(data: string, pack: string, before: string, after: RulePack): Promise<boolean> {
  return comparePacks((await readEdition(data, pack, before)).pack, after).rows.length === 0;
}

async function filtered<Item>(all: readonly Item[], test: (one: Item) => Promise<boolean>): Promise<Item[]> {
  const kept = await Promise.all(all.map(test));
  return all.filter((_, at) => kept[at]);
}
