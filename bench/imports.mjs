// `node bench/imports.mjs`: official lists and registers at their real size, imported and traced, beside `cat` of the same files. See README.md.
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { arch, cpus, platform } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { onceWithPeak, secondsOf } from "./measure.mjs";
import { writeOfacAdvanced } from "./ofac-advanced-data.mjs";
import { pscSnapshot } from "./psc-data.mjs";

const { values } = parseArgs({ options: { check: { type: "boolean", default: false }, small: { type: "boolean", default: false } } });
const beholden = fileURLToPath(new URL("../dist/beholden.js", import.meta.url));
const made = fileURLToPath(new URL("data/imports", import.meta.url));
const data = fileURLToPath(new URL("data/imports/data", import.meta.url));
const size = values.small ? { lines: 20_000, parties: 200 } : { lines: 12_800_000, parties: 19_000 };
mkdirSync(made, { recursive: true });

const psc = pscSnapshot(made, size.lines);
const advanced = `${made}/SDN_ADVANCED-${size.parties}.XML`;
if (!existsSync(advanced)) await writeOfacAdvanced(advanced, size.parties);

const importOf = (file) => [process.execPath, beholden, "reference", "import", file, "--data", data];
const measurements = [
  { name: `OFAC ADVANCED.XML, ${size.parties} parties`, command: importOf(advanced), floor: ["cat", advanced], seconds: 5, mebibytes: 300 },
  { name: `UK PSC snapshot, ${size.lines} lines`, command: importOf(psc), floor: ["cat", psc], seconds: 180 },
  {
    name: "all parties of both traced (us-ofac-sdn)",
    command: [process.execPath, fileURLToPath(new URL("count-covered.mjs", import.meta.url)), data],
    floor: [process.execPath, "-e", "0"],
    seconds: 10,
    mebibytes: 1536,
  },
  {
    name: "the same, each row printed (trace --all)",
    command: [
      ...[process.execPath, beholden, "trace", "--all", "--regime", "us-ofac-sdn"],
      ...["--as-of", "2026-11-23", "--data", data, "--format", "csv"],
    ],
    floor: [process.execPath, "-e", "0"],
  },
];

process.stdout.write(`${platform()} ${arch()}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown"}, Node.js ${process.version}\n\n`);
process.stdout.write(`${"what".padEnd(44)}         s   target s   floor s    ratio   peak MiB   target MiB\n`);
rmSync(data, { recursive: true, force: true });
let missed = 0;
for (const one of measurements) {
  const floor = secondsOf(one.floor);
  const { seconds, mebibytes } = onceWithPeak(one.command);
  const late = one.seconds !== undefined && seconds > one.seconds;
  const large = one.mebibytes !== undefined && mebibytes > one.mebibytes;
  missed += late || large ? 1 : 0;
  process.stdout.write(
    `${one.name.padEnd(44)} ${seconds.toFixed(2).padStart(9)} ${`${one.seconds ?? ""}${late ? " MISSED" : ""}`.padStart(10)} ${floor.toFixed(2).padStart(9)} ${`${(seconds / floor).toFixed(1)}×`.padStart(8)} ${mebibytes.toFixed(0).padStart(10)} ${`${one.mebibytes ?? ""}${large ? " MISSED" : ""}`.padStart(12)}\n`,
  );
}
rmSync(data, { recursive: true, force: true });
if (values.check && missed) process.exitCode = 1;
