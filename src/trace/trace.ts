import {
  type AttributedObservation,
  byText,
  confidences,
  type Day,
  type Effect,
  effects,
  type Inventory,
  type Path,
  type Reach,
  type Reference,
  type Transaction,
} from "../model/index.js";
import { asPath, type CommandPath, commandPaths } from "./command.js";
import { type Tail, tails } from "./endpoints.js";
import { territoryStep } from "./service.js";

/** What a trace is drawn from. */
export interface TraceInput {
  transactions: Transaction[];
  observations: AttributedObservation[];
  inventory: Inventory | null;
  reference: Reference;
  asOf: Day;
}

/**
 * Every reach of every government through the transactions, on a day, each with its strongest path first and all others as
 * alternatives. Measures are not applied: `residual` is true throughout.
 */
export function trace(input: TraceInput): Reach[] {
  const byId = new Map(input.observations.map((one) => [one.id, one]));
  const command = rememberedCommand(input.reference, input.asOf);
  const reaches = input.transactions.flatMap((transaction) => {
    const observations = transaction.observations.flatMap((id) => byId.get(id) ?? []);
    const found = tails({ transaction, observations, inventory: input.inventory, reference: input.reference });
    return joinPaths(transaction, found, command, input);
  });
  return reaches.sort(byGravity);
}

type Command = (party: string, effect: Effect) => CommandPath[];

function rememberedCommand(reference: Reference, asOf: Day): Command {
  const known = new Map<string, CommandPath[]>();
  return (party, effect) => {
    const key = `${effect} ${party}`;
    const paths = known.get(key) ?? commandPaths(party, effect, reference, asOf);
    known.set(key, paths);
    return paths;
  };
}

function joinPaths(transaction: Transaction, found: Tail[], command: Command, { reference, asOf }: TraceInput): Reach[] {
  const paths = new Map<string, { tail: Tail; government: string; paths: Path[] }>();
  const add = (government: string, tail: Tail, path: Path) => {
    const id = `${transaction.id}:${government}:${tail.effect}:${tail.target.kind}:${tail.target.id}`;
    const entry = paths.get(id) ?? { tail, government, paths: [] };
    entry.paths.push(path);
    paths.set(id, entry);
  };
  for (const tail of found) {
    if (tail.start === "soil") {
      const step = territoryStep(transaction, tail.effect, reference, asOf);
      if (step) add(step.from.id, tail, asPath([step, ...tail.steps]));
    } else {
      for (const path of command(tail.start.party, tail.effect)) add(path.government, tail, asPath([...path.steps, ...tail.steps]));
    }
  }
  return [...paths].flatMap(([id, { tail, government, paths: all }]) => {
    const [strongest, ...alternatives] = all.sort(byStrength);
    if (!strongest) return [];
    return [
      {
        id,
        government,
        effect: tail.effect,
        target: tail.target,
        transaction: transaction.id,
        path: strongest,
        alternatives,
        cutBy: [],
        residual: true,
      },
    ];
  });
}

/** Strongest first; of equals the shorter, then by the places passed. */
function byStrength(left: Path, right: Path): number {
  return (
    confidences.indexOf(left.confidence) - confidences.indexOf(right.confidence) ||
    left.steps.length - right.steps.length ||
    byText(placesOf(left), placesOf(right))
  );
}

function placesOf(path: Path): string {
  return path.steps.map((step) => `${step.kind} ${step.to.id}`).join(" ");
}

/** By transaction, then confidence, then effect in the order of the design, then government and target. */
function byGravity(left: Reach, right: Reach): number {
  return (
    byText(left.transaction, right.transaction) ||
    confidences.indexOf(left.path.confidence) - confidences.indexOf(right.path.confidence) ||
    effects.indexOf(left.effect) - effects.indexOf(right.effect) ||
    byText(left.government, right.government) ||
    byText(left.target.id, right.target.id)
  );
}
