import { byText, type EnforcementDryRun, type TrafficEnd, type TrafficRow, type TrafficTally } from "../../model/index.js";
import type { Block } from "./block.js";

/** Whom a name or address belongs to that the block does not cut off, and why it does not. */
export interface StaysOpen {
  provider: string;
  why: string;
}

/** A declared system, or a name for what is none. */
export interface SystemOfRow {
  system: string | null;
  name: string;
}

export interface DryRunQuestions {
  block: Block;
  /** Undefined for what is nobody's of the providers to be cut off. */
  nameOpen(name: string): StaysOpen | undefined;
  addressOpen(address: string): StaysOpen | undefined;
  /** Whose traffic it is, by the address on the own side and the path of the log. */
  systemOf(own: string | null, path: string): SystemOfRow;
  isOwn(address: string): boolean;
}

type Verdict = { cut: string } | { open: StaysOpen } | null;
type Tally = { rows: number; bytes: number; told: boolean; first: number; last: number };
type End = Tally & { value: string; provider: string | null; why: string };

/** Far ends kept one by one; more are in the sums alone. */
const mostEnds = 100_000;
/** Answers that are remembered, so that memory does not grow with the log. */
const mostRemembered = 200_000;
const endsListed = 20;

/** Adds up, row by row, what a block would have cut off. Memory is bounded, whatever the length of the log. */
export class DryRun {
  /** Rows of far ends beyond those that are kept one by one. */
  rowsOfFurtherEnds = 0;
  private readonly questions: DryRunQuestions;
  private readonly rows = { read: 0, cut: 0, open: 0, refused: 0, others: 0 };
  private readonly systems = new Map<string, SystemOfRow & { sum: Tally; ends: Map<string, End> }>();
  private readonly open = { sum: emptyTally(), ends: new Map<string, End>() };
  private readonly verdictOn: (value: string, isName: boolean) => Verdict;
  private readonly systemOf: (own: string | null, path: string) => SystemOfRow;
  private kept = 0;

  constructor(questions: DryRunQuestions) {
    this.questions = questions;
    this.verdictOn = remembering((value, isName) => (isName ? this.onName(value) : this.onAddress(value)));
    this.systemOf = remembering((own, path) => questions.systemOf(own, path));
  }

  add(row: TrafficRow, path: string): void {
    this.rows.read += 1;
    const found = row.name === null ? this.flow(row) : this.query(row, row.name);
    if (!found) this.rows.others += 1;
    else if (row.refused) this.rows.refused += 1;
    else if ("cut" in found.verdict) {
      this.rows.cut += 1;
      const { system, name } = this.systemOf(found.own, path);
      const key = system === null ? `name ${name}` : `id ${system}`;
      const known = this.systems.get(key) ?? { system, name, sum: emptyTally(), ends: new Map<string, End>() };
      this.systems.set(key, known);
      addRow(known.sum, row);
      this.addEnd(known.ends, found.far, { provider: null, why: found.verdict.cut }, row);
    } else {
      this.rows.open += 1;
      addRow(this.open.sum, row);
      this.addEnd(this.open.ends, found.far, found.verdict.open, row);
    }
  }

  result(): Pick<EnforcementDryRun, "rows" | "systems" | "open"> {
    const systems = [...this.systems.values()].map(({ system, name, sum, ends }) => ({ system, name, ...shown(sum), ...listed(ends) }));
    return {
      rows: { ...this.rows },
      systems: systems.sort((left, right) => right.rows - left.rows || byText(left.name, right.name)),
      open: { ...shown(this.open.sum), ...listed(this.open.ends) },
    };
  }

  /** A query is cut by its name, or by an address in the answer, as a policy zone does. */
  private query(row: TrafficRow, name: string) {
    const verdict = this.verdictOn(name, true);
    const own = row.ends[0] ?? null;
    if (verdict && "cut" in verdict) return { verdict, far: name, own };
    const rule = row.answers.map((address) => this.questions.block.addressRule(address)).find((one) => one !== undefined);
    if (rule !== undefined) return { verdict: { cut: `${rule}, of an address in the answer` }, far: name, own };
    return verdict ? { verdict, far: name, own } : null;
  }

  /** The far end is the one that the block or the providers have; an own address never is. */
  private flow({ ends: [source = "", destination = ""] }: TrafficRow) {
    for (const [far, own] of [
      [destination, source],
      [source, destination],
    ] as const) {
      const verdict = this.verdictOn(far, false);
      if (verdict) return { verdict, far, own };
    }
    return null;
  }

  private onName(name: string): Verdict {
    const rule = this.questions.block.nameRule(name);
    if (rule !== undefined) return { cut: rule };
    const open = this.questions.nameOpen(name);
    return open ? { open } : null;
  }

  private onAddress(address: string): Verdict {
    if (this.questions.isOwn(address)) return null;
    const rule = this.questions.block.addressRule(address);
    if (rule !== undefined) return { cut: rule };
    const open = this.questions.addressOpen(address);
    return open ? { open } : null;
  }

  private addEnd(ends: Map<string, End>, value: string, told: { provider: string | null; why: string }, row: TrafficRow): void {
    const known = ends.get(value);
    if (known) addRow(known, row);
    else if (this.kept >= mostEnds) this.rowsOfFurtherEnds += 1;
    else {
      this.kept += 1;
      const end: End = { value, ...told, ...emptyTally() };
      addRow(end, row);
      ends.set(value, end);
    }
  }
}

/** The same answers, of which the last ones are kept. */
function remembering<First extends string | null, Second extends string | boolean, Answer>(
  ask: (first: First, second: Second) => Answer,
): (first: First, second: Second) => Answer {
  const answers = new Map<string, { answer: Answer }>();
  return (first, second) => {
    const key = `${first}\n${second}`;
    const known = answers.get(key);
    if (known) return known.answer;
    const answer = ask(first, second);
    if (answers.size >= mostRemembered) answers.clear();
    answers.set(key, { answer });
    return answer;
  };
}

function emptyTally(): Tally {
  return { rows: 0, bytes: 0, told: false, first: -1, last: -1 };
}

function addRow(tally: Tally, { bytes, first, last }: TrafficRow): void {
  tally.rows += 1;
  if (bytes !== null) {
    tally.bytes += bytes;
    tally.told = true;
  }
  if (first >= 0 && (tally.first < 0 || first < tally.first)) tally.first = first;
  if (last > tally.last) tally.last = last;
}

function shown({ rows, bytes, told, first, last }: Tally): TrafficTally {
  return { rows, bytes: told ? bytes : null, firstSeen: instant(first), lastSeen: instant(last) };
}

function listed(ends: ReadonlyMap<string, End>): { ends: TrafficEnd[]; moreEnds: number } {
  const all = [...ends.values()].sort((left, right) => right.rows - left.rows || byText(left.value, right.value));
  const first = all.slice(0, endsListed).map(({ value, provider, why, ...tally }) => ({ value, provider, why, ...shown(tally) }));
  return { ends: first, moreEnds: all.length - first.length };
}

/** The last second that a date in ISO 8601 with four-digit years can name. */
const lastSecond = 253_402_300_799;

function instant(seconds: number): string | null {
  return seconds < 0 || seconds > lastSecond ? null : new Date(seconds * 1000).toISOString().replace(".000Z", "Z");
}
