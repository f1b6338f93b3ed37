import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type DeclaredMeasure,
  effects,
  type Finding,
  type Measure,
  type Path,
  type Reach,
  type StepKind,
  stepKinds,
} from "../model/index.js";
import type { MeasureBasis } from "./cuts.js";
import { demandedBy, proposalBeside } from "./demanded.js";
import { applyMeasures } from "./measures.js";
import { describeTask, isEndable, proposeMeasures } from "./propose.js";
import { sampleFinding } from "./sample-finding.js";
import { sampleMeasure } from "./sample-measure.js";

function path(kinds: StepKind[]): Path {
  const place = (id: string) => ({ kind: "party" as const, id, name: id });
  return {
    confidence: "high",
    steps: kinds.map((kind, at) => ({
      kind,
      from: place(`${kind}${at}`),
      to: place(`${kind}${at}-to`),
      because: "b",
      confidence: "high",
      evidence: [{ kind: "inference", locator: "l" }],
    })),
  };
}

function reach(id: string, effect: Reach["effect"], paths: StepKind[][]): Reach {
  const [strongest = path(["hosting"]), ...alternatives] = paths.map(path);
  return {
    id,
    government: "CN",
    effect,
    target: { kind: "system", id: `target-${id}`, name: `Target ${id}` },
    transaction: `t-${id}`,
    path: strongest,
    alternatives,
    cutBy: [],
    residual: true,
  };
}

function basisOf(measures: Measure[], declared: DeclaredMeasure[] = []): MeasureBasis {
  const inventory = {
    schemaVersion: "1" as const,
    subject: { name: "S" },
    systems: [],
    holdings: [],
    accepted: [],
    networks: [],
    exclude: [],
    measures: declared,
  };
  return { inventory, measures, home: "US" };
}

function resting(reaches: Reach[], more: Partial<Finding> = {}): Finding[] {
  return [sampleFinding({ id: "f", outcome: "review", reaches: reaches.map(({ id }) => id), ...more })];
}

async function propose(traced: Reach[], basis: MeasureBasis, costs: [string, number][] = [], findings = resting(traced)) {
  const input = { findings, reaches: applyMeasures(traced, basis), basis, costs: new Map(costs), effects };
  return { input, ...(await proposeMeasures(input)) };
}

const cutting = (id: string, ...steps: StepKind[]) =>
  sampleMeasure({ id, cuts: [{ effects: [...effects], steps, condition: "always", because: "b" }] });

const sampleMeasures = fc
  .array(
    fc.record({ effects: fc.subarray([...effects], { minLength: 1 }), steps: fc.subarray([...stepKinds], { minLength: 1, maxLength: 3 }) }),
    {
      minLength: 1,
      maxLength: 7,
    },
  )
  .map((cuts) =>
    cuts.map(({ effects, steps }, at) =>
      sampleMeasure({ id: `m${at}`, cuts: [{ effects, steps, condition: at === 1 ? "met-in-full" : "always", because: "b" }] }),
    ),
  );
const sampleReaches = fc
  .array(
    fc.record({
      effect: fc.constantFrom(...effects),
      paths: fc.array(fc.array(fc.constantFrom(...stepKinds), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
    }),
    { maxLength: 8 },
  )
  .map((all) => all.map(({ effect, paths }, at) => reach(`r${at}`, effect, paths)));
const sampleCases = fc.record({
  measures: sampleMeasures,
  reaches: sampleReaches,
  costs: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 7, maxLength: 7 }),
});

/** The reaches left when exactly these measures are assumed: told by the review's own room, not by the solver's. */
function left(reaches: Reach[], basis: MeasureBasis, set: string[]): string[] {
  const assumed = set.map((measure) => ({ measure, appliesTo: [] }));
  return applyMeasures(reaches, basis, assumed)
    .filter(({ residual }) => residual)
    .map(({ id }) => id);
}

describe("a proposal", () => {
  it("leaves nothing that can be ended, no proper subset of it does, and it costs what trying every subset finds, ties included", async () => {
    await fc.assert(
      fc.asyncProperty(sampleCases, async ({ measures, reaches, costs }) => {
        const basis = basisOf(measures);
        const given = measures.map(({ id }, at): [string, number] => [id, costs[at] ?? 1]);
        const { tasks, proposal } = await propose(reaches, basis, given);
        const endable = tasks.filter(isEndable).map((task) => task.reach.id);
        const ends = (set: string[]) => left(reaches, basis, set).every((id) => !endable.includes(id));

        const ids = measures.map(({ id }) => id);
        const subsets = Array.from({ length: 1 << ids.length }, (_, mask) => ids.filter((_id, at) => mask & (1 << at)));
        const covering = subsets.filter(ends);
        const costOf = (set: string[]) => set.reduce((sum, id) => sum + (costs[ids.indexOf(id)] ?? 1), 0);
        const least = Math.min(...covering.map(costOf));
        const needless = (set: string[]) => set.some((id) => ends(set.filter((one) => one !== id)));
        const expected = covering.filter((set) => costOf(set) === least && !needless(set)).map(String);

        if (endable.length === 0) expect(proposal).toBeNull();
        else {
          expect(proposal?.cost).toBe(least);
          expect(proposal?.sets.map((set) => String(set.measures.map(({ measure }) => measure))).sort()).toEqual(expected.sort());
        }
        // What is not endable is left whatever is put in place.
        expect(left(reaches, basis, ids).sort()).toEqual(
          tasks
            .filter((task) => !isEndable(task))
            .map((task) => task.reach.id)
            .sort(),
        );
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it("is told by cut points: removing one ends every path", async () => {
    await fc.assert(
      fc.asyncProperty(sampleReaches, async (reaches) => {
        const { tasks } = await propose(reaches, basisOf([]));
        for (const task of tasks) {
          const paths = [task.reach.path, ...task.reach.alternatives];
          const passes = (one: Path, step: Path["steps"][number]) =>
            one.steps.some((other) => other.from.id === step.from.id && other.to.id === step.to.id);
          const expected = paths[0]?.steps.filter((step) => paths.every((one) => passes(one, step))).map((step) => step.from.id);
          expect(describeTask(task).cutPoints.map(({ step }) => step.from.id)).toEqual(expected);
        }
      }),
    );
  });

  it("never is 'stop using it', nor a change of owner", async () => {
    const all: Measure["kind"][] = ["divestiture", "cessation"];
    const measures = all.map((kind) => ({ ...cutting(kind, "operation"), kind }));
    const { tasks, proposal } = await propose([reach("r", "launch", [["operation", "traffic"]])], basisOf(measures));
    expect(proposal).toBeNull();
    expect(tasks.map(describeTask)).toMatchObject([{ endable: false, divestitures: ["divestiture"] }]);
  });

  it("leaves out what is ended by what is in place, and counts what is only promised", async () => {
    const measures = [cutting("a", "hosting"), cutting("b", "supply")];
    const reaches = [reach("r", "access", [["hosting"]]), reach("s", "access", [["supply"], ["hosting"]])];
    const declared: DeclaredMeasure[] = [
      { id: "a", status: "in-place", appliesTo: [] },
      { id: "b", status: "promised", appliesTo: ["target-s"] },
    ];
    const { tasks, proposal } = await propose(reaches, basisOf(measures, declared));
    expect(tasks.map(describeTask)).toMatchObject([{ id: "s", paths: 2, pathsOpen: 1, ifPromisesKept: true }]);
    expect(proposal?.sets).toMatchObject([{ measures: [{ measure: "b", promisedFor: [{ id: "target-s" }] }] }]);
  });

  it("is about findings that somebody has to answer: not notes, not accepted ones", async () => {
    const reaches = [reach("r", "access", [["hosting"]])];
    const tasks = async (more: Partial<Finding>) => (await propose(reaches, basisOf([]), [], resting(reaches, more))).tasks.length;
    expect(await tasks({ outcome: "note" })).toBe(0);
    expect(await tasks({ status: "accepted" })).toBe(0);
    expect(await tasks({ status: "acceptance-expired" })).toBe(1);
    expect(await tasks({ outcome: "restricted", certainty: "cannot-be-excluded" })).toBe(1);
  });

  it("says where a measure is needed and where another of the set cuts too", async () => {
    const measures = [cutting("a", "operation"), cutting("b", "dependency")];
    const reaches = [
      reach("r", "access", [["operation", "hosting"]]),
      reach("s", "disrupt", [["operation", "dependency"]]),
      reach("t", "disrupt", [["territory", "dependency"]]),
    ];
    const { proposal } = await propose(reaches, basisOf(measures));
    const places = (all: { id: string }[] = []) => all.map(({ id }) => id);
    const [a, b] = proposal?.sets[0]?.measures ?? [];
    expect([places(a?.neededFor), places(a?.alsoCuts)]).toEqual([["target-r"], ["target-s"]]);
    expect([places(b?.neededFor), places(b?.alsoCuts)]).toEqual([["target-t"], ["target-s"]]);
  });
});

describe("what the law demands", () => {
  const requirements: Measure = {
    ...sampleMeasure({ id: "req", cuts: [{ effects: ["access"], steps: ["hosting"], condition: "met-in-full", because: "b" }] }),
    kind: "security-requirements",
  };
  const keys = cutting("keys", "hosting");
  const reaches = [reach("r", "access", [["hosting"]]), reach("s", "access", [["hosting"]])];
  const restricting = sampleFinding({ id: "law", outcome: "restricted", transaction: "t-r", reaches: ["r"], measures: ["req", "keys"] });

  it("is told apart from what cuts reaches, and counts only for the transactions that it is demanded of", async () => {
    const findings = [...resting(reaches), restricting];
    const { input, tasks, proposal } = await propose(reaches, basisOf([keys, requirements]), [["req", 9]], findings);
    expect(proposal).toMatchObject({ cost: 1, sets: [{ measures: [{ measure: "keys" }] }] });
    expect(demandedBy(input, tasks)).toMatchObject([
      { measure: "req", certainty: "established", findings: ["law"], targets: [{ id: "target-r" }], cutsReaches: true },
    ]);
    const beside = await proposalBeside(input, tasks);
    expect(beside?.sets).toMatchObject([{ measures: [{ measure: "keys", neededFor: [{ id: "target-s" }], alsoCuts: [] }] }]);
  });

  it("needs nothing beside it where it ends all", async () => {
    const only = reaches.slice(0, 1);
    const { input, tasks } = await propose(only, basisOf([keys, requirements]), [], [...resting(only), restricting]);
    expect(await proposalBeside(input, tasks)).toMatchObject({ cost: 0, sets: [{ measures: [] }] });
  });

  it("changes nothing while it is only possible", async () => {
    const open = { ...restricting, certainty: "cannot-be-excluded" as const };
    const { input, tasks } = await propose(reaches, basisOf([keys, requirements]), [], [...resting(reaches), open]);
    expect(demandedBy(input, tasks)).toMatchObject([{ certainty: "cannot-be-excluded" }]);
    expect(await proposalBeside(input, tasks)).toBeNull();
  });
});

it("adding a measure, declared or assumed, never adds a reach", () => {
  const declarations = fc.array(
    fc.record({
      id: fc.constantFrom("m0", "m1", "m2", "m3"),
      status: fc.constantFrom("promised" as const, "in-place" as const, "verified" as const),
      appliesTo: fc.subarray(["target-r0", "target-r1"]),
    }),
    { minLength: 1, maxLength: 5 },
  );
  fc.assert(
    fc.property(sampleMeasures, sampleReaches, declarations, fc.boolean(), (measures, reaches, declared, assume) => {
      const [added, ...before] = declared;
      if (!added) return;
      const residual = (some: DeclaredMeasure[], assumed: string[]) =>
        new Set(
          applyMeasures(
            reaches,
            basisOf(measures, some),
            assumed.map((measure) => ({ measure, appliesTo: added.appliesTo })),
          )
            .filter((one) => one.residual)
            .map(({ id }) => id),
        );
      const fewer = residual(before, []);
      const more = assume ? residual(before, [added.id]) : residual([...before, added], []);
      for (const id of more) expect(fewer.has(id)).toBe(true);
    }),
  );
});
