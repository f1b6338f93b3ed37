import type { DependencyTime, Impact, ImpactComparison, ImpactRange, VerdictCounts } from "../../../model/index.js";
import { byGravity, scenarioWords } from "../../impact/words.js";

/** Scenarios side by side, and what becomes of each system in them. */
export interface ComparedImpacts {
  title: string;
  asOf: string;
  scenarios: { id: string; name: string; on: string; counts: VerdictCounts }[];
  rows: { id: string; name: string; about: string; states: ImpactRange[] }[];
  /** Rows that are the same in all scenarios and are not among the rows. */
  same: number;
}

const named: Record<DependencyTime, string> = { build: "build", deploy: "deploy", run: "run", restore: "restore" };

/** One scenario: every system, worst over all times. */
export function ofImpact(impact: Impact): ComparedImpacts {
  const { scenario, totals, systems, subject, asOf } = impact;
  return {
    title: `What becomes of the systems of ${subject}`,
    asOf,
    scenarios: [{ id: scenario.id, name: scenario.name ?? scenarioWords(scenario), on: scenario.on, counts: totals.systems }],
    rows: byGravity(systems).map(({ id, name, verdict, least, most, times }) => ({
      id,
      name,
      about: (Object.keys(named) as DependencyTime[])
        .filter((time) => times[time].verdict !== "goes-on")
        .map((time) => `${named[time]}: ${times[time].verdict.replaceAll("-", " ")}`)
        .join(", "),
      states: [{ verdict, least, most }],
    })),
    same: 0,
  };
}

/** Two or three scenarios: only the systems that are not in the same state in all of them. */
export function ofComparison(comparison: ImpactComparison): ComparedImpacts {
  return {
    title: `What becomes of the systems of ${comparison.subject}: what differs`,
    asOf: comparison.asOf,
    scenarios: comparison.scenarios.map(({ scenario, totals }) => ({
      id: scenario.id,
      name: scenario.name ?? scenarioWords(scenario),
      on: scenario.on,
      counts: totals.systems,
    })),
    rows: comparison.systems.map(({ id, name, times, states }) => ({
      id: `${id} ${times.join(" ")}`,
      name,
      about: times.map((time) => named[time]).join(", "),
      states,
    })),
    same: comparison.same.systems,
  };
}
