import { mkdtemp, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { type Holder, withLock } from "./lock.js";

const folder = () => mkdtemp(join(tmpdir(), "beholden-lock-"));

it("lets one in after the other, tells whoever waits once, and leaves nothing behind", async () => {
  const path = await folder();
  const seen: string[] = [];
  const waits: Holder[] = [];
  const enter = (name: string) =>
    withLock(
      path,
      (holder) => waits.push(holder),
      async () => {
        seen.push(`${name} in`);
        await sleep(300);
        seen.push(`${name} out`);
      },
    );
  await Promise.all([enter("a"), enter("b"), enter("c")]);
  for (let at = 0; at < seen.length; at += 2) expect(seen[at + 1]).toBe(seen[at]?.replace("in", "out"));
  expect(seen).toHaveLength(6);
  expect(waits.map((holder) => holder.process)).toEqual([process.pid, process.pid]);
  expect(await readdir(path)).toEqual([]);
});

it("is given up by whoever fails in it", async () => {
  const path = await folder();
  await expect(
    withLock(
      path,
      () => {},
      () => Promise.reject(new Error("full")),
    ),
  ).rejects.toThrow("full");
  expect(
    await withLock(
      path,
      () => {},
      async () => "in",
    ),
  ).toBe("in");
});

it("is taken over from another machine that shows no life", async () => {
  const path = await folder();
  await writeFile(join(path, ".import.lock"), JSON.stringify({ process: 1, host: "another.example", token: "t" }));
  const waits: string[] = [];
  const entered = withLock(
    path,
    (holder, lock) => waits.push(`${holder.host} ${lock}`),
    async () => "in",
    500,
  );
  expect(await entered).toBe("in");
  expect(waits).toEqual([`another.example ${join(path, ".import.lock")}`]);
});

it("is not taken from a holder that shows life for longer than that", async () => {
  const path = await folder();
  const seen: string[] = [];
  const holding = withLock(
    path,
    () => {},
    async () => {
      await sleep(1500);
      seen.push("first out");
    },
    500,
  );
  await sleep(50);
  await withLock(
    path,
    () => {},
    async () => void seen.push("second in"),
    500,
  );
  await holding;
  expect(seen).toEqual(["first out", "second in"]);
});
