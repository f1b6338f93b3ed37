// `node bench/impact.mjs`: what a cut-off of one provider breaks among 100,000 assets, beside graphology's traversal of the same graph. See README.md.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { arch, cpus, platform } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { generator } from "./random.mjs";

const { values } = parseArgs({
  options: { check: { type: "boolean", default: false }, small: { type: "boolean", default: false }, part: { type: "string" } },
});
const library = fileURLToPath(new URL("../dist/index.js", import.meta.url));
if (!existsSync(library)) {
  process.stderr.write("dist/index.js is not there: run npm run build first\n");
  process.exit(2);
}
const target = { seconds: 1, mebibytes: 500 };
const size = values.small ? { assets: 1_000, dependencies: 3_000, runs: 1 } : { assets: 100_000, dependencies: 300_000, runs: 5 };
const times = ["build", "deploy", "run", "restore"];
const parts = { beholden: beholdenPart, graphology: graphologyPart };

if (values.part) {
  const graph = madeGraph(size);
  const blocked = graph.assets.filter((one) => one.provider === "provider-7").map((one) => one.id);
  process.stdout.write(
    `${JSON.stringify({ ...(await parts[values.part](graph, blocked)), blocked: blocked.length, mebibytes: peak() })}\n`,
  );
} else {
  print(`${platform()} ${arch()}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown"}, Node.js ${process.version}`);
  // By turns, so that both meet the same machine; each in a process of its own, so that neither's memory is the other's.
  const seen = { beholden: [], graphology: [] };
  for (let run = 0; run < size.runs; run++) for (const part of Object.keys(parts)) seen[part].push(measured(part));
  report(seen);
}

/** From the graph as it is read to every asset's states and the chains of all that does not go on. */
async function beholdenPart(graph, blocked) {
  const { consequences } = await import(library);
  let told = [];
  const seconds = timed(() => {
    told = consequences(
      graph,
      blocked.map((id) => [id, "sure"]),
    );
  });
  const touched = told.filter((one) => one.verdict !== "goes-on");
  return {
    seconds,
    touched: touched.length,
    hops: touched.reduce((sum, one) => sum + one.chains.reduce((all, { hops }) => all + hops.length, 0), 0),
  };
}

/** Graphology builds its graph of the same assets and dependencies, and goes through all that depends on what is cut off: one state, no times, no chains. */
async function graphologyPart(graph, blocked) {
  const [{ default: graphology }, { default: traversal }] = await Promise.all([import("graphology"), import("graphology-traversal")]);
  const network = new graphology.MultiDirectedGraph();
  const building = timed(() => {
    for (const { id } of graph.assets) network.addNode(id);
    for (const { from, to } of graph.dependencies) network.addEdge(from, to);
    network.addNode("cut-off");
    for (const id of blocked) network.addEdge(id, "cut-off");
  });
  let touched = -1;
  const traversing = timed(() => {
    traversal.bfsFromNode(
      network,
      "cut-off",
      () => {
        touched += 1;
      },
      { mode: "inbound" },
    );
  });
  return { seconds: building + traversing, building, traversing, touched };
}

function report({ beholden, graphology }) {
  const [ours, theirs] = [beholden, graphology].map((runs) => median(runs.map((one) => one.seconds)));
  const traversing = median(graphology.map((one) => one.traversing));
  const memory = Math.max(...beholden.map((one) => one.mebibytes));
  const [first] = beholden;
  print(
    `${size.assets} assets, ${size.dependencies} dependencies, ${first.blocked} cut off; ${first.touched} do not go on, ${first.hops} steps of chains`,
  );
  print(`graphology reaches ${graphology[0].touched}, whatever the time and the need`);
  print(
    `beholden: states at four times, both ends, and chains: ${ours.toFixed(3)} s (target ${target.seconds}), peak ${memory} MiB (target ${target.mebibytes})`,
  );
  print(
    `graphology: ${theirs.toFixed(3)} s with building its graph, ${traversing.toFixed(3)} s without, peak ${Math.max(...graphology.map((one) => one.mebibytes))} MiB`,
  );
  print(`ratio ${(ours / theirs).toFixed(2)} with building, ${(ours / traversing).toFixed(1)} to the traversal alone`);
  const missed = ours > target.seconds || memory > target.mebibytes;
  if (missed) print("missed");
  if (values.check && missed) process.exitCode = 1;
}

function measured(part) {
  const more = values.small ? ["--small"] : [];
  const { status, stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), "--part", part, ...more], {
    encoding: "utf8",
    maxBuffer: 1 << 24,
  });
  if (status !== 0) throw new Error(`${part}: ${stderr}`);
  return JSON.parse(stdout);
}

/**
 * In layers, as artefacts have them: systems over workloads over images, packages, hosts and resources over registries, keys and networks. One dependency
 * in fifty goes anywhere, so that there are cycles.
 */
function madeGraph({ assets: count, dependencies: edges }) {
  const random = generator(791);
  const layers = [0, 0.005, 0.1, 0.25, 0.5, 0.8, 1].map((share) => Math.floor(share * count));
  const kinds = ["system", "workload", "image", "package", "terraform-resource", "registry"];
  const layerOf = (number) => layers.findIndex((first) => first > number) - 1;
  const assets = Array.from({ length: count }, (_, number) => ({
    id: `asset-${String(number).padStart(6, "0")}`,
    name: `asset ${number}`,
    kind: kinds[layerOf(number)],
    path: `folder-${number % 500}/file.tf`,
    line: 1 + (number % 300),
    systems: [],
    provider: layerOf(number) < 2 ? null : `provider-${Math.floor(random() * 50)}`,
    service: null,
    operator: null,
    region: null,
    observations: [],
  }));
  const dependencies = Array.from({ length: edges }, () => {
    const from = Math.floor(random() * (layers[5] - 1));
    const layer = layerOf(from) + 1;
    const below = layers[layer] + Math.floor(random() * (Math.min(count, layers[layer + 1]) - layers[layer]));
    const to = random() < 0.02 ? Math.floor(random() * count) : below;
    const need = random();
    return {
      from: assets[from].id,
      to: assets[to].id,
      kind: "reference",
      times: times.filter((one) => one === "run" || random() < 0.4),
      need: need < 0.7 ? "required" : need < 0.9 ? "unknown" : "partial",
      because: "Its configuration names it.",
      path: assets[from].path,
      line: assets[from].line,
    };
  });
  const keyOf = ({ from, to }) => `${from} ${to}`;
  return {
    assets,
    dependencies: dependencies.sort((left, right) => (keyOf(left) < keyOf(right) ? -1 : keyOf(left) > keyOf(right) ? 1 : 0)),
  };
}

function timed(work) {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1_000;
}

function peak() {
  const kernel = existsSync("/proc/self/status") ? /VmHWM:\s+(\d+)/.exec(readFileSync("/proc/self/status", "utf8"))?.[1] : undefined;
  return Math.round(Number(kernel ?? process.resourceUsage().maxRSS) / 1_024);
}

function median(numbers) {
  return numbers.sort((left, right) => left - right)[Math.floor(numbers.length / 2)];
}

function print(line) {
  process.stdout.write(`${line}\n`);
}
