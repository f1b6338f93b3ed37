import { readFileSync } from "node:fs";

/** A screen with what its states are told by. */
export interface ScreenStates {
  /** Its route in `web/app.tsx`. */
  route: string;
  /** What it asks the server for, as its states name it; null: it asks for nothing that it could not be shown without. */
  what: string | null;
  /** Whether somebody whose roles see people and settings alone sees it too. */
  forAdministrators?: boolean;
}

/** The states of every screen: to add a route, add its line. */
export const screenStates: readonly ScreenStates[] = [
  { route: "/", what: "the reviews", forAdministrators: true },
  { route: "/start", what: null, forAdministrators: true },
  { route: "/new", what: null, forAdministrators: true },
  { route: "/reviews", what: "the reviews" },
  { route: "/reviews/:review", what: "the review" },
  { route: "/reviews/:review/findings", what: "the findings" },
  { route: "/reviews/:review/findings/:finding", what: "the review" },
  { route: "/reviews/:review/reach", what: "the reaches" },
  { route: "/reviews/:review/ownership", what: "the review" },
  { route: "/reviews/:review/timeline", what: "the review" },
  { route: "/reviews/:review/where", what: "where data sits" },
  { route: "/reviews/:review/measures", what: "the measures" },
  { route: "/reviews/:review/impact", what: "the review" },
  { route: "/reviews/:review/left-open", what: "what is left open" },
  { route: "/work", what: "what waits" },
  { route: "/cases", what: "the cases" },
  { route: "/cases/:case", what: "the case" },
  { route: "/cases/:case/docket", what: "the docket" },
  { route: "/cases/:case/deadlines/:deadline", what: "the count of the deadline" },
  { route: "/cases/:case/runs", what: "the runs" },
  { route: "/cases/:case/decisions", what: "the decisions" },
  { route: "/cases/:case/letters", what: "the letters" },
  { route: "/cases/:case/letters/:letter", what: "the letter" },
  { route: "/cases/:case/evidence", what: "the evidence" },
  { route: "/cases/:case/evidence/:item", what: "the evidence" },
  { route: "/cases/:case/record", what: "the record" },
  { route: "/record", what: "the record" },
  { route: "/parties", what: "the parties" },
  { route: "/parties/:party", what: "the party" },
  { route: "/changes", what: "the changes" },
  { route: "/changes/:source", what: "the change" },
  { route: "/library", what: null, forAdministrators: true },
  { route: "/library/laws", what: "the rule packs" },
  { route: "/library/laws/:pack", what: "the rule packs" },
  { route: "/library/lists", what: "the state of the reference" },
  { route: "/library/measures", what: "the measures" },
  { route: "/library/calendars", what: "the calendars" },
  { route: "/library/templates", what: "the templates" },
  { route: "/library/templates/:template", what: "the template" },
  { route: "/settings", what: null, forAdministrators: true },
];

/** The routes that the workbench has. */
export function routesOfWorkbench(): string[] {
  const source = readFileSync("web/app.tsx", "utf8");
  return [...source.matchAll(/<Route path="([^"]+)"/g)].map(([, path]) => path ?? "");
}
