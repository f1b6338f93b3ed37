import type { refusalReasons, SignInRefusal } from "../../model/index.js";
import type { Docket } from "../journal/index.js";

export type RefusalReason = (typeof refusalReasons)[number];

/**
 * As many lines are kept as this, the newest; each person and reason is one line, with a count. It stands beside the journal, not in it: a
 * stranger must not be able to fill the record.
 */
export const mostRefusals = 1_000;

/** Notes that somebody was not let in, so often. */
export async function noteRefusals(
  docket: Docket,
  { reason, who, at, times }: { reason: RefusalReason; who: string; at: string; times: number },
): Promise<void> {
  await docket.database.write(async (connection) => {
    await connection.run(
      `INSERT INTO access_refusal (reason, who, times, first_at, last_at) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (reason, who) DO UPDATE SET times = access_refusal.times + excluded.times, last_at = excluded.last_at`,
      [reason, who.slice(0, 254), times, at, at],
    );
    await connection.run(
      `DELETE FROM access_refusal WHERE last_at <
        (SELECT MIN(kept.last_at) FROM (SELECT last_at FROM access_refusal ORDER BY last_at DESC LIMIT ${mostRefusals}) AS kept)`,
    );
  });
}

/** Sign-ins that were refused, the newest first. */
export async function listRefusals(docket: Docket): Promise<SignInRefusal[]> {
  const rows = await docket.readRaw((connection) => connection.all("SELECT * FROM access_refusal ORDER BY last_at DESC, reason, who"));
  return rows.map(({ reason, who, times, first_at, last_at }) => ({
    reason: reason as RefusalReason,
    who: String(who),
    times: Number(times),
    first: String(first_at),
    last: String(last_at),
  }));
}
