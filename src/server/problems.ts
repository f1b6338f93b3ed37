import { randomBytes } from "node:crypto";
import { sep } from "node:path";
import { z } from "zod";
import { DocketConflict } from "../model/index.js";

/** What goes wrong with a request, as it is told (RFC 9457). */
export const Problem = z
  .strictObject({
    type: z.string().describe("a name of the kind of problem that stays: urn:beholden:problem: and its code"),
    status: z.int(),
    code: z.string().describe("the kind of problem, for programs"),
    title: z.string().describe("what was wrong, in the words of the command line"),
    action: z.string().nullable().describe("what to do about it; null where the title says so"),
    issues: z
      .array(z.strictObject({ where: z.string(), message: z.string() }))
      .optional()
      .describe("each field that is wrong, with its place"),
    conflict: DocketConflict.optional().describe("of a save on an older version: mine, theirs and merged"),
    reference: z.string().optional().describe("of a fault of beholden's own: what the server's log names it by"),
  })
  .describe("What went wrong, and what to do");
export type Problem = z.infer<typeof Problem>;

interface ProblemMore {
  action?: string;
  issues?: Problem["issues"];
  conflict?: DocketConflict;
  headers?: Record<string, string>;
}

/** A request that is not carried out, with the status and words that it is answered with. */
export class RequestProblem extends Error {
  override name = "RequestProblem";
  readonly status: number;
  readonly code: string;
  readonly more: ProblemMore;
  constructor(status: number, code: string, message: string, more: ProblemMore = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.more = more;
  }
}

/** The answer to a request that failed. It never holds a stack, and of a fault of beholden's own no word either. */
export function problemAnswer(problem: RequestProblem, reference?: string): Response {
  const { status, code, message, more } = problem;
  const { action = null, issues, conflict, headers = {} } = more;
  const body: Problem = {
    type: `urn:beholden:problem:${code}`,
    status,
    code,
    title: message,
    action,
    ...(issues ? { issues } : {}),
    ...(conflict ? { conflict } : {}),
    ...(reference ? { reference } : {}),
  };
  return new Response(`${JSON.stringify(body)}\n`, { status, headers: { ...headers, "Content-Type": "application/problem+json" } });
}

/** What a docket's errors are in HTTP. */
const docketStatus: Readonly<Record<string, number>> = {
  busy: 503,
  full: 507,
  unavailable: 503,
  unknown: 503,
  unusable: 503,
  newer: 503,
  broken: 503,
  conflict: 409,
  "key-used": 422,
  "not-found": 404,
  refused: 409,
  invalid: 422,
};

/** The status of a code of a docket's errors; undefined for any other. */
export function statusOfDocket(code: string): number | undefined {
  return Object.hasOwn(docketStatus, code) ? docketStatus[code] : undefined;
}

export interface Faults {
  /** Told of faults of beholden's own, for whoever runs the server. */
  tell: (line: string) => void;
  /** Folders of the server, which no answer names. */
  folders: readonly string[];
}

/** Any error as a problem. What is not known is a fault of beholden's own: it is told to whoever runs the server, and named in the answer. */
export function problemOf(error: unknown, { tell, folders }: Faults): { problem: RequestProblem; reference?: string } {
  const told = known(error);
  const store = told && Object.hasOwn(storeFaults, told.code) ? storeFaults[told.code] : undefined;
  if (told && store === undefined)
    return { problem: new RequestProblem(told.status, told.code, withoutFolders(told.message, folders), told.more) };
  const reference = randomBytes(6).toString("hex");
  if (told && store !== undefined) {
    tell(`fault ${reference}: ${told.message}`);
    return { problem: new RequestProblem(told.status, told.code, store, { ...told.more, action: logged(reference) }), reference };
  }
  tell(`fault ${reference}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return {
    problem: new RequestProblem(500, "fault", "A fault of beholden's own, not of your request.", {
      action: `Please report it with the lines that the server's log has for ${reference}.`,
    }),
    reference,
  };
}

/** Of the store anybody is told this much: what it says itself names its machine and its user, and is for whoever runs the server. */
const storeFaults: Readonly<Record<string, string>> = {
  unavailable: "The docket's store does not answer.",
  unknown: "The docket's store went away while the change was being recorded: look whether it is there before you send it again.",
  unusable: "The docket's store cannot be used as it is.",
};

function logged(reference: string): string {
  return `Ask again in a moment. Whoever runs the server finds more in its log, under ${reference}.`;
}

/** An error whose words are for whoever asked. */
function known(error: unknown): RequestProblem | null {
  if (error instanceof RequestProblem) return error;
  // What a person wrote and cannot be read tells each fault with its line.
  if (error instanceof Error && "problems" in error) return new RequestProblem(422, "unusable-input", error.message);
  if (!(error instanceof Error && error.name === "DocketError" && "code" in error)) return null;
  const code = String(error.code);
  const status = statusOfDocket(code);
  const conflict = "conflict" in error ? { conflict: error.conflict as DocketConflict } : {};
  const headers = status === 503 ? { headers: { "Retry-After": "1" } } : {};
  return status === undefined ? null : new RequestProblem(status, code, error.message, { ...conflict, ...headers });
}

/** Only whole names of folders go: `/data` is not in `/database`. */
function withoutFolders(message: string, folders: readonly string[]): string {
  return folders.reduce((text, folder) => {
    const literal = (folder + sep).replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    const below = new RegExp(`(?<![\\w.-])${literal}`, "g");
    const itself = new RegExp(`(?<![\\w.-])${literal.slice(0, sep === "\\" ? -2 : -1)}(?![\\w-])`, "g");
    return text.replace(below, "").replace(itself, "the server");
  }, message);
}
