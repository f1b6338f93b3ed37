import { type HandlingMark, type Mark, type Withholding, type WithholdingGround, withholdingGrounds } from "../model/index.js";
import { plainText, stretchesOf } from "./publication-places.js";

export interface Passage {
  text: string;
  handling: HandlingMark;
}

/** Why a passage may not be published as it stands. */
export interface PublicationGround {
  /** Index of the passage. */
  passage: number;
  ground: WithholdingGround;
  action: "refused" | "redacted";
  because: string;
  /** Null where the procedure of the case names no provision. */
  citation: string | null;
  mark: Mark | null;
  /** The words that are taken out of it; left out where it is the whole passage. */
  words?: string[];
}

export interface CheckedPublication {
  /** False where a ground refuses it: then nothing of it is published. */
  publishable: boolean;
  /** The passages, what may not be published replaced by the ground; empty where it is refused. */
  passages: string[];
  grounds: PublicationGround[];
}

const usualWords: Record<WithholdingGround, string> = {
  internal: "not marked as public",
  "business-confidential": "confidential business information",
  restricted: "marked as restricted",
  "controlled-unclassified": "controlled unclassified information",
  classified: "classified information, or a reference to it",
};

/** Markings as U.S. documents bear them: banner lines, portion marks before a paragraph, dissemination controls; and words that refer to such a text. */
const markings: [pattern: RegExp, ground: WithholdingGround][] = [
  [/^[ \t]*(?:TOP SECRET|SECRET|CONFIDENTIAL)(?:\/\/[^\n]*)?[ \t]*$/m, "classified"],
  [/^[ \t]*\((?:TS|S|C)(?:\/\/[A-Z0-9 ,/-]{1,80})?\)[ \t]/m, "classified"],
  [/\b(?:TOP SECRET|SECRET|CONFIDENTIAL)\/\/|\/\/(?:NOFORN|NF|ORCON|SI|TK|HCS)\b/, "classified"],
  [/\bclassified (?:annex|appendix|assessment|briefing|document|evidence|information|memorandum|record|report|source)s?\b/i, "classified"],
  [/^[ \t]*(?:CUI|CONTROLLED)(?:\/\/[^\n]*)?[ \t]*$|^[ \t]*\(CUI(?:\/\/[A-Z0-9 ,/-]{1,80})?\)[ \t]/m, "controlled-unclassified"],
  [/\b(?:BUSINESS CONFIDENTIAL|CONFIDENTIAL BUSINESS INFORMATION)\b|\[CBI\]/, "business-confidential"],
];

/**
 * Checks a text before it is published. Passages go by their handling mark; a public one is also read for markings in its words, and for
 * protected texts that it repeats, of which the words alone are taken out. Classified information refuses the whole, all else is taken out.
 *
 * @param withheld texts of the case that are not public, so that a passage that repeats one is found
 * @param law the grounds that the procedure of the case names
 * @example checkPublication([{ text: "Revenue was 4.2 million.", handling: "business-confidential" }]).passages
 * // ["[withheld: confidential business information]"]
 */
export function checkPublication(passages: Passage[], withheld: Passage[] = [], law: readonly Withholding[] = []): CheckedPublication {
  const protectedTexts = withheld.flatMap(({ text, handling }) => (handling === "public" ? [] : protectedText(text, handling)));
  const found = passages.map((passage) => gravest(passage, protectedTexts));
  const grounds = found.flatMap((one, passage): PublicationGround[] => {
    if (!one) return [];
    const { ground, stretches } = one;
    const words = stretches?.map(([start, end]) => passages[passage]?.text.slice(start, end) ?? "");
    return [{ passage, ground, ...groundOf(ground, law), ...(words ? { words } : {}) }];
  });
  const publishable = grounds.every(({ action }) => action === "redacted");
  return {
    publishable,
    passages: publishable
      ? passages.map(({ text }, at) => {
          const ground = grounds.find(({ passage }) => passage === at);
          if (!ground) return text;
          return without(text, found[at]?.stretches ?? [[0, text.length]], withheldWords(ground));
        })
      : [],
    grounds,
  };
}

function groundOf(
  ground: WithholdingGround,
  law: readonly Withholding[],
): Pick<PublicationGround, "action" | "because" | "citation" | "mark"> {
  const rule = law.find(({ what }) => what === ground);
  const action = ground === "classified" ? "refused" : "redacted";
  return { action, because: rule?.because ?? usualWords[ground], citation: rule?.citation ?? null, mark: rule?.mark ?? null };
}

interface ProtectedText {
  ground: WithholdingGround;
  /** Where it stands in a plain text. */
  placesIn(text: string): { start: number; end: number }[];
}

/** A short text is found as a word of its own only; of one or two letters nothing can be told. */
function protectedText(text: string, ground: WithholdingGround): ProtectedText[] {
  const whole = plainText(text).text;
  // Where a sentence ends is no part of what it gives away.
  const open = whole.replace(/[.!?;:,]+$/, "");
  const words = open.length >= 6 ? open : whole;
  if (words.length < 6 && (words.match(/[\p{L}\p{N}]/gu) ?? []).length < 3) return [];
  const escaped = words.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  const pattern = words.length >= 6 ? escaped : `(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`;
  // From each place on anew, so that those which overlap are all found.
  const search = new RegExp(pattern, "gu");
  const placesIn = (one: string) => {
    const places: { start: number; end: number }[] = [];
    search.lastIndex = 0;
    for (let match = search.exec(one); match; match = search.exec(one)) {
      places.push({ start: match.index, end: match.index + match[0].length });
      search.lastIndex = match.index + 1;
    }
    return places;
  };
  return [{ ground, placesIn }];
}

/** Why a passage is withheld, and the words that are where the rest of it may stay. */
interface Withheld {
  ground: WithholdingGround;
  stretches: [number, number][] | null;
}

function gravest({ text, handling }: Passage, withheld: ProtectedText[]): Withheld | undefined {
  const plain = plainText(text);
  const marked = markings.flatMap(([pattern, ground]) => (pattern.test(text) ? [ground] : []));
  const repeated = withheld.flatMap(({ ground, placesIn }) => placesIn(plain.text).map((place) => ({ ground, place })));
  const all = new Set<string>([handling, ...marked, ...repeated.map(({ ground }) => ground)]);
  const ground = withholdingGrounds.findLast((one) => all.has(one));
  if (!ground) return undefined;
  if (handling !== "public" || marked.length > 0) return { ground, stretches: null };
  const stretches = stretchesOf(
    text,
    repeated.map(({ place }) => place),
    plain,
  );
  const rest = without(text, stretches, "\ue000");
  const left = plainText(rest).text;
  // Where little would be left, or taking words out would join others to a protected text, nothing of it stays.
  const whole = (rest.match(/[\p{L}\p{N}]/gu) ?? []).length < 3 || withheld.some(({ placesIn }) => placesIn(left).length > 0);
  return { ground, stretches: whole ? null : stretches };
}

function without(text: string, stretches: readonly [number, number][], instead: string): string {
  let [out, from] = ["", 0];
  for (const [start, end] of stretches) {
    out += text.slice(from, start) + instead;
    from = end;
  }
  return out + text.slice(from);
}

/** What stands where something was taken out: the ground, and nothing of what stood there. */
export function withheldWords({ because, citation }: Pick<PublicationGround, "because" | "citation">): string {
  return `[withheld: ${because}${citation ? `, ${citation}` : ""}]`;
}
