import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, closeSync, cpSync, existsSync, mkdtempSync, openSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A PostgreSQL server of the tests' own: in a folder that is taken away, on a port that nobody else has. */
export interface SampleCluster {
  port: number;
  /** The address of a new, empty database. */
  newDatabase(): string;
  /** Stops it: `immediate` as a crash does, `fast` breaking off what runs. */
  stop(mode: "fast" | "immediate"): void;
  start(): void;
  remove(): void;
}

/** Where the server's programs are; null where PostgreSQL is not installed. */
export function postgresPrograms(): string | null {
  const root = "/usr/lib/postgresql";
  const versions = existsSync(root)
    ? readdirSync(root)
        .map(Number)
        .filter((one) => one >= 15)
    : [];
  const newest = Math.max(...versions);
  const folder = join(root, String(newest), "bin");
  return existsSync(join(folder, "initdb")) ? folder : null;
}

const isRoot = () => process.getuid?.() === 0;

/** Starts a server. As root, under the user postgres, for it refuses root. */
export async function startCluster(programs: string): Promise<SampleCluster> {
  // Not in the folder of the tests: another user must reach it.
  const folder = mkdtempSync("/tmp/beholden-postgres-");
  if (isRoot()) execFileSync("chown", ["postgres", folder]);
  chmodSync(folder, 0o700);
  const data = join(folder, "data");
  const port = await freePort();
  const as = (program: string, ...words: string[]): void => {
    const command = [join(programs, program), ...words];
    const [file = "", ...rest] = isRoot() ? ["runuser", "-u", "postgres", "--", ...command] : command;
    // The server keeps what it inherits: a pipe would never end.
    const output = openSync(join(folder, "output"), "w");
    const { status } = spawnSync(file, rest, { cwd: folder, stdio: ["ignore", output, output] });
    closeSync(output);
    if (status !== 0) throw new Error(`${program} ${words.join(" ")}: ${readFileSync(join(folder, "output"), "utf8")}`);
  };
  // Made once in a run: every server begins from a copy, which takes a tenth of the time.
  const first = join(tmpdir(), "postgres-first");
  if (existsSync(first)) cpSync(first, data, { recursive: true });
  else {
    as("initdb", "-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C", "--no-sync");
    keepFirst(data, first);
  }
  if (isRoot()) execFileSync("chown", ["-R", "postgres", data]);
  chmodSync(data, 0o700);
  const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c shared_buffers=16MB -c max_connections=60`;
  const start = () => {
    as("pg_ctl", "-D", data, "-w", "-t", "60", "-l", join(folder, "log"), "-o", settings, "start");
  };
  const stop = (mode: "fast" | "immediate") => {
    as("pg_ctl", "-D", data, "-w", "-t", "60", "-m", mode, "stop");
  };
  start();
  const remove = () => {
    try {
      stop("immediate");
    } catch {
      // It was stopped already.
    }
    rmSync(folder, { recursive: true, force: true });
  };
  let made = 0;
  return {
    port,
    newDatabase() {
      const name = `docket_${++made}`;
      as("createdb", "-h", folder, "-p", String(port), "-U", "postgres", name);
      return `postgres://postgres@127.0.0.1:${port}/${name}`;
    },
    stop,
    start,
    remove,
  };
}

/** Keeps a copy of an empty server's files. Whoever comes second keeps none; nobody finds it half there. */
function keepFirst(data: string, first: string): void {
  const part = `${first}-${process.pid}`;
  cpSync(data, part, { recursive: true });
  try {
    renameSync(part, first);
  } catch {
    rmSync(part, { recursive: true, force: true });
  }
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer();
    server.once("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (address && typeof address === "object" ? found(address.port) : failed(new Error("no port"))));
    });
  });
}
