#!/usr/bin/env node
import { CommanderError } from "commander";
import { version } from "../version.js";
import { exitStatus, explainFault } from "./exit.js";
import { commandLine } from "./program.js";

// A reader that goes away, such as head, is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(process.exitCode ?? 0);
  throw error;
});

try {
  await commandLine(version).parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : exitStatus.wrongUse;
  else process.exitCode = explainFault(error);
}
