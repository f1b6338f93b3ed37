import type { Credibility, Grade, Reliability } from "./docket-evidence.js";

/** Where the grades and their meanings come from. The manual itself was not read. */
export const gradesSource =
  "Admiralty (NATO) scale, as in U.S. Army FM 2-22.3 (2006), appendix B, tables B-1 and B-2, in our own words from a secondary copy of it";

/** What each grade of a source means. */
export const reliabilityWords: Readonly<Record<Reliability, { title: string; meaning: string }>> = {
  A: { title: "completely reliable", meaning: "no doubt that it is genuine, trustworthy and competent; it has always been reliable" },
  B: { title: "usually reliable", meaning: "little doubt that it is genuine, trustworthy and competent; most of what it gave was valid" },
  C: { title: "fairly reliable", meaning: "some doubt that it is genuine, trustworthy or competent; it gave valid information before" },
  D: {
    title: "not usually reliable",
    meaning: "much doubt that it is genuine, trustworthy or competent; it gave valid information before",
  },
  E: { title: "unreliable", meaning: "neither genuine, trustworthy nor competent; what it gave was often not valid" },
  F: { title: "cannot be judged", meaning: "nothing to judge its reliability by" },
};

/** What each grade of what a source says means. */
export const credibilityWords: Readonly<Record<Credibility, { title: string; meaning: string }>> = {
  "1": { title: "confirmed", meaning: "confirmed by other, independent sources; logical; fits what else is known" },
  "2": { title: "probably true", meaning: "not confirmed; logical; fits what else is known" },
  "3": { title: "possibly true", meaning: "not confirmed; reasonably logical; fits part of what else is known" },
  "4": { title: "doubtfully true", meaning: "not confirmed; possible but not logical; nothing else is known of it" },
  "5": { title: "improbable", meaning: "not confirmed; not logical; contradicted by what else is known" },
  "6": { title: "cannot be judged", meaning: "nothing to judge its truth by" },
};

/** A grade as it is written: B2, B-, -2; a dash for what nobody graded. */
export function gradeMark({ reliability, credibility }: Grade): string {
  return reliability === null && credibility === null ? "-" : `${reliability ?? "-"}${credibility ?? "-"}`;
}

/** A grade in words. */
export function gradeInWords({ reliability, credibility }: Grade): string {
  const source = reliability === null ? "source not graded" : `${reliability}: source ${reliabilityWords[reliability].title}`;
  const content = credibility === null ? "content not graded" : `${credibility}: content ${credibilityWords[credibility].title}`;
  return `${source}; ${content}`;
}
