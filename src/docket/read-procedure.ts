import { commonEvents, type Problem, Procedure, readValidatedYaml } from "../model/index.js";
import { doubtfulPoints } from "./points.js";

/** A procedure that cannot be used, with everything that is wrong in it. */
export class ProcedureError extends Error {
  override name = "ProcedureError";
  readonly problems: Problem[];
  constructor(problems: Problem[]) {
    super(
      problems
        .map(({ path, line, column, message }) => `${[path, line, column].filter((part) => part !== null).join(":")}: ${message}`)
        .join("\n"),
    );
    this.problems = problems;
  }
}

/**
 * Reads a procedure from its YAML text: structure, and that every state, event and deadline that it names exists.
 *
 * @param path for problems only; nothing is read from it
 * @throws ProcedureError with every problem, each with line and column
 */
export function readProcedure(text: string, path: string): Procedure {
  const read = readValidatedYaml(text, path, Procedure, "procedure-invalid");
  if (read.value === null) throw new ProcedureError(read.problems);
  const problems = [...dangling(read.value), ...contradictions(read.value)].map(
    ({ keys, message, expected }): Problem => ({
      path,
      ...read.locate(keys),
      severity: "error",
      code: "procedure-dangling",
      message,
      expected,
      action: "Correct the name here, or add what it names.",
    }),
  );
  if (problems.length > 0) throw new ProcedureError(problems);
  return read.value;
}

interface Dangling {
  keys: PropertyKey[];
  message: string;
  expected: string;
}

function dangling(procedure: Procedure): Dangling[] {
  const names = {
    state: new Set(["START", ...procedure.states.map(({ id }) => id)]),
    event: new Set(procedure.moves.map(({ event }) => event)),
    deadline: new Set(procedure.deadlines.map(({ id }) => id)),
  };
  const missing = (kind: keyof typeof names, keys: PropertyKey[], named: (string | undefined)[]): Dangling[] =>
    named.flatMap((name) =>
      name === undefined || names[kind].has(name)
        ? []
        : [{ keys, message: `there is no ${kind} ${name}`, expected: `one of ${[...names[kind]].join(", ")}` }],
    );
  return [
    ...procedure.moves.flatMap(({ from, to, requires }, at) => [
      ...missing("state", ["moves", at, "from"], from === "any" ? [] : from),
      ...missing(
        "state",
        ["moves", at, "to"],
        (typeof to === "string" ? [to] : Object.values(to)).filter((one) => one !== "same"),
      ),
      ...requires.flatMap((one, index) => {
        const keys = ["moves", at, "requires", index];
        if (one.kind === "concurrence")
          return [
            ...missing("event", keys, [one.received, one.concurred, one.objected, one.decided]),
            ...missing("deadline", keys, [one.window]),
          ];
        return "event" in one ? missing("event", keys, [one.event]) : "deadline" in one ? missing("deadline", keys, [one.deadline]) : [];
      }),
    ]),
    ...procedure.stages.flatMap(({ states }, at) => missing("state", ["stages", at, "states"], states)),
    ...procedure.deadlines.flatMap(({ starts, metBy, extendedBy, lengthened, paused }, at) =>
      missing("event", ["deadlines", at], [starts, ...metBy, extendedBy, lengthened?.by, paused?.by, paused?.until]),
    ),
    ...procedure.lapses.flatMap(({ deadline, from, to }, at) => [
      ...missing("deadline", ["lapses", at], [deadline]),
      ...missing("state", ["lapses", at], [...from, to]),
    ]),
    ...procedure.dates.flatMap(({ after }, at) => missing("event", ["dates", at], [after])),
    ...(procedure.hold ? missing("event", ["hold"], [...procedure.hold.startsWith, procedure.hold.after, procedure.hold.unless]) : []),
  ];
}

/** What every name in it allows and no case could use. */
function contradictions(procedure: Procedure): Dangling[] {
  const points = doubtfulPoints(procedure);
  return [
    ...procedure.moves.flatMap(({ event, requires }, at) => [
      ...((commonEvents as readonly string[]).includes(event)
        ? [{ keys: ["moves", at, "event"], message: `${event} is an event of every procedure`, expected: "another name" }]
        : []),
      ...requires.flatMap((one, index) =>
        one.kind === "confirmed" && !points.has(one.point)
          ? [
              {
                keys: ["moves", at, "requires", index],
                message: `there is no open point ${one.point}`,
                expected: `one of ${[...points.keys()].join(", ")}`,
              },
            ]
          : [],
      ),
    ]),
    ...procedure.deadlines.flatMap(({ days, named }, at) =>
      (days === undefined) === (named === "alone")
        ? []
        : [
            {
              keys: ["deadlines", at],
              message:
                days === undefined
                  ? "it has no days, and its event does not name its end alone"
                  : "it has days, and its event names its end alone",
              expected: "either `days`, or `named: alone`",
            },
          ],
    ),
  ];
}
