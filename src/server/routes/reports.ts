import { z } from "zod";
import { caseReport, noteRestricted } from "../../case-report.js";
import { CaseReport, HandlingMark, isOpenTo } from "../../model/index.js";
import { renderCaseReport } from "../../report/docket/report/report.js";
import { AsOf, CaseId } from "../fields.js";
import { RequestProblem } from "../problems.js";
import { type Route, route } from "../route.js";

const types = {
  text: "text/plain; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  html: "text/html; charset=utf-8",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
} as const;

/** The report of a case. */
export const reportRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/api/cases/{case}/report",
    id: "reportCase",
    tag: "cases",
    summary: "The report of a case, with the head of the journal on it",
    description: "It holds nothing that is handled more strictly than upTo, or than one may see; what is left out is counted.",
    permission: "case:read",
    commands: ["docket report"],
    params: z.strictObject({ case: CaseId }),
    query: z.strictObject({
      asOf: AsOf,
      upTo: HandlingMark.default("restricted"),
      format: z.enum(["json", "text", "md", "html", "docx"]).default("json"),
    }),
    answer: { description: "The report", schema: CaseReport, types: Object.values(types) },
    refusals: ["not-found"],
    handle: async ({ docket, who, at, params, query: { asOf, upTo, format } }) => {
      if (who.seesUpTo === null) throw new RequestProblem(403, "forbidden", "Your roles see nothing of a case.");
      const most = isOpenTo(upTo, who.seesUpTo) ? upTo : who.seesUpTo;
      const report = await caseReport(docket, params.case, { at, asOf, upTo: most });
      await noteRestricted(docket, report, { by: who.name, at });
      if (format === "json") return { json: report };
      return {
        content: await renderCaseReport(report, format, { width: 100 }),
        type: types[format],
        fileName: `${params.case}-report.${format === "text" ? "txt" : format}`,
      };
    },
  }),
];
