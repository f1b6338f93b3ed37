import type { InterestRecord } from "../format.js";

export type Share = Pick<InterestRecord, "share" | "shareMin" | "shareMax" | "minExclusive" | "maxExclusive">;

interface Bound {
  value: number;
  of: "exact" | "min" | "max";
  exclusive: boolean;
}

const more = "more than|greater than|over|above|exceeding|>";
const atLeast = "at least|not less than|no less than|minimum|from|>=|≥";
const less = "less than|under|below|<";
const atMost = "at most|not more than|no more than|not exceeding|up to(?: and including)?|maximum|<=|≤";
const number = "(?<number>\\d{1,3}(?:\\.\\d{1,12})?)(?: ?(?:%|percent|per cent))?";
const after = "(?<after> ?\\+| or more| and more| or above| or less| and less)?";
// The longer words come first: "not more than" holds "more than".
const bound = new RegExp(`^(?:(?:(?<atMost>${atMost})|(?<atLeast>${atLeast})|(?<more>${more})|(?<less>${less})) ?)?${number}${after}`);
const joint = /^ ?(?:-|to|and|but|,|bis) ?/;

/**
 * A percentage in free text: `25%`, `0,5`, `51.00 %`, `25-50`, `> 50`, `75 % or more`, `more than 25 but not more than 50`. A number below
 * one is taken as it stands, since the field is a percentage. Undefined where anything of the text is not understood: a guess would be a share.
 */
export function shareOf(text: string): Share | undefined {
  if (text.length > 100) return undefined;
  let rest = text
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212~]/g, "-")
    .replace(/(\d),(\d{1,2})(?!\d)/g, "$1.$2")
    .replace(/^between /, "")
    .replace(/\s+/g, " ")
    .trim();
  const bounds: Bound[] = [];
  while (rest !== "" && bounds.length < 3) {
    const found = bound.exec(rest);
    if (!found?.groups) return undefined;
    bounds.push(boundOf(found.groups));
    rest = rest.slice(found[0].length);
    // Two numbers with nothing between them are no range; two comparisons are.
    if (rest !== "" && bounds.length === 1) rest = joint.test(rest) ? rest.replace(joint, "") : rest.replace(/^ (?=\D)/, "");
  }
  return rest === "" && bounds.length < 3 ? combined(bounds) : undefined;
}

/** Several statements of one share: from the least to the greatest. Undefined where one of them is not understood. */
export function shareOfAll(texts: string[]): Share | undefined {
  const shares = texts.map(shareOf);
  const known = shares.filter((share) => share !== undefined);
  const [first] = known;
  if (!first || known.length < shares.length) return undefined;
  if (known.length === 1) return first;
  const lows = known.map((share) => share.share ?? share.shareMin ?? 0);
  const highs = known.map((share) => share.share ?? share.shareMax ?? 100);
  const [shareMin, shareMax] = [Math.min(...lows), Math.max(...highs)];
  return shareMin === shareMax ? { share: shareMin } : { shareMin, shareMax };
}

function boundOf(groups: Record<string, string | undefined>): Bound {
  const value = Number(groups.number);
  if (groups.after) return { value, of: /less/.test(groups.after) ? "max" : "min", exclusive: false };
  if (groups.more) return { value, of: "min", exclusive: true };
  if (groups.atLeast) return { value, of: "min", exclusive: false };
  if (groups.less) return { value, of: "max", exclusive: true };
  return { value, of: groups.atMost ? "max" : "exact", exclusive: false };
}

function combined([first, second]: Bound[]): Share | undefined {
  if (!first || first.value > 100 || (second && second.value > 100)) return undefined;
  if (!second) {
    if (first.of === "exact") return { share: first.value };
    return first.of === "min" ? lower(first) : upper(first);
  }
  if (first.of === "max" || second.of === "min" || first.value > second.value) return undefined;
  return { ...lower(first), ...upper(second) };
}

function lower({ value, exclusive }: Bound): Share {
  return exclusive ? { shareMin: value, minExclusive: true } : { shareMin: value };
}

function upper({ value, exclusive }: Bound): Share {
  return exclusive ? { shareMax: value, maxExclusive: true } : { shareMax: value };
}
