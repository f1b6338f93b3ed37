import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { DocketError } from "./errors.js";
import { openDocket } from "./open.js";
import { asked, noteSet } from "./sample-requests.js";
import { onEachStore } from "./sample-stores.js";
import type { Docket } from "./store.js";
import { verifyDocket } from "./verify.js";
import { writeLine } from "./write-line.js";

onEachStore((store) => {
  it("carries out requests of one moment together, each all or nothing", async () => {
    const docket = await openDocket(store.newAddress(), { create: true });
    try {
      const requests = Array.from({ length: 120 }, (_, index) => {
        const bad = index % 7 === 3;
        return docket.append(asked(index, { key: `k${index}` }), async () => {
          // Refused after its first entry was written: nothing of it may stay.
          return [noteSet(`n${index}`, index), ...(bad ? [noteSet("nobody-saw", 1, { seen: 99 })] : [])];
        });
      });
      const all = await Promise.allSettled(requests);
      expect(all.map(({ status }) => status)).toEqual(all.map((_, index) => (index % 7 === 3 ? "rejected" : "fulfilled")));
      const notes = await docket.read((view) => view.objects({ kind: "note" }));
      expect(notes.map(({ state }) => state)).toEqual(all.map((_, index) => index).filter((index) => index % 7 !== 3));
      expect(await verifyDocket(docket)).toMatchObject({ unbroken: true, shown: { agrees: true }, entries: notes.length + 1 });
    } finally {
      await docket.close();
    }
  });

  it("does the same request once, however often it is asked in one moment", async () => {
    const docket = await openDocket(store.newAddress(), { create: true });
    try {
      const same = () => docket.append(asked("same", { key: "same" }), async () => [noteSet("a", 1), noteSet("b", 2)]);
      const all = await Promise.all([same(), same(), same(), same()]);
      expect(all.map(({ repeated }) => repeated).sort()).toEqual([false, true, true, true]);
      expect(new Set(all.map(({ entries }) => entries.map(({ digest }) => digest).join()))).toHaveProperty("size", 1);
    } finally {
      await docket.close();
    }
  });
});

/** A store that keeps what a committed transaction wrote, and fails where it is told to. */
function sampleStore(failCommit: (transaction: number) => DocketError | null) {
  const kept: string[] = [];
  let transactions = 0;
  const transaction = async <Result>(work: (connection: never) => Promise<Result>): Promise<Result> => {
    const mine: string[] = [];
    const marks: number[] = [];
    const run = async (sql: string) => {
      if (sql.startsWith("SAVEPOINT")) marks.push(mine.length);
      else if (sql.startsWith("ROLLBACK TO")) mine.length = marks.at(-1) ?? 0;
      else if (sql.startsWith("RELEASE")) marks.pop();
      else mine.push(sql);
    };
    const result = await work({ run, all: async () => [] } as never);
    const failure = failCommit(++transactions);
    if (failure) throw failure;
    kept.push(...mine);
    return result;
  };
  return { kept, line: writeLine(transaction as never) };
}

it("tells nobody that something is written before the commit that wrote it", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom("good", "bad", "full"), { minLength: 1, maxLength: 70 }),
      fc.array(fc.constantFrom(null, "full", "unavailable", "unknown"), { maxLength: 6 }),
      async (requests, failures) => {
        const { kept, line } = sampleStore((one) => {
          const code = failures[one - 1] ?? null;
          return code && new DocketError(code as "full", "it failed");
        });
        const told = await Promise.allSettled(
          requests.map((what, index) =>
            line.write(async (connection) => {
              await connection.run(`first ${index}`);
              if (what === "bad") throw new DocketError("refused", "not so");
              if (what === "full") throw new DocketError("full", "no room");
              await connection.run(`second ${index}`);
              return index;
            }),
          ),
        );
        const acknowledged = told.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
        expect(kept).toEqual(acknowledged.flatMap((index) => [`first ${index}`, `second ${index}`]));
        expect(acknowledged.every((index) => requests[index] === "good")).toBe(true);
        if (failures.every((one) => one === null))
          expect(acknowledged).toEqual(requests.flatMap((what, index) => (what === "good" ? [index] : [])));
      },
    ),
  );
});

it("begins one transaction for all that wait", async () => {
  let transactions = 0;
  const line = writeLine(async (work) => {
    transactions += 1;
    return work({ run: async () => {}, all: async () => [] });
  });
  await Promise.all(Array.from({ length: 20 }, () => line.write(async () => 1)));
  expect(transactions).toBe(1);
});

it("goes on where another process holds the file", async () => {
  const address = join(mkdtempSync(join(tmpdir(), "docket-")), "docket.db");
  const dockets: Docket[] = await Promise.all([1, 2].map(() => openDocket(address, { create: true })));
  const all = dockets.flatMap((docket, place) =>
    Array.from({ length: 30 }, (_, index) => docket.append(asked([place, index]), async () => [noteSet(`n${place}-${index}`, 1)])),
  );
  expect(await Promise.all(all)).toHaveLength(60);
  await Promise.all(dockets.map((one) => one.close()));
});
