import { readFileSync } from "node:fs";
import { plantedCase } from "./docket.js";

/** What stands in addresses. */
export interface Ids {
  review: string;
  finding: string;
  party: string;
  /** Sources that were imported. */
  sources: readonly string[];
  /** Items of evidence, by their kind. */
  items: ReadonlyMap<string, string>;
}

const of = `/cases/${plantedCase}`;

/** Where each address of the workbench is shown with what is planted: a new screen needs its line. */
export const screens: Readonly<Record<string, (ids: Ids) => string[]>> = {
  "/": () => ["/"],
  "/start": () => ["/start"],
  "/new": () => ["/new"],
  "/reviews": () => ["/reviews"],
  "/reviews/:review": ({ review }) => [`/reviews/${review}`],
  "/reviews/:review/findings": ({ review, finding }) => [
    `/reviews/${review}/findings?filter=`,
    `/reviews/${review}/findings?selected=${finding}&details=yes`,
  ],
  "/reviews/:review/findings/:finding": ({ review, finding }) => [`/reviews/${review}/findings/${finding}`],
  "/reviews/:review/reach": ({ review }) =>
    ["", "&view=matrix", "&view=outline", "&path=1"].map((more) => `/reviews/${review}/reach?government=${more}`),
  "/reviews/:review/ownership": ({ review }) => ["chart", "table", "outline"].map((view) => `/reviews/${review}/ownership?view=${view}`),
  "/reviews/:review/timeline": ({ review }) => [`/reviews/${review}/timeline`],
  "/reviews/:review/where": ({ review }) => [`/reviews/${review}/where`],
  "/reviews/:review/measures": ({ review }) => [`/reviews/${review}/measures?suppose=M04`],
  "/reviews/:review/impact": ({ review }) => [`/reviews/${review}/impact?cut=alibaba-cloud,RU`],
  "/reviews/:review/left-open": ({ review }) => [`/reviews/${review}/left-open`],
  "/work": () => ["/work"],
  "/cases": () => ["/cases", "/cases?new=yes"],
  "/parties": () => ["/parties", "/parties?filter=zq"],
  "/parties/:party": ({ party }) => [`/parties/${encodeURIComponent(party)}`],
  "/changes": () => ["/changes"],
  "/changes/:source": ({ sources }) => sources.map((source) => `/changes/${source}`),
  "/library": () => ["/library"],
  "/library/laws": () => ["/library/laws"],
  "/library/laws/:pack": () => ["/library/laws/us-icts"],
  "/library/lists": () => ["/library/lists"],
  "/library/measures": () => ["/library/measures"],
  "/library/calendars": () => ["/library/calendars"],
  "/library/templates": () => ["/library/templates"],
  "/library/templates/:template": () => ["/library/templates/own"],
  "/settings": () => ["/settings"],
  "/record": () => ["/record", "/record?entry=3", "/record?filter=kind:planted"],
  "/cases/:case": () => [of],
  "/cases/:case/record": () => [`${of}/record`, `${of}/record?entry=4`],
  "/cases/:case/docket": () => [
    `${of}/docket?selected=8`,
    ...["do=move&event=agency-concurred", "do=correct&entry=4", "do=withdraw&entry=4", "do=point"].map((more) => `${of}/docket?${more}`),
  ],
  "/cases/:case/deadlines/:deadline": () => [`${of}/deadlines/final-determination`],
  "/cases/:case/runs": () => [`${of}/runs?run=r1`],
  "/cases/:case/decisions": () => [`${of}/decisions?decision=d1`, `${of}/decisions?do=propose`],
  "/cases/:case/letters": () => [`${of}/letters`],
  "/cases/:case/letters/:letter": () => Array.from({ length: 9 }, (_, index) => `${of}/letters/l${index + 1}`),
  "/cases/:case/evidence": () => [`${of}/evidence`],
  "/cases/:case/evidence/:item": ({ items }) => [...items].map(([kind, id]) => `${of}/evidence/${id}${kind === "text" ? "?quote=q1" : ""}`),
};

/** Every address of the workbench, as its routes name them. */
export function routesOfTheWorkbench(): string[] {
  return [...readFileSync("web/app.tsx", "utf8").matchAll(/<Route path="([^"]+)"/g)].map(([, path = ""]) => path);
}
