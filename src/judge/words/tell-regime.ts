import type { RulePack } from "../../model/index.js";
import type { Names } from "./phrases.js";
import { series } from "./sentences.js";

type Regime = RulePack["regime"];

/** The governments that a regime is concerned with, each with its days and mark. */
export function governmentWords(regime: Regime, names: Names): string[] {
  if (regime.governments?.length === 0) return ["no government: lists decide"];
  if (regime.governmentsExcept) return [`every government but those of ${series(regime.governmentsExcept.map(names.government))}`];
  return (regime.governments ?? []).map(({ code, from, until, mark, note }) =>
    [names.government(code), ...dayWords(from, until), note ? `(${note})` : "", `[${mark}]`].filter(Boolean).join(" "),
  );
}

function dayWords(from: string | undefined, until: string | undefined): string[] {
  return [...(from ? [`from ${from}`] : []), ...(until ? [`until ${until}`] : [])];
}

/** The ways in which a party comes to be covered, as the ends of "a party is covered where it is …". */
export function coveredWords({ covered }: Regime): string[] {
  return covered.limbs.map((limb) => limbWords[limb](covered));
}

const limbWords: Record<Regime["covered"]["limbs"][number], (covered: Regime["covered"]) => string> = {
  ownership: ({ threshold, ownershipKinds, passThrough }) =>
    `owned to ${threshold} percent or more, directly or indirectly, by one or several that are covered or governments of concern (${series(ownershipKinds)}; ${
      passThrough === "multiplied"
        ? "shares are multiplied along a chain"
        : "an owner that is covered counts with its whole share at the next tier"
    })`,
  organised: () => "organised under the law of a government of concern",
  "principal-place": () => "an entity whose principal place of business is on the soil of a government of concern",
  residence: () => "an individual who primarily resides on the soil of a government of concern",
  employment: () => "an individual who is an employee or contractor of such a government or of one that is covered",
  listed: ({ lists, listProgrammes, openLists, products }) =>
    [
      `on a list that the regime names${listWords(lists, listProgrammes)}`,
      openLists?.length ? `whoever is on ${series(openLists, "or")}, which that list draws on, may be covered` : "",
      products?.length ? `as far as ${series(products.map((one) => one.replaceAll("-", " ")))} go` : "",
    ]
      .filter(Boolean)
      .join("; "),
  control: ({ controlKinds }) => `under the control of a government of concern or of one that is covered (${series(controlKinds)})`,
  affiliation: ({ affiliateShareOver }) =>
    `an affiliate of a listed party: one ${holdsWords(affiliateShareOver)} the other, directly or indirectly, or the same third party both`,
  operation: () => "the supplier of a service that a covered party runs, maintains or services",
};

function holdsWords(over: number | undefined): string {
  return over === undefined ? "controls" : `controls, or owns more than ${over} percent of,`;
}

function listWords(lists: string[], programmes: Record<string, string[]> | undefined): string {
  if (lists.length === 0) return "";
  const told = lists.map((list) => (programmes?.[list] ? `${list} (only programmes ${series(programmes[list], "or")})` : list));
  return `: ${series(told, "or")}`;
}

/** Where entities are covered only when they are listed; null where there is no such place. */
export function exemptWords({ covered }: Regime, names: Names): string | null {
  if (covered.exemptJurisdictions.length === 0) return null;
  return `an entity organised in ${series(covered.exemptJurisdictions.map(names.government), "or")} is covered only where it is listed`;
}
