import type { Command } from "commander";
import { addAccessCommands } from "./docket-access.js";
import { addBundleCommands } from "./docket-bundle.js";
import { addCaseCommands } from "./docket-case.js";
import { addClockCommands } from "./docket-clock.js";
import { addDecisionCommands } from "./docket-decision.js";
import { addEvidenceCommands } from "./docket-evidence.js";
import { addFactCommands } from "./docket-fact.js";
import { addLetterCommands } from "./docket-letter.js";
import { addMoveCommands } from "./docket-move.js";
import { addPeopleCommands } from "./docket-people.js";
import { addRecordCommands } from "./docket-record.js";
import { addReportCommand } from "./docket-report.js";
import { addRunCommands } from "./docket-run.js";
import { addTemplateCommands } from "./docket-template.js";

/** Adds `beholden docket …`: cases, their clocks, and the record that they are kept in. */
export function addDocketCommand(program: Command): void {
  const docket = program
    .command("docket")
    .description("cases, statutory clocks, and a record that proves itself: in one file, or in PostgreSQL for a team");
  addCaseCommands(docket);
  addMoveCommands(docket);
  addRunCommands(docket);
  addDecisionCommands(docket);
  addReportCommand(docket);
  addClockCommands(docket);
  addEvidenceCommands(docket);
  addFactCommands(docket);
  addLetterCommands(docket);
  addTemplateCommands(docket);
  addRecordCommands(docket);
  addBundleCommands(docket);
  addPeopleCommands(docket);
  addAccessCommands(docket);
}
