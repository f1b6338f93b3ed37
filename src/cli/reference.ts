import type { Command } from "commander";
import { addChangesCommand } from "./reference-changes.js";
import { addImportCommand } from "./reference-import.js";
import { addStatusCommand } from "./reference-status.js";
import { addUpdateCommand } from "./reference-update.js";

/** Adds `beholden reference …`: what is known, how old it is, and how more gets in. */
export function addReferenceCommand(program: Command): void {
  const reference = program.command("reference").description("who is who: the facts that reviews stand on");
  addStatusCommand(reference);
  addUpdateCommand(reference);
  addImportCommand(reference);
  addChangesCommand(reference);
}
