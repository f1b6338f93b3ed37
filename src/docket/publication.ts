import type { Mark } from "../model/index.js";

/** How a text may be handled. `public` alone may be published. */
export const handlings = ["public", "confidential-business", "controlled-unclassified", "classified"] as const;
export type Handling = (typeof handlings)[number];

export interface Passage {
  text: string;
  handling: Handling;
}

/** Why a passage may not be published as it stands. */
export interface PublicationGround {
  /** Index of the passage. */
  passage: number;
  action: "refused" | "redacted";
  because: string;
  citation: string;
  mark: Mark;
}

export interface CheckedPublication {
  /** False where a ground refuses it: then nothing of it is published. */
  publishable: boolean;
  /** The passages, what may not be published replaced by the ground; empty where it is refused. */
  passages: string[];
  grounds: PublicationGround[];
}

const law: Record<Exclude<Handling, "public">, Omit<PublicationGround, "passage">> = {
  classified: {
    action: "refused",
    because: "it holds classified information, or refers to it",
    citation: "15 CFR 791.105(c), 791.109(d)(3)",
    mark: "R*",
  },
  "controlled-unclassified": { action: "redacted", because: "controlled unclassified information", citation: "15 CFR 791.102", mark: "R*" },
  "confidential-business": {
    action: "redacted",
    because: "confidential business information",
    citation: "15 CFR 791.102, 791.109(c)",
    mark: "OLD",
  },
};

/** Markings as U.S. documents bear them: banner lines, portion marks before a paragraph, dissemination controls; and words that refer to such a text. */
const markings: [pattern: RegExp, handling: Exclude<Handling, "public">][] = [
  [/^[ \t]*(?:TOP SECRET|SECRET|CONFIDENTIAL)(?:\/\/[^\n]*)?[ \t]*$/m, "classified"],
  [/^[ \t]*\((?:TS|S|C)(?:\/\/[A-Z0-9 ,/-]{1,80})?\)[ \t]/m, "classified"],
  [/\b(?:TOP SECRET|SECRET|CONFIDENTIAL)\/\/|\/\/(?:NOFORN|NF|ORCON|SI|TK|HCS)\b/, "classified"],
  [/\bclassified (?:annex|appendix|assessment|briefing|document|evidence|information|memorandum|record|report|source)s?\b/i, "classified"],
  [/^[ \t]*(?:CUI|CONTROLLED)(?:\/\/[^\n]*)?[ \t]*$|^[ \t]*\(CUI(?:\/\/[A-Z0-9 ,/-]{1,80})?\)[ \t]/m, "controlled-unclassified"],
  [/\b(?:BUSINESS CONFIDENTIAL|CONFIDENTIAL BUSINESS INFORMATION)\b|\[CBI\]/, "confidential-business"],
];

/**
 * Checks a text before it is published: no classified information or reference to it, and no confidential business information.
 * Passages go by their handling; a public one is also read for markings, and for protected texts that it repeats.
 *
 * @param withheld texts of the case that are not public, so that a passage that repeats one is found
 * @example checkPublication([{ text: "Revenue was 4.2 million.", handling: "confidential-business" }]).passages
 * // ["[withheld: confidential business information, 15 CFR 791.102, 791.109(c)]"]
 */
export function checkPublication(passages: Passage[], withheld: Passage[] = []): CheckedPublication {
  const protectedTexts = withheld.flatMap(({ text, handling }) =>
    handling === "public" || plain(text) === "" ? [] : [{ text: plain(text), handling }],
  );
  const found = passages.map((passage) => gravest(passage, protectedTexts));
  const grounds = found.flatMap((handling, passage) => (handling === "public" ? [] : [{ passage, ...law[handling] }]));
  const publishable = grounds.every(({ action }) => action === "redacted");
  return {
    publishable,
    passages: publishable ? passages.map(({ text }, at) => shown(text, found[at] ?? "public")) : [],
    grounds,
  };
}

function gravest({ text, handling }: Passage, withheld: { text: string; handling: Handling }[]): Handling {
  const marked = markings.flatMap(([pattern, marks]) => (pattern.test(text) ? [marks] : []));
  const repeated = withheld.flatMap((one) => (plain(text).includes(one.text) ? [one.handling] : []));
  const all = new Set<Handling>([handling, ...marked, ...repeated]);
  return handlings.findLast((one) => all.has(one)) ?? "public";
}

/** Spaces, line breaks and capitals are no difference. */
function plain(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}

function shown(text: string, handling: Handling): string {
  if (handling === "public") return text;
  const { because, citation } = law[handling];
  return `[withheld: ${because}, ${citation}]`;
}
