/** A hop of a reach that somebody disputes, as a note of a docket says it. */
export interface Dispute {
  hop: number;
  reach: number;
  run: string;
  review: string;
}

/** How the note of a dispute begins: which hop of which reach of which run. */
export function disputeHead({ hop, reach, run, review }: Dispute): string {
  return `Hop ${hop} of reach ${reach} of run ${run} (review ${review})`;
}

const head = /^Hop (\d{1,4}) of reach (\d{1,8}) of run (r\d{1,9}) \(review ([0-9a-f]{16})\)/;

/** What a note disputes; null where it is another note. */
export function readDispute(note: string): Dispute | null {
  const [, hop, reach, run, review] = head.exec(note) ?? [];
  return hop && reach && run && review ? { hop: Number(hop), reach: Number(reach), run, review } : null;
}
