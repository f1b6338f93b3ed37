import { dependencyTimes, type Impact, type ImpactByTime, type ImpactComparison } from "../model/index.js";

/** At most so many stand side by side. */
export const mostScenarios = 3;

/** Scenarios side by side: totals of each, and of systems, assets and holdings only what is not the same in all. */
export function compareImpacts(impacts: readonly Impact[]): ImpactComparison {
  const [first] = impacts;
  if (!first) throw new Error("no scenario to compare");
  const systems = differing(impacts.map((one) => one.systems));
  const parts = impacts.map((one) => one.assets.filter(({ kind }) => kind !== "system"));
  const assets = differing(parts);
  return {
    schemaVersion: "1",
    tool: first.tool,
    asOf: first.asOf,
    subject: first.subject,
    scenarios: impacts.map(({ scenario, answer, totals, revenue, data, exit }) => ({
      scenario,
      answer,
      totals,
      revenue,
      gigabytes: data.reduce((sum, one) => sum + (one.gigabytes ?? 0), 0),
      exitDays: exit.days,
      daysLate: exit.daysLate,
    })),
    systems,
    assets,
    holdings: differingHoldings(impacts),
    same: {
      systems: first.systems.length - new Set(systems.map(({ id }) => id)).size,
      assets: (parts[0]?.length ?? 0) - new Set(assets.map(({ id }) => id)).size,
    },
  };
}

/** All scenarios tell of the same things in the same order: they were read from the same artefacts. Times with the same states are told once. */
function differing(perScenario: readonly (readonly { id: string; name: string; times: ImpactByTime }[])[]): ImpactComparison["systems"] {
  const [first = []] = perScenario;
  return first.flatMap(({ id, name }, at) => {
    const rows = new Map<string, ImpactComparison["systems"][number]>();
    for (const time of dependencyTimes) {
      const states = perScenario.flatMap((all) => all[at]?.times[time] ?? []);
      if (states.every(({ least, most }) => least === states[0]?.least && most === states[0]?.most)) continue;
      const key = JSON.stringify(states);
      const known = rows.get(key);
      if (known) known.times.push(time);
      else rows.set(key, { id, name, times: [time], states });
    }
    return [...rows.values()];
  });
}

function differingHoldings(impacts: readonly Impact[]): ImpactComparison["holdings"] {
  const names = new Map(impacts.flatMap(({ data }) => data.map(({ holding, name }) => [holding, name] as const)));
  return [...names].flatMap(([id, name]) => {
    const moved = impacts.map(({ data }) => {
      const found = data.find(({ holding }) => holding === id);
      return found === undefined ? ("no" as const) : found.certainty === "sure" ? ("yes" as const) : ("possible" as const);
    });
    return new Set(moved).size > 1 ? [{ id, name, moved }] : [];
  });
}
