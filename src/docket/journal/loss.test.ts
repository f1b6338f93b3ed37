import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { DocketError } from "./errors.js";
import { openDocket } from "./open.js";
import { builtWriter, expectNothingLost, killWriters, startWriter } from "./sample-losses.js";
import { asked, noteSet } from "./sample-requests.js";
import { onEachStore, onPostgres } from "./sample-stores.js";
import type { Docket } from "./store.js";

/** Kills of each store: enough here to notice a loss that is common, and a thousand by `npm run losses`. */
const kills = Number(process.env.BEHOLDEN_KILLS ?? 40);
const enough = 60_000 + kills * 2_000;

let writer: Awaited<ReturnType<typeof builtWriter>>;
beforeAll(async () => {
  writer = await builtWriter();
});
afterAll(() => writer.remove());

onEachStore((store) => {
  it(
    `loses nothing when writers are killed at random moments, two of them at once (${kills} kills)`,
    async () => {
      const address = store.newAddress();
      const acknowledged = await killWriters(writer.path, address, kills, 2);
      const { requests } = await expectNothingLost(address, acknowledged);
      // Whoever is killed after a commit and before hearing of it leaves one request more.
      expect(requests - acknowledged.length).toBeLessThanOrEqual(kills);
    },
    enough,
  );

  it("loses nothing when two processes write at once", async () => {
    const address = store.newAddress();
    const writers = ["left", "right"].map((name) => startWriter(writer.path, address, name));
    for (let waited = 0; waited < 30_000 && writers.some(({ acknowledged }) => acknowledged.length < 40); waited += 50) await pause(50);
    for (const one of writers) one.process.kill("SIGKILL");
    await Promise.all(writers.map(({ ended }) => ended));
    for (const { acknowledged, complaint } of writers) {
      expect(complaint()).toBe("");
      expect(acknowledged.length).toBeGreaterThanOrEqual(40);
    }
    await expectNothingLost(
      address,
      writers.flatMap(({ acknowledged }) => acknowledged),
    );
  }, 60_000);
});

describe.skipIf(process.env.BEHOLDEN_KILLS === undefined)("a log that has to be read anew, as after a kill", () => {
  it("is waited for by who reads, though another one writes for longer than SQLite waits", async () => {
    const path = join(mkdtempSync(join(tmpdir(), "docket-")), "docket.db");
    const docket = await openDocket(path, { create: true });
    const { head } = await docket.append(asked("x"), async () => [noteSet("n", 1)]);
    // By another process, for one that closes the file of the index would give up its own locks on it.
    const program = `const fs = require("node:fs"); const [path] = process.argv.slice(1); const database = new (require("libsql"))(path);
      database.exec("BEGIN IMMEDIATE"); const index = fs.openSync(path + "-shm", "r+"); fs.writeSync(index, Buffer.alloc(96), 0, 96, 0);
      process.stdout.write("spoiled"); setTimeout(() => process.kill(process.pid, "SIGKILL"), 15_000);`;
    const other = spawn(process.execPath, ["-e", program, path], { stdio: ["ignore", "pipe", "inherit"] });
    await new Promise((done) => other.stdout.once("data", done));
    expect(await docket.read((view) => view.head())).toEqual(head);
    await docket.close();
  }, 60_000);
});

/** Writes until the store refuses; gives what was acknowledged and the refusal. */
async function writeUntilRefused(docket: Docket): Promise<{ acknowledged: string[]; refusal: unknown }> {
  const acknowledged: string[] = [];
  for (let number = 1; number < 20_000; number++) {
    const key = `full-${number}`;
    try {
      await docket.append(asked(key, { key }), async () => [noteSet(key, "x".repeat(2_000)), noteSet("last", number)]);
    } catch (refusal) {
      return { acknowledged, refusal };
    }
    acknowledged.push(key);
  }
  throw new Error("it never became full");
}

describe("a full disk", () => {
  const folder = mkdtempSync(join(tmpdir(), "docket-full-"));
  // Tried here and undone at once, so that a run that leaves these tests out leaves nothing behind.
  const mounted = mountSmall(folder);
  if (mounted) unmount(folder);

  it.skipIf(!mounted)(
    `loses nothing, and works again once there is room${mounted ? "" : " (skipped: no file system can be mounted here)"}`,
    async () => {
      mountSmall(folder);
      onTestFinished(() => unmount(folder));
      const ballast = join(folder, "ballast");
      writeFileSync(ballast, Buffer.alloc(1_000_000));
      const address = join(folder, "docket.db");
      const docket = await openDocket(address, { create: true });
      const { acknowledged, refusal } = await writeUntilRefused(docket);
      expect(refusal).toMatchObject({ name: "DocketError", code: "full" });
      expect((refusal as Error).message).toContain("nothing before it is lost");
      expect(acknowledged.length).toBeGreaterThan(50);
      rmSync(ballast);
      await docket.append(asked("after", { key: "after" }), async () => [noteSet("after", 1), noteSet("last", 0)]);
      await docket.close();
      await expectNothingLost(address, [...acknowledged, "after"]);
    },
  );

  it("loses nothing where SQLite says that the file may not grow", async () => {
    const address = join(mkdtempSync(join(tmpdir(), "docket-")), "docket.db");
    const docket = await openDocket(address, { create: true });
    const limit = (pages: number) => docket.database.write((connection) => connection.all(`PRAGMA max_page_count = ${pages}`));
    await limit(100);
    const { acknowledged, refusal } = await writeUntilRefused(docket);
    expect(refusal).toMatchObject({ code: "full" });
    await limit(1_000);
    await docket.append(asked("after", { key: "after" }), async () => [noteSet("after", 1), noteSet("last", 0)]);
    await docket.close();
    await expectNothingLost(address, [...acknowledged, "after"]);
  });
});

function mountSmall(folder: string): boolean {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=5m,mode=700", "tmpfs", folder], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

function unmount(folder: string): void {
  execFileSync("umount", ["-l", folder]);
}

onPostgres((cluster) => {
  it("loses nothing when the server is stopped and started under load", async () => {
    const address = cluster().newDatabase();
    const writers = ["a", "b", "c"].map((name) => startWriter(writer.path, address, name));
    try {
      for (let waited = 0; waited < 30_000 && writers.some(({ acknowledged }) => acknowledged.length < 5); waited += 50) await pause(50);
      for (const mode of ["immediate", "fast", "immediate", "immediate"] as const) {
        const before = writers.map(({ acknowledged }) => acknowledged.length);
        cluster().stop(mode);
        await pause(Math.random() * 200);
        cluster().start();
        const resumed = () => writers.every(({ acknowledged }, index) => acknowledged.length > (before[index] ?? 0) + 3);
        for (let waited = 0; waited < 20_000 && !resumed(); waited += 50) await pause(50);
        expect(resumed(), `writers go on after a stop (${mode}): ${writers.map(({ complaint }) => complaint()).join("")}`).toBe(true);
      }
    } finally {
      for (const one of writers) one.process.kill("SIGKILL");
      await Promise.all(writers.map(({ ended }) => ended));
    }
    await expectNothingLost(
      address,
      writers.flatMap(({ acknowledged }) => acknowledged),
    );
  }, 120_000);

  it("acts once when connections are cut in the middle, also between a commit and its answer", async () => {
    const address = cluster().newDatabase();
    const first = await openDocket(address, { create: true });
    await first.close();
    const cutter = await startCutter(cluster().port);
    const docket = await openDocket(address.replace(/:\d+\//, `:${cutter.port}/`), { create: true });
    const keys = Array.from({ length: 150 }, (_, index) => `cut-${index}`);
    const repeated = await Promise.all(
      [0, 1, 2].map(async (lane) => {
        let again = 0;
        for (const key of keys.filter((_, index) => index % 3 === lane)) {
          const appended = await docket.append(asked(key, { key }), async () => [noteSet(key, 1), noteSet("last", key)]);
          if (appended.repeated) again += 1;
        }
        return again;
      }),
    );
    await docket.close();
    await cutter.close();
    const { requests } = await expectNothingLost(address, keys);
    expect(requests).toBe(keys.length);
    expect(cutter.cuts()).toBeGreaterThan(10);
    // Some were committed, and their answers lost: the same key found them.
    expect(repeated.reduce((sum, one) => sum + one)).toBeGreaterThan(0);
  }, 120_000);

  it("says how to ask again where the fate of a change stays unknown", async () => {
    const address = cluster().newDatabase();
    const cutter = await startCutter(cluster().port, "commits");
    const docket = await openDocket(address.replace(/:\d+\//, `:${cutter.port}/`), { create: true, patience: 0 });
    cutter.begin();
    const failure = await docket
      .append(asked("one", { key: "the-key" }), async () => [noteSet("a", 1), noteSet("b", 1)])
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(DocketError);
    expect(failure).toMatchObject({ code: "unknown" });
    expect((failure as Error).message).toContain("Ask again with --key the-key");
    await docket.close();
    await cutter.close();
    await expectNothingLost(address, ["the-key"]);
  });
});

/** Stands before a server and cuts connections: at random, or whenever the answer to a commit comes. */
async function startCutter(port: number, what: "random" | "commits" = "random") {
  let cuts = 0;
  let cutting = what === "random";
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const behind = connect(port, "127.0.0.1");
    const cut = () => {
      cuts += 1;
      client.destroy();
      behind.destroy();
    };
    for (const one of [client, behind]) {
      open.add(one);
      one.on("error", () => {});
      one.on("close", () => open.delete(one));
    }
    client.on("data", (data) => (what === "random" && Math.random() < 0.01 ? cut() : behind.write(data)));
    behind.on("data", (data) => {
      const commit = data.includes("COMMIT\0") && !data.includes("BEGIN\0");
      const chosen = what === "commits" ? commit : Math.random() < (commit ? 0.1 : 0.01);
      if (cutting && chosen) cut();
      else client.write(data);
    });
    client.on("close", () => behind.destroy());
    behind.on("close", () => client.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("no port");
  return {
    port: address.port,
    begin() {
      cutting = true;
    },
    cuts: () => cuts,
    close: () =>
      new Promise<void>((closed) => {
        for (const one of open) one.destroy();
        server.close(() => closed());
      }),
  };
}
