import type { WithoutStep } from "../../src/model/index.js";
import { disputeHead } from "../../src/report/dispute.js";
import { effectSentence, stepSentence } from "../../src/report/paths.js";
import type { View } from "../../src/report/view.js";
import { counted } from "../../src/report/words.js";

const order = ["falls", "cannot-be-told", "other-way", "stays"] as const;

/** What would be otherwise without a step, in sentences: the counts first. */
export function withoutSentences({ reaches, unchanged, findings }: WithoutStep): string[] {
  const of = (fate: (typeof order)[number]) => reaches.filter(({ becomes }) => becomes === fate).length;
  const all = reaches.length + unchanged;
  const parts = [
    [of("falls"), "would fall"],
    [of("cannot-be-told"), "cannot be told, as all ways that are kept pass it and further ways are not kept"],
    [of("other-way"), "would go another way"],
    [of("stays"), "would keep their strongest way"],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  const alone = findings.filter((one) => one.fallen === one.reaches).length;
  return [
    `Of ${counted(all, "reach", "reaches")}, ${reaches.length} pass this hop: ${said.join("; ")}. ${unchanged} are as they were.`,
    findings.length === 0
      ? "No finding would lose a reach."
      : `${counted(findings.length, "finding")} would lose reaches, or might; ${alone} of them would have none left. The rules are not asked anew by this.`,
  ];
}

/** What becomes of one reach, in words. */
export function fateWords({ becomes, confidence }: WithoutStep["reaches"][number]): string {
  return {
    falls: "falls: no other way is kept",
    "cannot-be-told": "cannot be told",
    "other-way": `another way, ${confidence.after} instead of ${confidence.before} confidence`,
    stays: "its strongest way stays",
  }[becomes];
}

/** Reaches in the order of what becomes of them. */
export function byFate(reaches: WithoutStep["reaches"]): WithoutStep["reaches"] {
  return reaches.toSorted((left, right) => order.indexOf(left.becomes) - order.indexOf(right.becomes) || left.number - right.number);
}

/** The note that a docket keeps of a dispute: what was disputed, in which review, why, and what would be otherwise. */
export function disputeNote(
  told: WithoutStep,
  about: { review: string; run: string; number: number; hop: number; why: string },
  view: View,
): string {
  const { review, run, number, hop, why } = about;
  const own = told.reaches.find((one) => one.number === number);
  const claim = own ? `“${effectSentence(view.governmentName(own.government), own.effect, own.target)}”` : `reach ${number}`;
  return [
    `${disputeHead({ hop, reach: number, run, review })}, ${claim}, is disputed: “${stepSentence({ ...told.step, because: "", confidence: "low", evidence: [] })}”.`,
    `Reason: ${why}`,
    `Without that hop: ${own ? `the reach ${own.becomes === "other-way" ? `goes ${fateWords(own)}` : fateWords(own)}. ` : ""}${withoutSentences(told).join(" ")}`,
    "The review itself is unchanged by this note.",
  ].join("\n");
}
