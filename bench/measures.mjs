// `node bench/measures.mjs`: the cheapest sets of 25 measures for 2,000 reaches, proven optimal, beside choosing greedily. See README.md.
import { existsSync } from "node:fs";
import { arch, cpus, platform } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { generator } from "./random.mjs";

const { values } = parseArgs({ options: { check: { type: "boolean", default: false }, small: { type: "boolean", default: false } } });
const library = fileURLToPath(new URL("../dist/index.js", import.meta.url));
if (!existsSync(library)) {
  process.stderr.write("dist/index.js is not there: run npm run build first\n");
  process.exit(2);
}
const { applyMeasures, effects, proposeMeasures, stepKinds } = await import(library);
const target = { seconds: 5, mebibytes: 500 };
const size = values.small ? { reaches: 60, measures: 10 } : { reaches: 2_000, measures: 25 };
const random = generator(791);

print(`${platform()} ${arch()}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown"}, Node.js ${process.version}`);
const measures = madeMeasures(size.measures);
const traced = madeReaches(size.reaches);
const costs = new Map(measures.map(({ id }) => [id, 10 + Math.floor(random() * 11)]));
const basis = { inventory: null, measures, home: "US" };
const findings = [{ id: "f", outcome: "review", status: "open", reaches: traced.map(({ id }) => id), measures: [], transaction: "t" }];

const [before, start] = [process.cpuUsage(), performance.now()];
const input = { findings, reaches: applyMeasures(traced, basis), basis, costs, effects };
const { tasks, endable, proposal } = await proposeMeasures(input);
const spent = (performance.now() - start) / 1_000;
const used = process.cpuUsage(before).user / 1e6;
const peak = Math.round(process.resourceUsage().maxRSS / 1024);

const greedyStart = performance.now();
const greedy = chosenGreedily(traced);
const floor = (performance.now() - greedyStart) / 1_000;

const ways = traced.reduce((sum, { alternatives }) => sum + 1 + alternatives.length, 0);
print(
  `${tasks.length} unacceptable reaches, ${ways} paths, ${measures.length} measures; ${tasks.length - endable.length} reaches that none ends`,
);
const ties = `${proposal.complete ? "" : "at least "}${proposal.sets.length} ${proposal.sets.length === 1 ? "set" : "sets"}`;
print(`proven optimal: cost ${proposal.cost}, ${ties}; greedy: cost ${greedy}, ratio ${(greedy / proposal.cost).toFixed(3)}`);
print(
  `${spent.toFixed(2)} s, ${used.toFixed(2)} s of user time (target ${target.seconds}), greedy ${floor.toFixed(3)} s, ratio ${(spent / floor).toFixed(0)}`,
);
print(`peak ${peak} MiB with the reaches (target ${target.mebibytes})`);
const missed = spent > target.seconds || peak > target.mebibytes;
if (missed) print("missed");
if (values.check && missed) process.exitCode = 1;

/**
 * Every effect and kind of step is cut by two measures, so each measure by itself does little and none implies another: the paths, of three kinds
 * of step each, then make several hundred different demands, none of which follows from another.
 */
function madeMeasures(count) {
  const cuts = Array.from({ length: count }, () => []);
  const order = [];
  const next = () => {
    if (order.length === 0) order.push(...shuffled(Array.from({ length: count }, (_, at) => at)));
    return order.pop();
  };
  for (const effect of effects) {
    for (const step of stepKinds) {
      const first = next();
      let second = next();
      while (second === first) second = next();
      for (const at of [first, second]) cuts[at].push({ effects: [effect], steps: [step], condition: "always", because: "it is cut" });
    }
  }
  return cuts.map((some, at) => ({
    id: `m${String(at + 1).padStart(2, "0")}`,
    name: "A measure",
    kind: "mitigation",
    risks: ["all"],
    cuts: some,
    leaves: "the rest",
    evidence: "a test",
    verifier: null,
    frequency: null,
    breach: ["agreement"],
    documentedIn: "nowhere",
    mark: "R",
    sources: ["made"],
  }));
}

/** Reaches with one to six paths, each of three kinds of step. */
function madeReaches(count) {
  return Array.from({ length: count }, (_, at) => {
    const effect = effects[at % effects.length];
    const [path, ...alternatives] = Array.from({ length: 1 + Math.floor(random() * 6) }, () => madePath(at));
    const target = { kind: "system", id: `s${at}`, name: `System ${at}` };
    return { id: `r${at}`, government: "CN", effect, target, transaction: "t", path, alternatives, cutBy: [], residual: true };
  });
}

function madePath(at) {
  const kinds = shuffled([...stepKinds]).slice(0, 3);
  const place = (id) => ({ kind: "party", id, name: id });
  return {
    confidence: "high",
    steps: kinds.map((kind, index) => ({
      kind,
      from: place(`p${at}-${index}`),
      to: place(`p${at}-${index + 1}`),
      because: "it is so",
      confidence: "high",
      evidence: [{ kind: "inference", locator: "made" }],
    })),
  };
}

function shuffled(all) {
  for (let at = all.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [all[at], all[other]] = [all[other], all[at]];
  }
  return all;
}

/** The usual way: again and again the measure that cuts most of the paths left for its cost. Gives what it comes to. */
function chosenGreedily(reaches) {
  let left = reaches.flatMap(({ effect, path, alternatives }) =>
    [path, ...alternatives].map(({ steps }) => new Set(steps.flatMap(({ kind }) => cuttersOf(effect, kind)))),
  );
  let cost = 0;
  while (left.length > 0) {
    const gain = ({ id }) => left.filter((cutters) => cutters.has(id)).length / costs.get(id);
    const best = measures.reduce((one, other) => (gain(other) > gain(one) ? other : one));
    cost += costs.get(best.id);
    left = left.filter((cutters) => !cutters.has(best.id));
  }
  return cost;
}

function cuttersOf(effect, kind) {
  return measures.filter(({ cuts }) => cuts.some((cut) => cut.effects.includes(effect) && cut.steps.includes(kind))).map(({ id }) => id);
}

function print(line) {
  process.stdout.write(`${line}\n`);
}
