import type { CaseParty } from "../../src/model/index.js";

/** Parties as they are typed: `role: name`, one a line; without a role it is a party. */
export function partiesIn(text: string): CaseParty[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const at = line.indexOf(":");
      const [role, name] = at > 0 ? [line.slice(0, at).trim(), line.slice(at + 1).trim()] : ["party", line];
      return name === "" ? { role: "party", name: line } : { role, name };
    });
}

/** The same, to be typed on. */
export function partiesText(parties: readonly CaseParty[]): string {
  return parties.map(({ role, name }) => `${role}: ${name}`).join("\n");
}
