import type { EvidenceList } from "../../src/model/index.js";
import { cited } from "../../src/report/docket/words.js";
import type { SeenCase } from "../api/cases.js";
import { caseAddress } from "../frame/screens.js";
import { addressOf } from "../state/address.js";

/** Something that a case lacks, and where it is mended. */
export interface Missing {
  what: string;
  address: string;
}

/** What a case lacks before it can be relied on: evidence, quotes that stand, confirmations, decisions on the present state. */
export function missingIn(shown: SeenCase, evidence: EvidenceList | undefined): Missing[] {
  const to = (path: string, parts: Record<string, string> = {}) => addressOf(caseAddress(shown.id, path), parts);
  const unsettled = [...new Set((shown.standing?.deadlines ?? []).flatMap((one) => one.unsettled ?? []))];
  const running = new Set((shown.standing?.deadlines ?? []).map(({ id }) => `deadline/${id}`));
  const points = shown.open.filter(({ point, confirmed }) => confirmed === null && running.has(point));
  const amiss = (evidence?.quotes ?? []).filter(
    ({ quote }) => quote.withdrawn === null && ["changed", "gone"].includes(quote.checked?.outcome ?? ""),
  );
  return [
    ...shown.evidence.withoutEvidence.map(({ fact, support }) => ({
      what: `Fact without evidence${support === "weakened" ? " that still stands" : support === "supposed" ? ", only supposed" : ""}: ${fact.text}`,
      address: to("/evidence"),
    })),
    ...amiss.map(({ id, quote }) => ({
      what: `Quote ${id} ${quote.checked?.outcome === "gone" ? "is gone" : "changed"} since it was taken: “${quote.selector.exact}”`,
      address: to(`/evidence/${quote.evidence.slice(quote.evidence.lastIndexOf("/") + 1)}`),
    })),
    ...unsettled.map((what) => ({ what, address: to("/docket") })),
    ...points.map(({ point, title, ...rule }) => ({
      what: `Rule not read as it is in force: ${title}, ${cited(rule)}`,
      address: to("/docket", { do: "point", point }),
    })),
    ...shown.decisions.flatMap(({ id, title, standing: { status, current } }) => {
      if (status === "proposed")
        return [{ what: `Decision ${id} waits for approval: ${title}`, address: to("/decisions", { decision: id }) }];
      if (status === "approved" && !current)
        return [{ what: `Decision ${id} was decided on an older state: ${title}`, address: to("/decisions", { decision: id }) }];
      return [];
    }),
    ...(shown.standing?.remarks ?? []).map((what) => ({ what, address: to("/docket") })),
  ];
}
