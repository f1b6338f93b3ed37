import type { InterestRecord } from "../format.js";

/** What a nature of control says of an interest. */
export type Stake = Omit<InterestRecord, "owner" | "owned">;
/** `land`: it says nothing of a stake in the entity itself. */
export type Nature = Stake | "land" | undefined;

const bands: Record<string, Pick<InterestRecord, "shareMin" | "shareMax" | "minExclusive" | "maxExclusive">> = {
  "25-to-50": { shareMin: 25, minExclusive: true, shareMax: 50 },
  "50-to-75": { shareMin: 50, minExclusive: true, shareMax: 75, maxExclusive: true },
  "75-to-100": { shareMin: 75, shareMax: 100 },
  "more-than-25": { shareMin: 25, minExclusive: true, shareMax: 100 },
};

const kinds: Record<string, Stake> = {
  "ownership-of-shares": { kind: "equity" },
  "voting-rights": { kind: "voting" },
  // A partnership has no shares: the right to what is left on a winding up takes their place among the conditions.
  "right-to-share-surplus-assets": { kind: "equity", note: "a right to share in surplus assets on a winding up" },
  "part-right-to-share-surplus-assets": { kind: "equity", note: "a right to share in surplus assets on a winding up" },
  "right-to-appoint-and-remove-directors": { kind: "board", note: "may appoint or remove a majority of the board" },
  "right-to-appoint-and-remove-members": { kind: "board", note: "may appoint or remove a majority of the managing members" },
  "right-to-appoint-and-remove-person": { kind: "board", note: "may appoint or remove a majority of those who manage the partnership" },
  "significant-influence-or-control": { kind: "influence" },
};

const form =
  /^([a-z-]+?)(?:-(25-to-50|50-to-75|75-to-100|more-than-25)-percent)?(?:-as-(?:control-over-)?(trust|firm))?(?:-limited-liability-partnership|-registered-overseas-entity)?$/;

/** Some 90 are in use; a file that invents thousands must not fill the memory. */
const maxKnown = 1000;
const known = new Map<string, Nature>();

/**
 * What a nature of control means: Companies House names the conditions of Companies Act 2006 Schedule 1A so. Undefined for one that is
 * not known.
 * @see https://www.legislation.gov.uk/uksi/2016/339/schedule/2 (bands) and the `psc_descriptions` of Companies House
 */
export function natureOf(text: string): Nature {
  const meaning = known.get(text);
  if (meaning !== undefined || known.has(text)) return meaning;
  const read = readNature(text);
  if (known.size < maxKnown) known.set(text, read);
  return read;
}

function readNature(text: string): Nature {
  if (text.startsWith("registered-owner-as-nominee-")) return "land";
  if (text.length > 200) return undefined;
  const [, right, band, capacity] = form.exec(text) ?? [];
  const kind = right !== undefined && Object.hasOwn(kinds, right) ? kinds[right] : undefined;
  const takesBand = kind?.kind === "equity" || kind?.kind === "voting";
  if (!kind || takesBand !== (band !== undefined)) return undefined;
  return { ...kind, ...(band ? bands[band] : {}), ...(capacity === "trust" || capacity === "firm" ? { capacity } : {}) };
}
