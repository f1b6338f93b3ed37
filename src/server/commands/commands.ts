import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { RequestProblem, statusOfDocket } from "../problems.js";
import type { CommandAnswer } from "./order.js";
import { CommandProcesses } from "./processes.js";

type OptionValue = string | number | boolean | readonly string[] | undefined;

/** A command of the command line, with what it is told. */
export interface Command {
  /** Such as `docket verify`. */
  name: string;
  options?: Record<string, OptionValue>;
  values?: readonly string[];
  /** The folder that it is carried out in: that of an upload, or an empty one. */
  folder?: string | undefined;
  long?: boolean;
  signal: AbortSignal;
  caller: string;
}

/** What carries out commands of the command line for routes. */
export interface Commands {
  /** The folder of data of the server. */
  readonly data: string;
  /**
   * Carries one out, and gives what it printed.
   *
   * @throws RequestProblem with the words of the command line
   */
  run(command: Command): Promise<Uint8Array>;
  stop(): void;
}

export interface CommandSettings {
  /** The folder of imported data; every command is told. */
  data: string;
  /** The address of the docket, for commands on it. */
  database: string;
  /** Told of faults of beholden's own. */
  tell: (line: string) => void;
}

/** Commands in processes beside the server. */
export function commandsIn({ data, database, tell }: CommandSettings): Commands {
  const empty = mkdtempSync(join(tmpdir(), "beholden-empty-"));
  const processes = new CommandProcesses(Math.max(2, Math.min(8, availableParallelism())));
  return {
    data,
    async run({ name, options = {}, values = [], folder = empty, long = false, signal, caller }) {
      const own =
        name.startsWith("docket ") || name === "reference changes" ? { database, data } : name.startsWith("rules ") ? {} : { data };
      const words = [...name.split(" "), ...optionWords({ ...options, ...own }), ...(values.length > 0 ? ["--", ...values] : [])];
      const answer = await processes.run({ words, folder, long, signal, caller });
      return outputOf(answer, folder, tell);
    },
    stop() {
      processes.stop();
      rmSync(empty, { recursive: true, force: true });
    },
  };
}

/** Options as one word each, so that no value is taken for an option. */
function optionWords(options: Record<string, OptionValue>): string[] {
  return Object.entries(options).flatMap(([name, value]) => {
    if (value === undefined || value === false) return [];
    if (value === true) return [`--${name}`];
    return (typeof value === "object" ? value : [value]).map((one) => `--${name}=${one}`);
  });
}

/** What a command printed; findings and input that was lost stand in it, and are no error of the request. */
function outputOf({ exit, output, remarks, problem }: CommandAnswer, folder: string, tell: (line: string) => void): Uint8Array {
  if (problem?.code === "fault" || (exit === 3 && output.length === 0)) throw new Error(problem?.message ?? remarks);
  if (!problem && (exit < 2 || output.length > 0)) {
    if (exit === 3) tell(`a command told of a fault: ${remarks}`);
    return output;
  }
  const words = (problem?.message ?? remarks.replace(/^beholden: /gm, "").trim()).replaceAll(`${folder}/`, "");
  const code = problem?.code === undefined || problem.code === "usage" ? "unusable-input" : problem.code;
  throw new RequestProblem(statusOfDocket(code) ?? 422, code, words);
}
