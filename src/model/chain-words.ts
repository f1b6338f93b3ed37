/** What is wrong with an entry of a chain, in the same words wherever it is verified. */
export const chainFaults = {
  text: "its text was changed: it does not have the digest that was recorded for it",
  place: "its place was changed: number, previous digest and content do not give its digest",
  order: "it does not follow the entry before it: it holds the digest of another one",
  form: "its text is no canonical entry of a docket",
  found: "the columns by which it is found say something else than its text",
} as const;

/** What is wrong with a number that is not the expected one. */
export function numberFault(number: number, expected: number): string {
  if (number < expected) return `its number ${number} should be ${expected}`;
  return `entries are missing: ${expected}${number > expected + 1 ? ` to ${number - 1}` : ""} should stand before it`;
}

/** What an unbroken chain shows, and what it cannot. */
export const proves = [
  "No entry between the first and the head was changed, removed, put in or moved after the digest of a later entry was known elsewhere.",
  "What is shown is what the entries say, and every file that they name has its digest, where those were compared.",
];
export const provesNot = [
  "That no newest entries were taken away: that shows only against a head that a letter, report or export printed (--head).",
  "That nobody with write access to the store wrote the whole chain anew: that too shows only against a printed head.",
  "That what an entry says is true, who sat at the keyboard, or that a machine's clock was right.",
];
