import type { Review } from "../../src/model/index.js";

/** How many reaches are left under each reading of what was promised and done: never added up, because a promise is no fact. */
export interface Standing {
  title: string;
  about: string;
  left: number;
}

/** From nothing done to everything kept, then supposed. */
export function standingsOf({ summary }: Review, supposed?: Review): Standing[] {
  const { reaches, reachesEnded } = summary;
  const { verified, inPlace, ifPromisesKept } = reachesEnded ?? { verified: 0, inPlace: 0, ifPromisesKept: 0 };
  return [
    { title: "Without any measure", about: "every reach that was found", left: reaches },
    { title: "With verified measures alone", about: "what somebody has checked", left: reaches - verified },
    { title: "With measures declared in place", about: "checked or not: what the answer counts", left: reaches - verified - inPlace },
    { title: "If promises were kept", about: "nothing of it is ended yet", left: reaches - verified - inPlace - ifPromisesKept },
    ...(supposed ? [{ title: "With what is supposed here", about: "declared by nobody", left: supposed.summary.residualReaches }] : []),
  ];
}

/** A measure with all that the review says of it. */
export interface MeasureRow {
  id: string;
  name: string;
  leaves: string;
  declared: NonNullable<Review["measures"]>[number]["declared"];
  /** Reaches that it takes part in ending. */
  ends: number;
  /** Reaches that it would take part in ending if it were in place. */
  wouldEnd: number;
  /** Ids of open findings that it would lift. */
  lifts: string[];
}

/** The measures that the review names: those declared first, then by how many findings they would lift. */
export function measureRows(review: Review): MeasureRow[] {
  const rows = (review.measures ?? []).map(({ id, name, leaves, declared }) => ({
    id,
    name,
    leaves,
    declared,
    ends: review.reaches.filter((one) => !one.residual && one.cutBy.some((cut) => cut.measure === id && cut.status !== "promised")).length,
    wouldEnd: review.reaches.filter((one) => one.residual && one.cutBy.some((cut) => cut.measure === id && cut.status === "promised"))
      .length,
    lifts: review.findings
      .filter((one) => one.measures.includes(id) && (one.status === "open" || one.status === "acceptance-expired"))
      .map((one) => one.id),
  }));
  return rows.sort((left, right) => right.declared.length - left.declared.length || right.lifts.length - left.lifts.length);
}

/** What can reach something, before any measure, if what is agreed were kept, and with what is verified alone. */
export interface ResidualRow {
  id: string;
  name: string;
  before: number;
  agreed: number;
  verified: number;
}

/** The reaches that are left of each holding or system, those with most before first: so that a promise never looks like a fact. */
export function residualRows({ reaches }: Pick<Review, "reaches">): ResidualRow[] {
  const rows = new Map<string, ResidualRow>();
  for (const { target, endedBy, endedIfPromisesKept } of reaches) {
    const id = `${target.kind} ${target.id}`;
    const row = rows.get(id) ?? { id, name: target.name, before: 0, agreed: 0, verified: 0 };
    row.before += 1;
    if (endedBy !== "verified") row.verified += 1;
    if (endedBy !== "verified" && endedBy !== "in-place" && !endedIfPromisesKept) row.agreed += 1;
    rows.set(id, row);
  }
  return [...rows.values()].sort((left, right) => right.before - left.before || (left.name < right.name ? -1 : 1));
}

/** The sum of all rows. */
export function residualSum(rows: readonly ResidualRow[]): Omit<ResidualRow, "id" | "name"> {
  const sum = (of: "before" | "agreed" | "verified") => rows.reduce((all, row) => all + row[of], 0);
  return { before: sum("before"), agreed: sum("agreed"), verified: sum("verified") };
}

/** How far a measure is, in the words of what is done about it: the furthest that anything declares. */
export function stageOf({ declared }: Pick<MeasureRow, "declared">): "proposed" | "agreed" | "in place" | "verified" {
  const stages = declared.map(({ status }) => status);
  if (stages.includes("verified")) return "verified";
  if (stages.includes("in-place")) return "in place";
  return stages.includes("promised") ? "agreed" : "proposed";
}
