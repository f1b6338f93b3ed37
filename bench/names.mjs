// `node bench/names.mjs [PAIRS.csv]`: how well names are compared at the one fixed threshold, and how fast, beside two plain methods at
// their best thresholds on the same rows. The file has the columns name1, name2, is_match and schema. See docs/names.md.
import { existsSync, readFileSync } from "node:fs";
import { arch, cpus, platform } from "node:os";
import { fileURLToPath } from "node:url";
import anyAscii from "any-ascii";
import { parse } from "csv-parse/sync";
import * as fuzzball from "fuzzball";
import { jaroWinkler } from "./screen-baselines.mjs";

const usual = fileURLToPath(new URL("../../shared/corpus/screening/name-pairs/name_bench.dev.csv", import.meta.url));
const file = process.argv[2] ?? usual;
const library = fileURLToPath(new URL("../dist/index.js", import.meta.url));
for (const [path, what] of [
  [library, "dist/index.js is not there: run npm run build first"],
  [file, `${file} is not there: give a CSV file with the columns name1, name2, is_match and schema`],
]) {
  if (existsSync(path)) continue;
  process.stderr.write(`${what}\n`);
  process.exit(2);
}
const { comparePrepared, matchThreshold, prepareName } = await import(library);

const rows = parse(readFileSync(file), { columns: true, bom: true }).map((row) => ({
  left: row.name1,
  right: row.name2,
  match: row.is_match === "true",
  person: row.schema === "Person",
  kind: kindOf(row.schema),
}));
const prepared = rows.map(({ left, right, kind }) => [prepareName(left, kind), prepareName(right, kind)]);
const methods = [
  { name: "beholden", threshold: matchThreshold, score: (_, at) => comparePrepared(...prepared[at]) },
  {
    name: "with preparation",
    threshold: matchThreshold,
    score: (row) => comparePrepared(prepareName(row.left, row.kind), prepareName(row.right, row.kind)),
  },
  { name: "fuzzball WRatio", score: ({ left, right }) => fuzzball.WRatio(plain(left), plain(right)) / 100 },
  { name: "Jaro-Winkler", score: ({ left, right }) => jaroWinkler(plain(left), plain(right)) },
];

print(`${platform()} ${arch()}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown"}, Node.js ${process.version}`);
print(`${rows.length} pairs, ${rows.filter(({ match }) => match).length} of them matches\n`);
print(line("", "threshold", "F1 all", "precision", "recall", "F1 organisations", "F1 persons", "pairs/s"));
for (const { name, threshold, score } of methods) {
  const scored = rows.map((row, at) => ({ ...row, score: score(row, at) }));
  const cut = threshold ?? bestThreshold(scored);
  const [all, organisations, persons] = [scored, scored.filter((row) => !row.person), scored.filter((row) => row.person)].map((some) =>
    quality(some, cut),
  );
  const figures = [all.f1, all.precision, all.recall, organisations.f1, persons.f1].map((figure) => figure.toFixed(3));
  print(line(name, cut.toFixed(2), ...figures, String(Math.round(pairsPerSecond(score)))));
}

function kindOf(schema) {
  if (schema === "Person") return "individual";
  return schema === "LegalEntity" ? undefined : "entity";
}

function plain(text) {
  return anyAscii(text).toLowerCase();
}

function quality(scored, cut) {
  const alerts = scored.filter(({ score }) => score >= cut);
  const right = alerts.filter(({ match }) => match).length;
  const matches = scored.filter(({ match }) => match).length;
  return { precision: right / alerts.length, recall: right / matches, f1: (2 * right) / (alerts.length + matches) };
}

function bestThreshold(scored) {
  const cuts = Array.from({ length: 100 }, (_, at) => at / 100);
  return cuts.reduce((best, cut) => (quality(scored, cut).f1 > quality(scored, best).f1 ? cut : best), 0);
}

/** On one core, from processor time, which a busy machine changes less than the clock; the first turns warm the compiler up. */
function pairsPerSecond(score) {
  const turns = Math.ceil(50_000 / rows.length);
  for (let turn = 0; turn < turns; turn += 1) for (const [at, row] of rows.entries()) score(row, at);
  const before = process.cpuUsage();
  for (let turn = 0; turn < turns; turn += 1) for (const [at, row] of rows.entries()) score(row, at);
  const { user, system } = process.cpuUsage(before);
  return (turns * rows.length) / ((user + system) / 1_000_000);
}

function line(name, ...cells) {
  const widths = [9, 7, 9, 7, 16, 10, 8];
  return [name.padEnd(17), ...cells.map((cell, at) => cell.padStart(widths[at]))].join("  ");
}

function print(text) {
  process.stdout.write(`${text}\n`);
}
