import { useCallback, useEffect, useRef, useState } from "react";
import type { DocketRecord, JournalHead, RecordLine } from "../../src/model/index.js";
import { addressOf } from "../state/address.js";
import { get } from "./client.js";
import { RequestFailed, type RequestFailure } from "./problem.js";
import { type Answered, useAnswer } from "./use-answer.js";

/** Lines that one request reads. */
const page = 1_000;
/** Lines that are read by themselves; older ones when they are asked for. */
const byItself = 20_000;

/** A page of the record as one sees it. */
type RecordPage = DocketRecord & { withheld: number };

/** The record as far as it was read, the newest first. */
export interface ReadRecord {
  lines: readonly RecordLine[];
  withheld: number;
  head: JournalHead | null;
  /** Where older lines begin; null: everything is read. */
  next: number | null;
  reading: boolean;
  failure: RequestFailure | null;
  /** Reads older lines than are read by themselves. */
  older(): void;
  again(): void;
}

const nothing = { lines: [] as RecordLine[], withheld: 0, head: null as JournalHead | null, next: null as number | null };

/** Where the head of the journal is asked for. */
export const headPath = "/api/record?newestFirst=true&limit=1";

/** The newest entry of the journal, by which letters and reports can be compared. */
export function useHead(wanted: boolean): Answered<RecordPage> {
  return useAnswer<RecordPage>(wanted ? headPath : null);
}

/**
 * The record of everything, or of one case: page by page, the newest first, so that the first lines are there at once.
 *
 * @param of the case; null: everything
 */
export function useRecord(of: string | null): ReadRecord {
  const [read, setRead] = useState(nothing);
  const [reading, setReading] = useState(true);
  const [failure, setFailure] = useState<RequestFailure | null>(null);
  const [most, setMost] = useState(byItself);
  const [turn, setTurn] = useState(0);
  const stop = useRef(() => {});
  const path = of === null ? "/api/record" : `/api/cases/${encodeURIComponent(of)}/record`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another turn reads it anew
  useEffect(() => {
    setRead(nothing);
    setMost(byItself);
  }, [path, turn]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was read is gone on from, and is no reason to begin again
  useEffect(() => {
    let stopped = false;
    stop.current = () => {
      stopped = true;
    };
    readOn(path, most, most > byItself ? read : nothing, (found, more) => {
      if (stopped) return false;
      setRead(found);
      setReading(more);
      return true;
    }).catch((error: unknown) => {
      if (stopped) return;
      if (!(error instanceof RequestFailed)) throw error;
      setFailure(error.failure);
      setReading(false);
    });
    setReading(true);
    setFailure(null);
    return () => stop.current();
  }, [path, most, turn]);
  const older = useCallback(() => setMost((now) => now + byItself), []);
  const again = useCallback(() => setTurn((now) => now + 1), []);
  return { ...read, reading, failure, older, again };
}

async function readOn(
  path: string,
  most: number,
  from: typeof nothing,
  told: (found: typeof nothing, more: boolean) => boolean,
): Promise<void> {
  let found = from;
  for (let after = from.next, first = from.lines.length === 0; first || after !== null; first = false) {
    const query = { newestFirst: "true", limit: String(first ? 200 : page), after: after === null ? undefined : String(after) };
    const answer = await get<RecordPage>(addressOf(path, query));
    found = {
      lines: [...found.lines, ...answer.lines],
      withheld: found.withheld + answer.withheld,
      head: found.head ?? answer.head,
      next: answer.next,
    };
    const more = answer.next !== null && found.lines.length < most;
    if (!told(found, more) || !more) return;
    after = answer.next;
  }
}
