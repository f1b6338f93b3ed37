// A PostgreSQL server for a bench, with its own settings but a port and a folder of its own; null where none is installed.
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, closeSync, existsSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

export async function postgresServer() {
  const root = "/usr/lib/postgresql";
  const versions = existsSync(root)
    ? readdirSync(root)
        .map(Number)
        .filter((one) => one >= 15)
    : [];
  const programs = join(root, String(Math.max(...versions)), "bin");
  if (!existsSync(join(programs, "initdb"))) return null;
  const isRoot = process.getuid?.() === 0;
  const folder = mkdtempSync("/tmp/beholden-bench-");
  // It refuses root, and another user must reach the folder.
  if (isRoot) execFileSync("chown", ["postgres", folder]);
  chmodSync(folder, 0o700);
  const port = await freePort();
  const as = (program, ...words) => {
    const command = [join(programs, program), ...words];
    const [file, ...rest] = isRoot ? ["runuser", "-u", "postgres", "--", ...command] : command;
    // The server keeps what it inherits: a pipe would never end.
    const output = openSync(join(folder, "output"), "w");
    const { status } = spawnSync(file, rest, { cwd: folder, stdio: ["ignore", output, output] });
    closeSync(output);
    if (status !== 0) throw new Error(`${program}: ${readFileSync(join(folder, "output"), "utf8")}`);
  };
  const data = join(folder, "data");
  as("initdb", "-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C");
  as("pg_ctl", "-D", data, "-w", "-l", join(folder, "log"), "-o", `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1`, "start");
  as("createdb", "-h", folder, "-p", String(port), "-U", "postgres", "docket");
  return {
    address: `postgres://postgres@127.0.0.1:${port}/docket`,
    remove() {
      as("pg_ctl", "-D", data, "-w", "-m", "fast", "stop");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function freePort() {
  return new Promise((found, failed) => {
    const server = createServer();
    server.once("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}
