import { mkdtempSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CommandProcesses } from "../src/server/commands/processes.js";

/** A command line that stays: what a script calls hundreds of times starts once. */
export interface AskedCommands {
  /** What the script calls in the place of `beholden`. */
  command: string;
  /** What the script's environment has to say. */
  env: Readonly<Record<string, string>>;
  stop(): void;
}

/** Starts it, the built program in a process of its own, one command after the other. */
export async function askedCommands(): Promise<AskedCommands> {
  const processes = new CommandProcesses(1);
  const path = join(mkdtempSync(join(tmpdir(), "asked-")), "socket");
  const answer = async (socket: Socket, text: string) => {
    const signal = AbortSignal.timeout(120_000);
    const { exit, output, remarks, problem } = await processes.run({ ...JSON.parse(text), caller: "script", long: false, signal });
    const said = problem ? `${remarks}error: ${problem.message}\n` : remarks;
    socket.end(JSON.stringify({ exit, output: Buffer.from(output).toString("base64"), remarks: said }));
  };
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    let text = "";
    socket.setEncoding("utf8").on("data", (part) => {
      text += part;
    });
    socket.once("end", () => answer(socket, text));
  });
  await new Promise<void>((listening) => server.listen(path, listening));
  return {
    command: `${process.execPath} ${fileURLToPath(new URL("asked-command.mjs", import.meta.url))}`,
    env: { BEHOLDEN_ASKED: path },
    stop() {
      server.close();
      processes.stop();
    },
  };
}
