import type { BundleVerification, JournalEntry } from "../../model/index.js";
import type { Connection } from "../journal/database.js";
import {
  type Appended,
  type ClosedEntry,
  type Docket,
  DocketError,
  docketOpened,
  filesOf,
  inParts,
  insertEntries,
  keepFiles,
  type NewEntry,
  type NewFile,
  opened,
  type StoredEntry,
  showEntries,
  together,
} from "../journal/index.js";
import { checkObjectsOfCase } from "./objects-of-case.js";
import { entriesOf, fileOf, verifyBundle } from "./read.js";
import { BundleZip } from "./zip.js";

/** A bundle of a case holds at most so many entries of it. */
const mostOfCase = 200_000;

/** Verifies a backup, and says what is wrong with it as a source of a docket. */
export async function checkBackup(path: string): Promise<BundleVerification> {
  const verification = await verifyBundle(path);
  if (verification.manifest.kind !== "backup")
    throw new DocketError(
      "invalid",
      `${path} is the bundle of case ${verification.manifest.case}, not of a whole docket. \`beholden docket import\` takes it.`,
    );
  return verification;
}

/**
 * Puts a backup into an empty docket, all of it or nothing: the same entries with the same digests.
 *
 * @throws DocketError `refused` where the docket has entries already; `broken` where the backup does not verify
 */
export async function restoreBackup(docket: Docket, path: string): Promise<BundleVerification> {
  const verification = intact(await checkBackup(path));
  await withZip(path, (zip) => docket.write((connection) => restoreInto(docket, connection, zip)));
  return verification;
}

async function restoreInto({ database: { name }, projections }: Docket, connection: Connection, zip: BundleZip): Promise<void> {
  const [row] = await connection.all("SELECT COUNT(*) AS entries FROM journal");
  if (Number(row?.entries) > 0)
    throw new DocketError(
      "refused",
      `${name} holds ${row?.entries} entries already. A backup goes into an empty docket: name another one with --database.`,
    );
  for await (const some of inParts(entriesOf(zip), together)) {
    const stored = some.map((one) => withText(one, zip));
    const entries = stored.map(opened);
    for (const entry of entries) await keepFiles(connection, entry.body.after, filesIn(zip, entry));
    await insertEntries(connection, stored);
    await showEntries(connection, entries);
  }
  for (const one of projections) await one.follow(connection, "all");
}

function withText(stored: StoredEntry | ClosedEntry, zip: BundleZip): StoredEntry {
  if (stored.body === null) throw new DocketError("broken", `${zip.path}: entry ${stored.number} is there by its digest alone.`);
  return stored;
}

async function withZip<Result>(path: string, work: (zip: BundleZip) => Promise<Result>): Promise<Result> {
  const zip = await BundleZip.open(path);
  try {
    return await work(zip);
  } finally {
    zip.close();
  }
}

/** The files of an entry, read from its bundle where they are not kept yet. */
function filesIn(zip: BundleZip, { body }: JournalEntry): NewFile[] {
  return filesOf(body.after).map(({ sha256 }) => ({ sha256, content: () => fileOf(zip, sha256) }));
}

export interface ImportRequest {
  path: string;
  by: string;
  at: string;
}

/**
 * Takes the case of a bundle into a docket. Every entry keeps where it came from, when and by whom it was made there; the same bundle twice
 * acts once, and a later one of the same case adds what is new.
 *
 * @throws DocketError `refused` where the docket has a case of that id that did not come from there, or went on by itself since; `invalid`
 * where it brings anything else than objects of that case in their forms
 */
export async function importCase(
  docket: Docket,
  { path, by, at }: ImportRequest,
): Promise<Appended & { verification: BundleVerification }> {
  const entries: JournalEntry[] = [];
  const verification = intact(
    await verifyBundle(path, [], (entry) => {
      if (entry.body.act === docketOpened) return;
      if (entries.length === mostOfCase) throw new DocketError("invalid", `${path} holds more than ${mostOfCase} entries of one case.`);
      entries.push(entry);
    }),
  );
  const { manifest, sha256 } = verification;
  const of = manifest.case;
  if (manifest.kind !== "case" || of === null)
    throw new DocketError(
      "invalid",
      `${path} is a backup of a whole docket, not the bundle of a case. \`beholden docket restore\` takes it.`,
    );
  checkObjectsOfCase(path, of, entries.filter(changesCase));
  const appended = await withZip(path, (zip) =>
    docket.append({ by, at, key: `import:${sha256}`, asks: { import: sha256 } }, async (view) => {
      const here = await view.entries({ case: of });
      const news = newOnes(entries, here, manifest.docket, of);
      const taken: NewEntry = {
        act: "case-imported",
        case: of,
        object: { kind: "import", id: sha256 },
        after: { docket: manifest.docket, case: of, head: manifest.head, entries: news.length },
      };
      return [taken, ...news.map((entry) => ({ ...copied(entry, manifest.docket), files: filesIn(zip, entry) }))];
    }),
  );
  return { ...appended, verification };
}

function intact(verification: BundleVerification): BundleVerification {
  if (verification.intact) return verification;
  const { break: broken, faults, bundle } = verification;
  const what = broken ? `at entry ${broken.number} ${broken.what}` : faults.join("; ");
  throw new DocketError("broken", `${bundle} does not verify: ${what}. Nothing was taken from it.`);
}

/** The entries that are not here yet, where what is here is what the bundle begins with. */
function newOnes(bundled: JournalEntry[], here: JournalEntry[], docket: string, of: string): JournalEntry[] {
  const own = here.filter(changesCase);
  const theirs = bundled.filter(changesCase);
  const apart = own.findIndex(({ body }, index) => {
    const there = theirs[index];
    return body.origin?.docket !== docket || body.origin.digest !== there?.digest;
  });
  if (apart >= 0) {
    const { number, body } = own[apart] as JournalEntry;
    throw new DocketError(
      "refused",
      `there is a case ${of} here that is not the bundle's: entry ${number} (${body.act} by ${body.by}) did not come from it.`,
    );
  }
  const known = new Set(own.map(({ body }) => body.origin?.digest));
  return theirs.filter(({ digest }) => !known.has(digest));
}

/** What was done with a case without changing it: taken, exported, read. A docket has its own of these. */
const notItsOwn = ["import", "export", "read"];

function changesCase({ body }: JournalEntry): boolean {
  return !notItsOwn.includes(body.object.kind);
}

function copied(
  { number, digest, body: { act, case: of, object, after, reason, at, by, origin } }: JournalEntry,
  docket: string,
): NewEntry {
  // The docket that the bundle came from; whether it had it from another one stands in its own journal.
  return { act, case: of, object, after, reason, origin: { docket, number, digest, at: origin?.at ?? at, by: origin?.by ?? by } };
}
