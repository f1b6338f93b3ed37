import { answerCriteria } from "./judge/answer-criteria.js";
import { type JudgeInput, judge } from "./judge/judge.js";
import { dutiesOf } from "./judge/owed.js";
import { personsUnder } from "./judge/persons.js";
import type { Counterparty, Finding, RulePack } from "./model/index.js";

/** What a pack makes of the transactions: who the counterparties are to it, and its findings. */
export interface JudgedByPack {
  input: JudgeInput;
  counterparties: Counterparty[];
  findings: Finding[];
}

/** How one pack judges the uses of a review: it sees the counterparties first, by its own regime. */
export function judgeUses(uses: Omit<JudgeInput, "pack" | "counterparties">): (pack: RulePack) => JudgedByPack {
  const parties = [...new Set(uses.transactions.flatMap((one) => [one.operator, ...one.technology]))];
  return (pack) => {
    const assess = personsUnder(pack, uses.reference, uses.asOf);
    const counterparties = parties.map((party) => ({ ...assess(party), pack: pack.id }));
    const input = { ...uses, pack, counterparties };
    return { input, counterparties, findings: judge(input) };
  };
}

/** What all packs make of them together: findings, criteria with their answers, duties, and who each counterparty is. */
export function judgeByAll(packs: RulePack[], judgeBy: (pack: RulePack) => JudgedByPack) {
  const judged = packs.map(judgeBy);
  return {
    findings: judged.flatMap((one) => one.findings),
    criteria: judged.flatMap(({ input }) => answerCriteria(input) ?? []),
    duties: judged.flatMap(({ input }) => dutiesOf(input)),
    counterparties: judged.flatMap((one) => one.counterparties),
  };
}
