import { listingsOn, type OwnershipAnswer, type ProofInterest, type Reference, type TracedLink } from "./model/index.js";
import type { Assessment } from "./trace/index.js";

interface Told {
  /** How the regime sees a party. */
  view: (party: string) => Assessment;
  reference: Reference;
  /** Lists that the regime goes by. */
  lists: string[];
}

/** Grounds that need no owner, in words. */
const ownGrounds: Record<string, string> = {
  government: "is a government of concern or its organ",
  organised: "is organised under the law of a government of concern",
  "principal-place": "has its principal place of business in a country of concern",
  residence: "resides in a country of concern",
  employment: "works for a covered entity or a government of concern",
  listed: "is listed",
};

/**
 * The proof in sentences, from the party up: each interest of it with its number, and where a chain ends, by what that owner is covered itself.
 * Empty where the party is not covered.
 */
export function proofStatements(answer: OwnershipAnswer, links: TracedLink[], told: Told): string[] {
  if (answer.verdict === "no") return [];
  const statements: string[] = [];
  const passed = new Set<string>();
  const { view } = told;
  const climb = (party: string): void => {
    if (passed.has(party)) return;
    passed.add(party);
    if (party === answer.party && answer.limbs.includes("affiliation")) statements.push(view(party).because);
    const held = answer.proof.filter(({ owned }) => owned === party);
    if (held.length === 0) statements.push(...standsByItself(party, answer.asOf, told));
    for (const interest of held) {
      statements.push(interestStatement(interest, links, told));
      climb(interest.owner);
    }
  };
  climb(answer.party);
  return statements;
}

/** Numbers of the interests that a proof consists of, as far as they are shown. */
export function proofLinks({ proof }: OwnershipAnswer, links: TracedLink[]): number[] {
  return proof.flatMap((one) => linkOf(one, links)?.number ?? []);
}

function standsByItself(party: string, asOf: string, { view, reference, lists }: Told): string[] {
  const known = reference.party(party);
  const name = known?.name ?? party;
  const { covered, limbs } = view(party);
  const limb = limbs.find((one) => ownGrounds[one]);
  if (!limb && limbs.includes("affiliation")) return [];
  if (!limb) return covered === "no" ? [] : [`who ${name} is, is not known`];
  const may = covered === "yes" ? "" : "it cannot be excluded that ";
  if (limb === "listed") {
    const on = new Set(listingsOn(party, reference, asOf).flatMap(({ list }) => (lists.includes(list) ? [list] : [])));
    return [`${may}${name} ${ownGrounds[limb]}: ${[...on].join(", ")}`];
  }
  const place = limb === "organised" ? known?.jurisdiction : (known?.principalPlace?.country ?? known?.jurisdiction);
  return [`${may}${name} ${ownGrounds[limb]}${place ? ` (${place})` : ""}`];
}

function interestStatement(interest: ProofInterest, links: TracedLink[], { reference }: Told): string {
  const name = (id: string) => reference.party(id)?.name ?? id;
  const number = linkOf(interest, links)?.number;
  const held = `${name(interest.owner)} holds ${stake(interest)} in ${name(interest.owned)}`;
  return number === undefined ? held : `${held} (interest ${number})`;
}

function stake({ kind, stated, share, as }: ProofInterest): string {
  if (as === "control" && !stated) return `control (${kind})`;
  const what = { equity: "of the equity", voting: "of the votes" }[kind as string] ?? `(${kind})`;
  if (!stated) return `a share ${what} that is not stated`;
  return `${share.min === share.max ? share.min : `${share.min} to ${share.max}`} % ${what}`;
}

function linkOf({ owner, owned, kind }: ProofInterest, links: TracedLink[]): TracedLink | undefined {
  return links.find((link) => link.owner === owner && link.owned === owned && link.kind === kind);
}
