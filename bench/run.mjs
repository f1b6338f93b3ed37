// `npm run bench`: how long beholden takes, beside the least that the same work can take on this machine. See README.md.
import { existsSync } from "node:fs";
import { arch, cpus, platform } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { benchData } from "./data.mjs";
import { peakMemoryOf, timeAgainstFloor } from "./measure.mjs";

const { values, positionals } = parseArgs({
  options: { check: { type: "boolean", default: false }, small: { type: "boolean", default: false }, only: { type: "string" } },
  allowPositionals: true,
});
// `npm run bench docket` and the others: benches of their own.
const others = { docket: "./docket-load.mjs", sizes: "./docket-sizes.mjs", workbench: "./workbench.mjs", opening: "./opening.mjs" };
const other = others[positionals[0]];
if (other) {
  await import(other);
  process.exit();
}
const beholden = fileURLToPath(new URL("../dist/beholden.js", import.meta.url));
if (!existsSync(beholden)) {
  process.stderr.write("dist/beholden.js is not there: run npm run build first\n");
  process.exit(2);
}

const size = values.small ? { files: 100, rows: 10_000, runs: 1, startRuns: 3 } : { files: 5_000, rows: 1_000_000, runs: 5, startRuns: 15 };
const data = await benchData(fileURLToPath(new URL(values.small ? "data/small" : "data/full", import.meta.url)), size);
const review = (folder) => [process.execPath, beholden, "review", folder, "--as-of", "2026-11-23", "--format", "text"];
const cat = (folder) => ["sh", "-c", 'find "$1" -type f -exec cat {} + >/dev/null', "sh", folder];
const emptyNode = [process.execPath, "-e", "0"];

const measurements = [
  {
    name: "--help",
    command: [process.execPath, beholden, "--help"],
    floor: emptyNode,
    floorName: "node -e 0",
    runs: size.startRuns,
    seconds: 0.12,
  },
  {
    name: "who oss-us-west-1.aliyuncs.com",
    command: [process.execPath, beholden, "who", "oss-us-west-1.aliyuncs.com", "--as-of", "2026-11-23"],
    floor: emptyNode,
    floorName: "node -e 0",
    runs: size.startRuns,
    seconds: 0.25,
  },
  {
    name: `tree, ${size.files} files`,
    command: review(data.tree),
    floor: cat(data.tree),
    floorName: "cat",
    runs: size.runs,
    seconds: 5,
    mebibytes: 400,
  },
  { name: `flow log, ${size.rows} rows`, command: review(data.log), floor: cat(data.log), floorName: "cat", runs: size.runs, seconds: 5 },
];

print(`${platform()} ${arch()}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown"}, Node.js ${process.version}\n`);
print(row(["what", "median s", "least–most s", "target s", "floor", "floor s", "ratio", "peak MiB", "target MiB"]));
let missed = 0;
for (const one of measurements) {
  const { seconds, spread, floor } = timeAgainstFloor(one.command, one.floor, one.runs);
  const memory = peakMemoryOf(one.command);
  const slow = seconds > one.seconds;
  const large = one.mebibytes !== undefined && memory > one.mebibytes;
  missed += slow || large ? 1 : 0;
  print(
    row([
      one.name,
      seconds.toFixed(3),
      spread.map((time) => time.toFixed(3)).join("–"),
      `${one.seconds}${slow ? " MISSED" : ""}`,
      one.floorName,
      floor.toFixed(3),
      `${(seconds / floor).toFixed(1)}×`,
      memory.toFixed(0),
      one.mebibytes === undefined ? "" : `${one.mebibytes}${large ? " MISSED" : ""}`,
    ]),
  );
}
print(missed ? `\n${missed} of ${measurements.length} over the target` : "\nall within their targets");
if (values.check && missed) process.exitCode = 1;

function row([name, ...cells]) {
  const widths = [9, 14, 12, 10, 8, 7, 9, 12];
  return [name.padEnd(31), ...cells.map((cell, index) => cell.padStart(widths[index] ?? 0))].join(" ").trimEnd();
}

function print(line) {
  process.stdout.write(`${line}\n`);
}
