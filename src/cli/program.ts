import { Command } from "commander";
import { commands } from "./commands.js";

/** The command line, whole. Nothing is read or done until it parses. */
export function commandLine(version: string): Command {
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
  return program;
}
