import type { Review } from "../model/index.js";
import { counted } from "./words.js";

/**
 * How many reaches are ended by what, each standing by itself: what is verified, what is only declared to be in place, and what is promised
 * are never added up as one.
 */
export function endedSentences({ summary: { reachesEnded: ended } }: Review): string[] {
  if (!ended) return [];
  return [
    `Ended by verified measures alone: ${ended.verified}. Ended with measures declared in place and not verified: ${ended.inPlace}.`,
    ...(ended.ifPromisesKept > 0
      ? [
          `What is promised ends none; kept, it would end ${counted(ended.ifPromisesKept, "reach", "reaches")} that ${ended.ifPromisesKept === 1 ? "is" : "are"} open now.`,
        ]
      : []),
    ...(ended.assumed > 0 ? [`The measures assumed would end ${ended.assumed} more.`] : []),
  ];
}

/** What a review with `--with` takes for granted, so that nobody takes its answer for the state of things. Empty for any other review. */
export function assumedSentences({ assumed = [], reaches }: Review): string[] {
  if (assumed.length === 0) return [];
  const idle = assumed.filter(
    (one) => !reaches.some((reach) => reach.cutBy.some((cut) => cut.status === "assumed" && cut.measure === one.measure)),
  );
  const conditions = [...new Set(assumed.flatMap((one) => one.conditions))];
  return [
    `As if in place, though nobody declared it: ${assumed.map((one) => `${one.measure} ${one.name}${one.appliesTo.length > 0 ? ` (${one.appliesTo.join(", ")})` : ""}`).join("; ")}.`,
    ...(conditions.length > 0 ? [`Taken to be so for that: ${conditions.join("; ")}.`] : []),
    ...(idle.length > 0 ? [`${idle.map((one) => one.measure).join(", ")} would end no step of any reach.`] : []),
  ];
}

/** `M04 (in place)`: the measures that a reach is ended by, each with its standing. */
export function enders(reach: Review["reaches"][number]): string {
  const counting = reach.cutBy.filter((cut) => cut.status !== "promised");
  return [...new Set(counting.map(({ measure, status }) => `${measure} (${status.replace("-", " ")})`))].join(", ");
}
