// A process of its own that carries out commands for the server, one after the other: the entry of dist/command-worker.js.
import { CommanderError } from "commander";
import type { CommandAnswer, CommandOrder } from "../server/commands/order.js";
import { version } from "../version.js";
import { exitStatus, isTold } from "./exit.js";
import { commandLine } from "./program.js";

// Without the server there is nobody to answer.
process.on("disconnect", () => process.exit());
process.on("message", (order: CommandOrder) => {
  carryOut(order).then((answer) => process.send?.(answer));
});

async function carryOut({ words, folder }: CommandOrder): Promise<CommandAnswer> {
  process.chdir(folder);
  process.exitCode = undefined;
  const [output, remarks] = [caught(process.stdout), caught(process.stderr)];
  try {
    const program = commandLine(version).configureOutput({ writeErr: (text) => void process.stderr.write(text) });
    await program.parseAsync([...words], { from: "user" });
    return { exit: Number(process.exitCode ?? 0), output: output.end(), remarks: textOf(remarks.end()), problem: null };
  } catch (error) {
    output.end();
    return { output: new Uint8Array(), remarks: "", ...problemOf(error, textOf(remarks.end())) };
  }
}

function problemOf(error: unknown, remarks: string): Pick<CommandAnswer, "exit" | "problem"> {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof CommanderError) return { exit: exitStatus.wrongUse, problem: { code: "usage", message: remarks || message } };
  if (isTold(error)) return { exit: exitStatus.wrongUse, problem: { code: "code" in error ? String(error.code) : "usage", message } };
  return { exit: exitStatus.fault, problem: { code: "fault", message: error instanceof Error ? (error.stack ?? message) : message } };
}

/** Keeps what is written to a stream instead, until the end. */
function caught(stream: NodeJS.WriteStream): { end: () => Uint8Array } {
  const pieces: Buffer[] = [];
  const own = stream.write;
  stream.write = ((piece: string | Uint8Array, encoding?: unknown, done?: unknown) => {
    pieces.push(Buffer.from(piece as string));
    for (const one of [encoding, done]) if (typeof one === "function") one();
    return true;
  }) as typeof stream.write;
  return {
    end: () => {
      stream.write = own;
      return Buffer.concat(pieces);
    },
  };
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
