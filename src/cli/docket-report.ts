import { type Command, Option } from "commander";
import type { HandlingMark } from "../model/index.js";
import type { CaseReportFormat } from "../report/docket/report/report.js";
import { handlingChoices } from "./docket-run.js";
import { doingOf, type RecordingOptions, recordingOptions, withDocket } from "./docket-session.js";
import { UsageError } from "./exit.js";
import { readDay } from "./options.js";
import { outputWidth, writeReport } from "./output.js";

interface ReportOptions extends Omit<RecordingOptions, "format"> {
  format: CaseReportFormat;
  asOf?: string;
  upTo: HandlingMark;
}

/** Adds `docket report`. */
export function addReportCommand(docket: Command): void {
  recordingOptions(docket.command("report"), ["text", "md", "html", "docx", "json"])
    .description(
      "the report of a case: parties, standing, deadlines, course, evidence, facts, runs, decisions, open points; with the head of the journal",
    )
    .argument("<case>", "id of the case")
    .option("--as-of <day>", "as of this day (default: today where the office is)")
    .addOption(
      new Option("--up-to <mark>", "leave out what is handled more strictly, and count it").choices(handlingChoices).default("restricted"),
    )
    .action(runReport);
}

async function runReport(id: string, options: ReportOptions): Promise<void> {
  if (options.format === "docx" && !options.output && process.stdout.isTTY)
    throw new UsageError("a Word document is not for a terminal. Name a file with --output, such as --output report.docx.");
  const [{ caseReport, noteRestricted }, { renderCaseReport }] = await Promise.all([
    import("../case-report.js"),
    import("../report/docket/report/report.js"),
  ]);
  const asOf = options.asOf === undefined ? undefined : readDay(options.asOf);
  const doing = doingOf(options);
  const report = await withDocket({ ...options, format: "json" }, false, async (docket) => {
    const made = await caseReport(docket, id, { at: doing.at, asOf, upTo: options.upTo });
    await noteRestricted(docket, made, doing);
    return made;
  });
  await writeReport(await renderCaseReport(report, options.format, { width: outputWidth() }), options);
}
