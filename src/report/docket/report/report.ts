import type { CaseReport } from "../../../model/index.js";
import { letterForms } from "../../letter/registry.js";
import { reportLetter } from "./letter.js";

export const caseReportFormats = ["text", "md", "html", "docx", "json"] as const;
export type CaseReportFormat = (typeof caseReportFormats)[number];

/** The report of a case in one form; all of them are drawn from the same object. */
export async function renderCaseReport(
  report: CaseReport,
  format: CaseReportFormat,
  { width }: { width: number },
): Promise<string | Uint8Array> {
  if (format === "json") return `${JSON.stringify(report, null, 2)}\n`;
  const form = await letterForms[format]();
  return form.render(reportLetter(report), { width });
}
