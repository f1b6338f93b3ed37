import type { Asset, BlockTarget, Confidence, Day, Reference, Regime } from "../model/index.js";
import { type Assessment, commandPaths, ownershipUnder } from "../trace/index.js";

/** Whether something is cut off, and by which rule. */
export interface Ruling {
  certainty: "sure" | "possible";
  rule: string;
}

type Used = Pick<Asset, "provider" | "operator" | "region">;

/** Says for one target whether a provider's thing is cut off with it; the same question is answered once. */
export function rulingFor(target: BlockTarget, reference: Reference, asOf: Day): (used: Used) => Ruling | undefined {
  const rule = rules[target.kind](target, reference, asOf);
  const known = new Map<string, Ruling | undefined>();
  return (used) => {
    if (used.provider === null && used.operator === null) return undefined;
    const key = `${used.provider} ${used.operator} ${used.region}`;
    if (!known.has(key)) known.set(key, rule(used));
    return known.get(key);
  };
}

type Rule = (target: BlockTarget, reference: Reference, asOf: Day) => (used: Used) => Ruling | undefined;

const rules: Record<BlockTarget["kind"], Rule> = {
  provider: (target) => (used) =>
    used.provider === target.id ? { certainty: "sure", rule: `It is of ${target.name}, which is cut off.` } : undefined,
  party: (target, reference, asOf) => {
    const assess = ownedBy(target.id, reference, asOf);
    return (used) => {
      const provider = used.provider === null ? undefined : reference.provider(used.provider);
      const operator = used.operator ?? provider?.operator;
      if (operator === target.id) return { certainty: "sure", rule: `${target.name} runs it.` };
      if (provider && provider.group === target.id)
        return { certainty: "sure", rule: `${target.name} heads the group of ${provider.names.english}.` };
      const { covered, because } = operator === undefined ? { covered: "no" as const, because: "" } : assess(operator);
      if (covered === "no") return undefined;
      return covered === "yes"
        ? { certainty: "sure", rule: `Who runs it is owned or controlled by ${target.name}: ${because}` }
        : { certainty: "possible", rule: `It cannot be excluded that who runs it is owned or controlled by ${target.name}: ${because}` };
    };
  },
  government: (target, reference, asOf) => (used) => onSoil(target, used, reference) ?? underCommand(target, used, reference, asOf),
};

/** Owned by half or more, or controlled, in the whole chain: as if the party alone were on a list. */
function ownedBy(party: string, reference: Reference, asOf: Day): (operator: string) => Assessment {
  const list = "cut-off";
  const listing = { party, list, from: "0001", citation: "", sources: ["cut-off"], confidence: "high" as const };
  const named: Reference = { ...reference, listingsOf: (id) => (id === party ? [listing] : []) };
  return ownershipUnder(regimeOf(list), named, asOf);
}

function regimeOf(list: string): Regime {
  return {
    covered: {
      limbs: ["listed", "ownership", "control"],
      threshold: 50,
      ownershipKinds: ["equity", "voting", "state-control"],
      controlKinds: ["voting", "board", "vie-contract", "golden-share", "state-control", "management", "consolidation"],
      lists: [list],
      exemptJurisdictions: [],
    },
  };
}

function onSoil(target: BlockTarget, used: Used, reference: Reference): Ruling | undefined {
  const region = used.provider === null ? undefined : reference.provider(used.provider)?.regions?.find(({ id }) => id === used.region);
  if (!region?.country || reference.governmentOf(region.country) !== target.id) return undefined;
  return {
    certainty: sureUnlessLow(region.confidence),
    rule: `Its region ${region.id} (${region.name}) stands on the soil of ${target.name}.`,
  };
}

/** The strongest path by which the government can deny the service, else the seat of who runs it. */
function underCommand(target: BlockTarget, used: Used, reference: Reference, asOf: Day): Ruling | undefined {
  const operator = used.operator ?? (used.provider === null ? undefined : reference.provider(used.provider)?.operator);
  if (operator === undefined) return undefined;
  const [path] = commandPaths(operator, "disrupt", reference, asOf).filter(({ government }) => government === target.id);
  if (path) {
    const [first] = path.steps;
    const through = [first?.from.name ?? target.name, ...path.steps.map(({ to }) => to.name)].join(", then ");
    const reach = `${target.name} can have it denied through who runs it: ${through} (${path.confidence} confidence)`;
    return path.confidence === "low" ? { certainty: "possible", rule: `${reach}; a lead only.` } : { certainty: "sure", rule: `${reach}.` };
  }
  const party = reference.party(operator);
  const seat = [party?.jurisdiction, party?.principalPlace?.country].find((one) => one && reference.governmentOf(one) === target.id);
  if (!party || !seat) return undefined;
  return { certainty: sureUnlessLow(party.confidence), rule: `${party.name}, which runs it, is of ${target.name}.` };
}

/** What rests on a lead is not sure. */
function sureUnlessLow(confidence: Confidence): Ruling["certainty"] {
  return confidence === "low" ? "possible" : "sure";
}
