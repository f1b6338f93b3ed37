import { byText, type Finding, type Measure, type MeasureProposals, type Reach } from "../model/index.js";
import { cutsPath } from "./cuts.js";
import { isUnanswered, type ProposeInput, placesOf, proposalFor, type Task } from "./propose.js";

type Demanded = MeasureProposals["demanded"][number];

/**
 * What the law demands for a transaction to go on at all: the security requirements that its restricting findings name. They are owed whether or
 * not they end a reach, and other measures do not take their place.
 */
export function demandedBy({ findings, reaches, basis }: ProposeInput, tasks: Task[]): Demanded[] {
  const byId = new Map(reaches.map((reach) => [reach.id, reach]));
  return basis.measures
    .filter(({ kind }) => kind === "security-requirements")
    .flatMap((measure) =>
      (["established", "cannot-be-excluded"] as const).flatMap((certainty) => {
        const demanding = demandsOf(measure, findings).filter((one) => one.certainty === certainty);
        if (demanding.length === 0) return [];
        const resting = demanding.flatMap((one) => one.reaches.flatMap((id): Reach[] => (byId.get(id) ? [byId.get(id) as Reach] : [])));
        return [
          {
            measure: measure.id,
            name: measure.name,
            certainty,
            citations: [...new Set(demanding.map(({ citation }) => citation))].sort(byText),
            findings: demanding.map(({ id }) => id),
            targets: placesOf(resting.map(({ target }) => target)),
            cutsReaches: withDemandMet(measure, demanding, tasks).some(({ open }, at) => open.length < (tasks[at]?.open.length ?? 0)),
          },
        ];
      }),
    );
}

/** The cheapest additions where what is demanded for certain is met for the transactions that it is demanded of; null where that changes nothing. */
export async function proposalBeside(input: ProposeInput, tasks: Task[]): Promise<MeasureProposals["besideDemanded"]> {
  const left = input.basis.measures
    .filter(({ kind }) => kind === "security-requirements")
    .reduce(
      (some, measure) =>
        withDemandMet(
          measure,
          demandsOf(measure, input.findings).filter(({ certainty }) => certainty === "established"),
          some,
        ),
      tasks,
    );
  if (left.every(({ open }, at) => open.length === tasks[at]?.open.length)) return null;
  const needing = left.filter(({ open }) => open.length > 0);
  return (await proposalFor(needing, input)) ?? { cost: 0, proven: "optimal", sets: [{ measures: [] }], complete: true };
}

function demandsOf({ id }: Measure, findings: Finding[]): Finding[] {
  return findings.filter((one) => isUnanswered(one) && one.outcome === "restricted" && one.measures.includes(id));
}

function withDemandMet(measure: Measure, demanding: Finding[], tasks: Task[]): Task[] {
  const transactions = new Set(demanding.map(({ transaction }) => transaction));
  return tasks.map((task) => {
    const cutting = task.cuttings.get(measure);
    if (!cutting || !transactions.has(task.reach.transaction)) return task;
    return { ...task, open: task.open.filter((path) => !cutsPath(cutting, path)) };
  });
}
