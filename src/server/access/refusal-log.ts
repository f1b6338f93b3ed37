import { type Docket, noteRefusals, type RefusalReason } from "../../docket/index.js";

/** How often at most the same refusal is written. */
const writtenEvery = 1_000;
/** Refusals that wait to be written; more are told as one that names nobody. */
const mostWaiting = 200;

export interface RefusalLog {
  note(reason: RefusalReason, who: string): void;
}

/** Notes sign-ins that were refused, gathered, so that whoever knocks a thousand times costs one write. */
export function refusalLog(docket: Docket, clock: () => Date, tell: (line: string) => void): RefusalLog {
  const waiting = new Map<string, { reason: RefusalReason; who: string; times: number }>();
  let timer: NodeJS.Timeout | null = null;
  let writtenAt = 0;

  const write = async () => {
    timer = null;
    writtenAt = clock().getTime();
    const all = [...waiting.values()];
    waiting.clear();
    for (const one of all) await noteRefusals(docket, { ...one, at: clock().toISOString() });
  };
  const soon = () => {
    if (timer) return;
    const wait = Math.max(0, writtenAt + writtenEvery - clock().getTime());
    timer = setTimeout(
      () => write().catch((error: Error) => tell(`a refused sign-in was not noted: ${error.message}`)),
      Math.min(wait, writtenEvery),
    );
    timer.unref();
  };

  return {
    note(reason, given) {
      const who = waiting.size < mostWaiting ? given : "";
      const key = `${reason} ${who}`;
      const before = waiting.get(key);
      waiting.set(key, { reason, who, times: (before?.times ?? 0) + 1 });
      soon();
    },
  };
}
