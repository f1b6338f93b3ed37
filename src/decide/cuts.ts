import type { CountryCode, CutCondition, DeclaredMeasure, Inventory, Measure, Path, Reach, Reference, StepKind } from "../model/index.js";

/** What measures are applied with. */
export interface MeasureBasis {
  /** With the measures in force on the day. */
  inventory: Inventory | null;
  /** The catalogue. */
  measures: Measure[];
  /** The subject's own government; undefined where its jurisdiction is not declared. */
  home: CountryCode | undefined;
}

/** The basis of one review. */
export function measureBasis(inventory: Inventory | null, reference: Pick<Reference, "catalogue" | "governmentOf">): MeasureBasis {
  const home = inventory?.subject.jurisdiction;
  return { inventory, measures: reference.catalogue.measures, home: home && reference.governmentOf(home) };
}

/** What a measure does to a reach. */
export interface Cutting {
  /** Kinds of step that it removes from the reach's paths. */
  steps: ReadonlySet<StepKind>;
  because: string;
  /** What has to be so for it to count and is not declared. Empty for a measure that is declared. */
  conditions: string[];
}

/**
 * What a measure does to a reach; undefined where it cuts none of its paths. A declared measure cuts where its conditions are known to hold.
 * A supposed one, which nobody declared, is taken to be put in place as its entry says: what is not known to hold is told as a condition.
 */
export function cuttingOf(measure: Measure, reach: Reach, basis: MeasureBasis, how: "declared" | "supposed"): Cutting | undefined {
  const paths = pathsOf(reach);
  const cuts = measure.cuts.flatMap((cut) => {
    if (!cut.effects.includes(reach.effect) || !paths.some(({ steps }) => steps.some(({ kind }) => cut.steps.includes(kind)))) return [];
    const open = openCondition(cut.condition, reach, basis, how);
    return open === "fails" || (open !== "holds" && how === "declared") ? [] : [{ cut, open }];
  });
  if (cuts.length === 0) return undefined;
  return {
    steps: new Set(cuts.flatMap(({ cut }) => cut.steps)),
    because: cuts.map(({ cut }) => cut.because).join(" "),
    conditions: [...new Set(cuts.flatMap(({ open }) => (typeof open === "string" ? [] : [open.unless])))],
  };
}

/** All paths of a reach, the strongest first. */
export function pathsOf(reach: Pick<Reach, "path" | "alternatives">): Path[] {
  return [reach.path, ...reach.alternatives];
}

/** Whether a path passes a step that the cutting removes. */
export function cutsPath({ steps }: Pick<Cutting, "steps">, path: Path): boolean {
  return path.steps.some((step) => steps.has(step.kind));
}

/** Whether a declaration, or an assumption, is about the target of a reach: its holding, or the system that this belongs to. */
export function appliesTo({ appliesTo: named }: Pick<DeclaredMeasure, "appliesTo">, reach: Reach, inventory: Inventory | null): boolean {
  if (named.length === 0) return true;
  const holding = holdingOf(reach, inventory);
  return named.some((id) => id === reach.target.id || id === holding?.system);
}

type ConditionState = "holds" | "fails" | { unless: string };

function openCondition(
  condition: CutCondition,
  reach: Reach,
  { inventory, home }: MeasureBasis,
  how: "declared" | "supposed",
): ConditionState {
  switch (condition) {
    case "always":
      return "holds";
    case "another-government":
      if (home === undefined)
        return { unless: `${reach.government} is not the subject's own government (its jurisdiction is not declared)` };
      return home === reach.government ? "fails" : "holds";
    case "keys-held-by-customer":
      return holdingOf(reach, inventory)?.keysHeldBy === "customer"
        ? "holds"
        : { unless: `the customer alone holds the keys of ${reach.target.name}` };
    case "met-in-full":
      // Whoever declares the requirements as met says that all of them are.
      return how === "declared"
        ? "holds"
        : { unless: `every requirement is met for ${reach.target.name}, with none left to controls of one's own` };
  }
}

function holdingOf(reach: Reach, inventory: Inventory | null) {
  return reach.target.kind === "holding" ? inventory?.holdings.find((one) => one.id === reach.target.id) : undefined;
}
