// `node bench/docket-sizes.mjs`: a case of 100,000 entries, put back from a backup, exported, verified, imported elsewhere, made anew and read, on
// both kinds of store. See README.md.
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { arch, cpus, loadavg, platform, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { caseNames, docketBackup } from "./docket-data.mjs";
import { onceWithPeak } from "./measure.mjs";
import { postgresServer } from "./postgres.mjs";

const { values } = parseArgs({
  options: { small: { type: "boolean", default: false }, only: { type: "string" } },
  allowPositionals: true,
});
const place = (path) => fileURLToPath(new URL(path, import.meta.url));
const beholden = place("../dist/beholden.js");
if (!existsSync(beholden)) {
  process.stderr.write("dist/beholden.js is not there: run npm run build first\n");
  process.exit(2);
}
const entries = values.small ? 2_000 : 100_000;
const backup = await docketBackup(place(`data/${values.small ? "small" : "full"}/case-${entries}.zip`), { entries, cases: 1 });
const [name] = caseNames(1);
print(
  `${platform()} ${arch()}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown"}, Node.js ${process.version}; load ${loadavg()[0].toFixed(1)} before it began`,
);
print(`${entries} entries in one case; each command once, starting Node.js included\n`);

for (const store of ["libsql", "postgres"]) {
  if (values.only && values.only !== store) continue;
  const folder = mkdtempSync(join(tmpdir(), "docket-sizes-"));
  const servers = store === "postgres" ? [await postgresServer(), await postgresServer()] : [];
  if (servers.includes(null)) {
    print("postgres: skipped, PostgreSQL 15 or later is not installed here");
    continue;
  }
  const [here, there] = store === "postgres" ? servers.map(({ address }) => address) : [join(folder, "here.db"), join(folder, "there.db")];
  const bundle = join(folder, "case.zip");
  try {
    for (const [what, words] of [
      ["restore", ["docket", "restore", backup, "--database", here]],
      ["docket list", ["docket", "list", "--database", here]],
      ["docket show", ["docket", "show", name, "--database", here, "--format", "json"]],
      ["export", ["docket", "export", name, "--to", bundle, "--by", "Bench", "--database", here]],
      ["verify the bundle", ["docket", "verify", bundle]],
      ["import elsewhere", ["docket", "import", bundle, "--by", "Bench", "--database", there]],
      ["verify the docket", ["docket", "verify", "--database", there]],
      ["rebuild", ["docket", "rebuild", "--database", there]],
    ]) {
      const { seconds, mebibytes } = onceWithPeak([process.execPath, beholden, ...words, "--quiet"]);
      print(`${store.padEnd(10)} ${what.padEnd(20)} ${seconds.toFixed(1).padStart(7)} s ${mebibytes.toFixed(0).padStart(7)} MiB`);
    }
  } finally {
    for (const server of servers) server.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}
print(`load ${loadavg()[0].toFixed(1)} at the end`);

function print(line) {
  process.stdout.write(`${line}\n`);
}
