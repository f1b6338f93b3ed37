import type { Command } from "commander";
import { addDeterminationCommand } from "./determination.js";
import { addDiffCommand } from "./diff.js";
import { addDocketCommand } from "./docket.js";
import { addDossierCommand } from "./dossier.js";
import { addEnforceCommand } from "./enforce.js";
import { addImpactCommand } from "./impact.js";
import { addMeasuresCommand } from "./measures.js";
import { addReferenceCommand } from "./reference.js";
import { addReviewCommand } from "./review.js";
import { addRulesCommand } from "./rules.js";
import { addScreenCommand } from "./screen.js";
import { addServeCommand } from "./serve.js";
import { addTraceCommand } from "./trace.js";
import { addWhoCommand } from "./who.js";

/** Every command, in the order of the help: a new one is one file and one line. */
export const commands: ((program: Command) => void)[] = [
  addReviewCommand,
  addMeasuresCommand,
  addDiffCommand,
  addWhoCommand,
  addTraceCommand,
  addScreenCommand,
  addDossierCommand,
  addDeterminationCommand,
  addEnforceCommand,
  addImpactCommand,
  addDocketCommand,
  addServeCommand,
  addRulesCommand,
  addReferenceCommand,
];
