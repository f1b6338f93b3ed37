#!/usr/bin/env node
import { Command, CommanderError } from "commander";
import { version } from "../version.js";
import { commands } from "./commands.js";
import { exitStatus, explainFault } from "./exit.js";

const program = new Command("beholden")
  .description("Which governments can reach your data, or cut you off, through the cloud and technology you depend on.")
  .version(version, "-V, --version", "print the version")
  .helpOption("-h, --help", "print this help")
  .showHelpAfterError("(beholden --help, or beholden COMMAND --help, lists what is possible)")
  .addHelpText(
    "after",
    `\nExit status: 0 nothing at or above --fail-on; 1 findings at or above it; 2 wrong use or unreadable input; 3 a fault of beholden's own.`,
  )
  .exitOverride();
for (const add of commands) add(program);

// A reader that goes away, such as head, is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(process.exitCode ?? 0);
  throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : exitStatus.wrongUse;
  else process.exitCode = explainFault(error);
}
