import { type HandlingMark, type Mark, type Withholding, type WithholdingGround, withholdingGrounds } from "../model/index.js";

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
 * protected texts that it repeats. Classified information refuses the whole, all else is taken out.
 *
 * @param withheld texts of the case that are not public, so that a passage that repeats one is found
 * @param law the grounds that the procedure of the case names
 * @example checkPublication([{ text: "Revenue was 4.2 million.", handling: "business-confidential" }]).passages
 * // ["[withheld: confidential business information]"]
 */
export function checkPublication(passages: Passage[], withheld: Passage[] = [], law: readonly Withholding[] = []): CheckedPublication {
  const protectedTexts = withheld.flatMap(({ text, handling }) => (handling === "public" ? [] : protectedText(text, handling)));
  const found = passages.map((passage) => gravest(passage, protectedTexts));
  const grounds = found.flatMap((ground, passage): PublicationGround[] => (ground ? [{ passage, ground, ...groundOf(ground, law) }] : []));
  const publishable = grounds.every(({ action }) => action === "redacted");
  return {
    publishable,
    passages: publishable
      ? passages.map(({ text }, at) =>
          withheldText(
            text,
            grounds.find(({ passage }) => passage === at),
          ),
        )
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
  isIn(text: string): boolean;
}

/** A short text is found as a word of its own only; of one or two letters nothing can be told. */
function protectedText(text: string, ground: WithholdingGround): ProtectedText[] {
  const whole = plain(text);
  // Where a sentence ends is no part of what it gives away.
  const open = whole.replace(/[.!?;:,]+$/, "");
  const words = open.length >= 6 ? open : whole;
  if (words.length >= 6) return [{ ground, isIn: (one) => one.includes(words) }];
  if ((words.match(/[\p{L}\p{N}]/gu) ?? []).length < 3) return [];
  const alone = new RegExp(`(?<![\\p{L}\\p{N}])${words.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")}(?![\\p{L}\\p{N}])`, "u");
  return [{ ground, isIn: (one) => alone.test(one) }];
}

function gravest({ text, handling }: Passage, withheld: ProtectedText[]): WithholdingGround | undefined {
  const words = plain(text);
  const marked = markings.flatMap(([pattern, ground]) => (pattern.test(text) ? [ground] : []));
  const repeated = withheld.flatMap((one) => (one.isIn(words) ? [one.ground] : []));
  const all = new Set<string>([handling, ...marked, ...repeated]);
  return withholdingGrounds.findLast((one) => all.has(one));
}

/** Spaces, line breaks and capitals are no difference, nor are forms of quotation marks and dashes, and what has no width. */
function plain(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .replace(/[\u2018\u2019\u201b]/g, "'")
    .replace(/[\u201c\u201d\u201f]/g, '"')
    .replace(/\p{Pd}/gu, "-")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim();
}

/** What stands where something was taken out: the ground, and nothing of what stood there. */
export function withheldWords({ because, citation }: Pick<PublicationGround, "because" | "citation">): string {
  return `[withheld: ${because}${citation ? `, ${citation}` : ""}]`;
}

function withheldText(text: string, ground: PublicationGround | undefined): string {
  return ground ? withheldWords(ground) : text;
}
