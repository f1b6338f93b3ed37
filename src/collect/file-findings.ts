import type { Link, Observation, Problem } from "../model/index.js";
import type { Findings, Format, Seen } from "./format.js";
import type { LeftOutLedger } from "./left-out.js";
import { maxProblemsPerCode } from "./limits.js";

/** From here on a slice of the text would keep the whole text in memory. */
const copiedAbove = 1024 * 1024;

/** What one format says of one file. */
export class FileFindings implements Findings {
  readonly observations: Observation[] = [];
  readonly links: Link[] = [];
  readonly link?: Findings["link"];
  private readonly path: string;
  private readonly ledger: LeftOutLedger;
  private readonly reported = new Map<string, Problem[]>();
  private readonly counts = new Map<string, number>();
  private format = "";
  private copies = false;

  constructor(path: string, ledger: LeftOutLedger, withLinks = false) {
    this.path = path;
    this.ledger = ledger;
    if (withLinks) this.link = (link) => void this.links.push({ path, ...link });
  }

  of(format: Format, size: number): this {
    this.format = format.id;
    // A log's addresses and sums are made anew while counting: no slices of its text.
    this.copies = size > copiedAbove && !format.readsTraffic;
    return this;
  }

  observe(seen: Seen): void {
    const observation: Observation = { path: this.path, column: null, count: 1, format: this.format, ...seen };
    this.observations.push(this.copies ? (JSON.parse(JSON.stringify(observation)) as Observation) : observation);
  }

  /** Of one code, the first ones by themselves; a hostile file could give millions. */
  problem(problem: Omit<Problem, "path">): void {
    const sameCode = this.reported.get(problem.code) ?? [];
    // A file that is read twice says the same things twice.
    if (sameCode.some((one) => one.line === problem.line && one.column === problem.column && one.message === problem.message)) return;
    this.reported.set(problem.code, sameCode);
    this.counts.set(problem.code, (this.counts.get(problem.code) ?? 0) + 1);
    if (sameCode.length < maxProblemsPerCode) sameCode.push({ path: this.path, ...problem });
  }

  leaveOut(left: { reason: string; count: number }): void {
    this.ledger.named({ path: this.path, ...left });
  }

  problems(): Problem[] {
    return [...this.reported].flatMap(([code, problems]) => {
      const more = (this.counts.get(code) ?? 0) - problems.length;
      const last = problems.at(-1);
      return more > 0 && last
        ? [...problems, { ...last, line: null, column: null, message: `${more} more problems of this kind in the file` }]
        : problems;
    });
  }

  forget(): void {
    this.observations.length = 0;
    this.links.length = 0;
    this.reported.clear();
    this.counts.clear();
  }
}
