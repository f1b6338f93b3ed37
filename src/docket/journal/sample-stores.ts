import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe } from "vitest";
import { postgresPrograms, type SampleCluster, startCluster } from "./sample-postgres.js";

/** A kind of store that the same tests run on. */
export interface SampleStore {
  name: string;
  /** The address of a docket that is not there yet. */
  newAddress(): string;
}

const programs = postgresPrograms();

/** Runs the same tests on both kinds of store. PostgreSQL is skipped, by name, where it is not installed. */
export function onEachStore(tests: (store: SampleStore) => void): void {
  describe("libsql", () => {
    tests({ name: "libsql", newAddress: () => join(mkdtempSync(join(tmpdir(), "docket-")), "docket.db") });
  });
  onPostgres((cluster) => tests({ name: "PostgreSQL", newAddress: () => cluster().newDatabase() }));
}

/** Runs tests on a PostgreSQL server of their own. */
export function onPostgres(tests: (cluster: () => SampleCluster) => void): void {
  describe.skipIf(programs === null)(programs === null ? "PostgreSQL (skipped: it is not installed here)" : "PostgreSQL", () => {
    let cluster: SampleCluster | undefined;
    beforeAll(async () => {
      cluster = await startCluster(programs ?? "");
    }, 60_000);
    afterAll(() => cluster?.remove(), 60_000);
    tests(() => {
      if (!cluster) throw new Error("the server was not started");
      return cluster;
    });
  });
}
