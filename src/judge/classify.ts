import type { RulePack, TransactionFacts } from "../model/index.js";
import type { RuleResult } from "./apply.js";

/** The class that a pack gives a deal. */
export interface Classified {
  /** Null where the facts leave it open. */
  classification: string | null;
  /** The class that the first rule would give, certain or not. */
  likely: string;
  /** Section that decides. */
  provision: string | null;
  scope: string;
  conditions: string[];
  because: string;
}

/**
 * The class of a deal: that of the first rule of the pack which gives one. Where earlier ones stay open, it is certain only if they would all
 * give the same. No rule: the pack's word for what it does not reach.
 *
 * @param results of `applyRules`, in the order of the pack
 */
export function classify(results: RuleResult[], { deal }: Pick<RulePack, "deal">): Classified {
  const classing = results.filter(({ rule }) => rule.classification !== undefined);
  const decisive = classing.find(({ certainty }) => certainty === "established");
  const before = decisive ? classing.slice(0, classing.indexOf(decisive) + 1) : classing;
  const [first] = before;
  if (!first) return { ...nothing, classification: deal?.unclassified ?? null, likely: deal?.unclassified ?? "" };
  const classes = new Set(before.map(({ rule }) => rule.classification));
  const settled = decisive !== undefined && classes.size === 1;
  const { rule } = settled ? decisive : first;
  return {
    classification: settled ? (rule.classification ?? null) : null,
    likely: rule.classification ?? "",
    provision: rule.provision ?? null,
    scope: rule.scope ?? "",
    conditions: rule.conditions,
    because: `${rule.title} (${rule.citation}${settled ? "" : "; open"}).`,
  };
}

const nothing = { provision: null, scope: "", conditions: [], because: "No rule of the pack reaches it." };

/** The facts with what the rules made of them, for the conditions of duties. */
export function withResult(facts: TransactionFacts, { classification, likely, scope }: Classified): TransactionFacts {
  return { ...facts, result: { classification: likely, certain: classification !== null, scope } };
}
