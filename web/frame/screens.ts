import type { Permission } from "../../src/model/index.js";

/** A screen that one can go to from everywhere. */
export interface GlobalScreen {
  path: string;
  title: string;
  /** The letter that leads there after `g`. */
  key: string;
  /** What one must be allowed to see anything there; null: it has something for whoever is signed in. */
  needs: Permission | null;
  /** Whether it shows what stands in reviews and cases, so that a printed page needs a mark. */
  marked: boolean;
}

/** Where one can go from everywhere: to add a screen, add its line, and its route in `app.tsx`. */
export const globalScreens: readonly GlobalScreen[] = [
  { path: "/work", title: "My work", key: "q", needs: "case:read", marked: true },
  { path: "/reviews", title: "Reviews", key: "s", needs: "review:read", marked: true },
  { path: "/cases", title: "Cases", key: "c", needs: "case:read", marked: true },
  { path: "/record", title: "The record", key: "j", needs: "record:read", marked: true },
  { path: "/parties", title: "Parties", key: "y", needs: "review:read", marked: true },
  { path: "/changes", title: "Changes", key: "x", needs: "review:read", marked: true },
  { path: "/library", title: "Library", key: "b", needs: "tools:use", marked: false },
  { path: "/settings", title: "Settings", key: "t", needs: null, marked: false },
];

/** The screens of one review: their place in its address, their name, and the letter that leads there after `g`. */
export const reviewScreens = [
  { path: "", title: "Overview", key: "o" },
  { path: "/findings", title: "Findings", key: "f" },
  { path: "/ownership", title: "Who owns it", key: "h" },
  { path: "/reach", title: "Who can reach what", key: "r" },
  { path: "/where", title: "Where data sits", key: "w" },
  { path: "/timeline", title: "Lists and laws over time", key: "t" },
  { path: "/measures", title: "Measures", key: "m" },
  { path: "/impact", title: "What a cut-off breaks", key: "i" },
  { path: "/left-open", title: "What is left open", key: "l" },
] as const;

/** The screens of one case, in the same form. */
export const caseScreens = [
  { path: "", title: "Overview", key: "o" },
  { path: "/docket", title: "Docket", key: "d" },
  { path: "/evidence", title: "Evidence", key: "e" },
  { path: "/letters", title: "Letters", key: "l" },
  { path: "/runs", title: "Runs", key: "r" },
  { path: "/decisions", title: "Decisions", key: "v" },
  { path: "/record", title: "Record", key: "a" },
] as const;

/** The address of a screen of a review. */
export function reviewAddress(review: string, path: string = ""): string {
  return `/reviews/${review}${path}`;
}

/** The address of a screen of a case. */
export function caseAddress(id: string, path: string = ""): string {
  return `/cases/${encodeURIComponent(id)}${path}`;
}

/** What an address is about: a review, a case, or neither. */
export interface Subject {
  review: string | null;
  case: string | null;
}

/** Of which review or case an address is. */
export function subjectOf(location: string): Subject {
  const of = /^\/cases\/([A-Za-z0-9][A-Za-z0-9._-]{0,63})(?:\/|$)/.exec(location)?.[1] ?? null;
  return { review: /^\/reviews\/([0-9a-f]{16})(?:\/|$)/.exec(location)?.[1] ?? null, case: of };
}
