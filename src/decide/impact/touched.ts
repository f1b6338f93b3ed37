import type {
  DataToMove,
  Day,
  DeclaredContract,
  ImpactedSystem,
  Inventory,
  RecoveryCheck,
  RevenueAtStake,
  System,
  TouchedContract,
  TouchedEntity,
} from "../../model/index.js";
import { dayAfter, daysBetween } from "./exit-plan.js";

/** A system is touched where it may not go on. */
function touched(system: ImpactedSystem): boolean {
  return system.most !== "goes-on";
}

/** Daily revenue by what becomes of its system at run time. The three sums are of different systems; none is part of another. */
export function revenueAtStake(systems: readonly ImpactedSystem[]): RevenueAtStake {
  const sum = (verdict: string) =>
    systems.filter((one) => one.times.run.verdict === verdict).reduce((total, one) => total + (one.dailyRevenueUsd ?? 0), 0);
  return {
    stopsUsd: sum("stops"),
    degradesUsd: sum("degrades"),
    cannotBeToldUsd: sum("cannot-be-told"),
    undeclared: systems.filter((one) => one.times.run.most !== "goes-on" && one.dailyRevenueUsd === null).map(({ id }) => id),
  };
}

/** Whether the declared contract is with somebody who is cut off. */
export type ContractWith = (contract: DeclaredContract) => { name: string; systems: string[] } | undefined;

/** Contracts with those who are cut off: when they can end, and whom that touches. */
export function touchedContracts(contracts: readonly DeclaredContract[], withWhom: ContractWith, asOf: Day, on: Day): TouchedContract[] {
  return contracts.flatMap((contract) => {
    const other = withWhom(contract);
    if (!other || (contract.until !== undefined && contract.until < asOf)) return [];
    const { id, name = id, until, noticeDays, yearlyUsd = null, people = null } = contract;
    const noticed = noticeDays === undefined ? undefined : dayAfter(asOf, noticeDays);
    const ends = [until, noticed].filter((one) => one !== undefined).sort();
    const earliestEnd = ends[0] ?? null;
    return [
      {
        id,
        name,
        with: other.name,
        systems: contract.systems ?? other.systems,
        until: until ?? null,
        earliestEnd,
        daysBeyond: earliestEnd === null ? 0 : Math.max(0, daysBetween(on, earliestEnd)),
        yearlyUsd,
        people,
      },
    ];
  });
}

/** The subject and each entity declared, with what becomes of its systems: a rule on a person reaches its branches wherever they are. */
export function touchedEntities(subject: Inventory["subject"] | undefined, systems: readonly ImpactedSystem[]): TouchedEntity[] {
  if (!subject) return [];
  const declared = subject.entities ?? [];
  const known = new Set(declared.map(({ id }) => id));
  const its = (id: string | null) => systems.filter((one) => (one.entity !== null && known.has(one.entity) ? one.entity : null) === id);
  const entity = (id: string | null, rest: Omit<TouchedEntity, "systems" | "staff">): TouchedEntity => {
    const staff = its(id).flatMap((one) => (touched(one) && one.staff !== null ? [one.staff] : []));
    return {
      ...rest,
      systems: its(id).map(({ id: system, verdict }) => ({ id: system, verdict })),
      staff: staff.length > 0 ? staff.reduce((sum, one) => sum + one, 0) : null,
    };
  };
  return [
    entity(null, { id: "subject", name: subject.name, kind: "subject", jurisdiction: subject.jurisdiction ?? null }),
    ...declared.map(({ id, name, kind, jurisdiction }) => entity(id, { id, name, kind, jurisdiction })),
  ];
}

const hoursInDay = 24;

/**
 * Whether a system can be restored elsewhere within its objective, were it cut off before it has moved: its declared migration, and before that the
 * data that it holds. What is not declared is not taken as nothing: the objective can then be missed for sure, but never met for sure.
 *
 * @param moves whether the exit moves something of the system itself; else it is back when what it needs is
 */
export function recoveryChecks(
  systems: readonly ImpactedSystem[],
  declared: readonly System[],
  data: readonly DataToMove[],
  moves: (system: string) => boolean,
): RecoveryCheck[] {
  return systems.filter(touched).flatMap((system): RecoveryCheck[] => {
    const { recoveryTimeHours: objectiveHours, migrationDays } = declared.find(({ id }) => id === system.id) ?? {};
    if (objectiveHours === undefined) return [];
    const told = { system: system.id, name: system.name, objectiveHours };
    if (!moves(system.id)) {
      const because = `It has nothing of its own to move: it is back when what it needs is; the objective is ${objectiveHours} hours.`;
      return [{ ...told, hours: null, atLeast: true, met: "cannot-be-told", because }];
    }
    const its = data.filter((one) => one.system === system.id);
    const parts = [...its.map(({ hours }) => hours), migrationDays === undefined ? null : migrationDays * hoursInDay];
    const atLeast = parts.includes(null);
    const known = parts.reduce<number>((sum, one) => sum + (one ?? 0), 0);
    const hours = parts.every((one) => one === null) ? null : Math.round(known * 10) / 10;
    const met = hours !== null && hours > objectiveHours ? "no" : atLeast ? "cannot-be-told" : "yes";
    const missing = [
      ...(migrationDays === undefined ? ["how long moving it takes is not declared (migrationDays)"] : []),
      ...its.filter((one) => one.hours === null).map((one) => `how long its data ${one.holding} take is not known`),
    ];
    const takes =
      hours === null
        ? "How long restoring elsewhere takes is not known"
        : `Restoring elsewhere takes ${atLeast ? "at least " : ""}${hours} hours`;
    return [{ ...told, hours, atLeast, met, because: `${[`${takes}, the objective is ${objectiveHours}`, ...missing].join("; ")}.` }];
  });
}
