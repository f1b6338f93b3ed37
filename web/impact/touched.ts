import type { Impact, ImpactedSystem } from "../../src/model/index.js";
import { amount } from "../../src/report/impact/words.js";
import { counted, listed } from "../../src/report/words.js";

/** What a cut-off means for one system beside its state: recovery, workaround, people, contracts; what is not known is said to be that. */
export function touchedWords(system: ImpactedSystem, { recovery, contracts }: Pick<Impact, "recovery" | "contracts">): string[] {
  if (system.verdict === "goes-on") return [];
  const check = recovery.find((one) => one.system === system.id);
  const fallbacks = [...new Set(system.chains.flatMap(({ hops }) => hops.flatMap(({ fallback }) => fallback ?? [])))];
  const touched = contracts.filter(({ systems }) => systems.includes(system.id));
  return [
    recoveryWords(check),
    fallbacks.length > 0 ? `Would take over: ${listed(fallbacks)}.` : "Workaround: none is declared.",
    system.staff === null ? "People: not declared." : `People: ${amount(system.staff)}.`,
    touched.length > 0
      ? `${counted(touched.length, "contract")}: ${listed(touched.map(({ name }) => name))}.`
      : "Contracts: none declared touches it.",
  ];
}

function recoveryWords(check: Impact["recovery"][number] | undefined): string {
  if (!check) return "Time to recover: not known; no objective is declared.";
  const { hours, atLeast, objectiveHours, met } = check;
  const takes = hours === null ? "not known" : atLeast ? `${amount(hours)} hours or more` : `${amount(hours)} hours`;
  const kept = { yes: "which keeps it", no: "which misses it", "cannot-be-told": "whether it is kept cannot be told" }[met];
  return `Time to recover: ${takes}, against an objective of ${amount(objectiveHours)} hours, ${kept}.`;
}
