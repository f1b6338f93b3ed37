import { type DocketVerification, JournalBody, type JournalEntry } from "../../model/index.js";
import { docketOpened, proves, provesNot, readChain, type StoredEntry } from "./chain.js";
import type { Connection, Row } from "./database.js";
import { fileFault, filesOf, keptFiles } from "./files.js";
import { ShownComparison } from "./shown.js";
import type { Docket } from "./store.js";

/** Objects that are named where what is shown differs. */
const mostNamed = 100;

/**
 * Recomputes the chain of a docket, and compares what is shown with what the journal says.
 *
 * @param heads digests that letters, reports or exports printed, whole or their first digits: each is looked for
 */
export async function verifyDocket(docket: Docket, heads: readonly string[] = []): Promise<DocketVerification> {
  return docket.read(async (view, connection) => {
    const comparison = new ShownComparison();
    const found = new Map<string, number>();
    const named = new Map<string, { entry: number; bytes: number }>();
    let id: string | null = null;
    let beside: Row = {};
    async function* stored(): AsyncGenerator<StoredEntry> {
      for await (const { entry, shown } of view.storedAndShown()) {
        beside = shown;
        yield entry;
      }
    }
    const visit = (entry: JournalEntry) => {
      if (entry.body.act === docketOpened && entry.number === 1) id = entry.body.object.id;
      comparison.compare(entry, beside);
      for (const { sha256, bytes } of filesOf(entry.body.after)) if (!named.has(sha256)) named.set(sha256, { entry: entry.number, bytes });
      for (const head of heads) if (entry.digest.startsWith(head)) found.set(head, entry.number);
    };
    const reading = await readChain(stored(), isBody, visit);
    const differences = reading.break ? null : await comparison.differing(connection, docket.projections);
    return {
      schemaVersion: "1",
      store: docket.database.name,
      docket: id,
      entries: reading.entries,
      from: reading.first,
      until: reading.last,
      head: reading.head,
      unbroken: reading.break === null,
      break: reading.break,
      shown: differences && { agrees: differences.length === 0, differing: differences.slice(0, mostNamed) },
      files: await filesVerified(connection, named, reading.break === null),
      heads: heads.map((given) => ({ given, number: found.get(given) ?? null })),
      clockBack: reading.clockBack,
      remarks: [...docket.database.remarks],
      proves: [...proves],
      provesNot: [...provesNot],
    };
  });
}

/** Recomputes the digest of every file that an entry names, and looks for files that none names. */
async function filesVerified(
  connection: Connection,
  named: Map<string, { entry: number; bytes: number }>,
  whole: boolean,
): Promise<DocketVerification["files"]> {
  const faults: DocketVerification["files"]["faults"] = [];
  let bytes = 0;
  for (const [sha256, { entry, bytes: stated }] of named) {
    const what = await fileFault(connection, sha256);
    if (what === null) bytes += stated;
    else faults.push({ sha256, entry, what });
  }
  const stray = whole ? (await keptFiles(connection)).filter((sha256) => !named.has(sha256)) : [];
  faults.push(...stray.map((sha256) => ({ sha256, entry: null, what: "it is kept, and no entry names it" })));
  return { named: named.size, bytes, faults: faults.slice(0, mostNamed) };
}

/** Whether a parsed text has the form of an entry's body. */
export function isBody(body: unknown): body is JournalBody {
  return JournalBody.safeParse(body).success;
}
