import { capacities, interestKinds } from "../../../model/index.js";
import type { InterestRecord } from "../format.js";
import { codeOf, type Details, dayOf, isObject, textOf } from "./bods-statement.js";

export type Stake = Omit<InterestRecord, "owner" | "owned">;

type Meaning = Pick<Stake, "kind" | "capacity"> | "office";

/** What the codes of the codelist interestType mean, those of 0.2 among them. `office`: a seat on a board is no stake. */
const meanings: Record<string, Meaning> = {
  shareholding: { kind: "equity" },
  "voting-rights": { kind: "voting" },
  "appointment-of-board": { kind: "board" },
  "other-influence-or-control": { kind: "influence" },
  "influence-or-control": { kind: "influence" },
  "control-via-company-rules-or-articles": { kind: "influence" },
  "control-by-legal-framework": { kind: "influence" },
  "senior-managing-official": { kind: "management" },
  settlor: { kind: "influence", capacity: "trust" },
  "settlor-of-trust": { kind: "influence", capacity: "trust" },
  trustee: { kind: "influence", capacity: "trust" },
  "trustee-of-trust": { kind: "influence", capacity: "trust" },
  protector: { kind: "influence", capacity: "trust" },
  "protector-of-trust": { kind: "influence", capacity: "trust" },
  "other-influence-or-control-of-trust": { kind: "influence", capacity: "trust" },
  "beneficiary-of-legal-arrangement": { kind: "equity", capacity: "trust" },
  "beneficiary-of-trust": { kind: "equity", capacity: "trust" },
  nominee: { kind: "influence", capacity: "nominee" },
  nominator: { kind: "influence", capacity: "nominee" },
  "rights-to-surplus-assets-on-dissolution": { kind: "equity" },
  "rights-to-surplus-assets": { kind: "equity" },
  // Rights by contract and to income are no ownership; what they amount to the statement leaves open.
  "rights-to-profit-or-income": { kind: "linked" },
  "right-to-profit-or-income-from-assets": { kind: "linked" },
  "enjoyment-and-use-of-assets": { kind: "linked" },
  "rights-granted-by-contract": { kind: "linked" },
  "conditional-rights-granted-by-contract": { kind: "linked" },
  "board-member": "office",
  "board-chair": "office",
};

/** An interest as it is stated: what it means, and whether through others. */
export interface StatedInterest {
  stake: Stake | "office";
  type: string;
  directness: "direct" | "indirect" | "unknown";
}

/** Reads one interest. Its nature may be missing or withheld: it then is a stake of the stated size, or of any. */
export function statedInterest(value: Details): StatedInterest | string {
  const type = codeOf(value.type);
  const directness = codeOf(value.directOrIndirect ?? value.interestLevel);
  const stated: Pick<StatedInterest, "type" | "directness"> = {
    type,
    directness: directness === "direct" || directness === "indirect" ? directness : "unknown",
  };
  const told = toldKind(textOf(value.details));
  const open = type === "" || type === "unknown-interest" || type === "unpublished-interest";
  const meaning = open ? { kind: "equity" as const } : Object.hasOwn(meanings, type) ? meanings[type] : undefined;
  if (!meaning) return `the interest type ${JSON.stringify(type)} is not known: kept as a link.`;
  if (meaning === "office") return { ...stated, stake: meaning };
  const plain = told.kind !== undefined || ["shareholding", "voting-rights", "appointment-of-board"].includes(type);
  const note = [open ? "the nature of the interest is not stated" : plain ? "" : type.replaceAll("-", " "), told.details.slice(0, 300)];
  return {
    ...stated,
    stake: { ...meaning, ...told.stake, ...shareOf(value.share), ...periodOf(value), note: note.filter(Boolean).join(": ") || undefined },
  };
}

/** What beholden's own statements tell of an interest beyond the codes of the standard: `[kind golden-share, held as nominee]` before the details. */
function toldKind(details: string): { stake: Partial<Pick<Stake, "kind" | "capacity">>; kind: string | undefined; details: string } {
  const [marks, kind, capacity] = /^\[(?:kind ([a-z-]+))?(?:, )?(?:held as ([a-z]+))?\] ?/.exec(details) ?? [];
  const isKind = interestKinds.some((one) => one === kind);
  const isCapacity = capacities.some((one) => one === capacity);
  if (marks === undefined || (kind !== undefined && !isKind) || (capacity !== undefined && !isCapacity))
    return { stake: {}, kind: undefined, details };
  return {
    stake: {
      ...(isKind ? { kind: kind as Stake["kind"] } : {}),
      ...(isCapacity ? { capacity: capacity as NonNullable<Stake["capacity"]> } : {}),
    },
    kind,
    details: details.slice(marks.length),
  };
}

/** An interest of a type that is not known. */
export function unknownInterest(value: Details): StatedInterest {
  const note = `interest type: ${codeOf(value.type)}`;
  return { type: codeOf(value.type), directness: "unknown", stake: { kind: "linked", note, ...periodOf(value) } };
}

/** In 0.4 an exclusive bound is a number of its own; in 0.2 a flag beside the bound. */
function shareOf(share: unknown): Pick<Stake, "share" | "shareMin" | "shareMax" | "minExclusive" | "maxExclusive"> {
  if (!isObject(share)) return {};
  const exact = percent(share.exact);
  if (exact !== undefined) return { share: exact };
  const min = percent(share.minimum) ?? percent(share.exclusiveMinimum);
  const max = percent(share.maximum) ?? percent(share.exclusiveMaximum);
  if (min !== undefined && max !== undefined && min > max) return {};
  return {
    ...(min === undefined ? {} : { shareMin: min, ...(isExclusive(share.minimum, share.exclusiveMinimum) ? { minExclusive: true } : {}) }),
    ...(max === undefined ? {} : { shareMax: max, ...(isExclusive(share.maximum, share.exclusiveMaximum) ? { maxExclusive: true } : {}) }),
  };
}

function isExclusive(inclusive: unknown, exclusive: unknown): boolean {
  return exclusive === true || (percent(inclusive) === undefined && percent(exclusive) !== undefined);
}

function percent(value: unknown): number | undefined {
  return typeof value === "number" && value >= 0 && value <= 100 ? value : undefined;
}

function periodOf(value: Details): Pick<Stake, "from" | "until"> {
  const from = dayOf(value.startDate);
  const until = dayOf(value.endDate);
  if (from && until && until < from.slice(0, until.length)) return { until };
  return { ...(from ? { from } : {}), ...(until ? { until } : {}) };
}
