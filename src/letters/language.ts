import type { HandlingMark, Mark } from "../model/index.js";

/** A place of a sentence that is filled from the record or by a person, such as `case.caption` or `field.to`. */
export interface NamedPlace {
  kind: "place";
  path: string;
  at: number;
}

export type Part = { kind: "text"; text: string } | NamedPlace;

/** Kinds of objects of a case that a sentence can rest on. */
export const sourceKinds = ["event", "fact", "quote", "evidence", "run", "decision", "letter"] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** What stands in square brackets at the end of a sentence: a source, a provision, or that it tells no fact. */
export type Reference =
  | { kind: SourceKind; id: string; part: string | null; at: number }
  | { kind: "law"; citation: string; mark: Mark | null; at: number }
  | { kind: "statement" | "instruction"; at: number };

export interface SentencePattern {
  parts: Part[];
  references: Reference[];
}

/** Sentences that are handled alike. `handling` null: nothing was said, so what holds for the whole does. */
export interface Passage {
  handling: HandlingMark | null;
  sentences: SentencePattern[];
}

export type PassageBlock =
  | { kind: "paragraph"; passage: Passage }
  | { kind: "list"; ordered: boolean; items: Passage[] }
  | { kind: "place"; path: string; handling: HandlingMark | null; at: number };

/** What is wrong at a place of a text. */
export interface TextFault {
  at: number;
  message: string;
  expected: string;
}
