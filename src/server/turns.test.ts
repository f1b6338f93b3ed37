import { expect, it } from "vitest";
import { Turns } from "./turns.js";

it("lets few begin in one moment, and no caller before all others who wait", async () => {
  const turns = new Turns(() => false);
  const order: string[] = [];
  const begin = (caller: string) => turns.next(caller).then(() => order.push(caller));
  const all = [...Array.from({ length: 100 }, () => begin("Ana")), begin("Ben"), begin("Cho")];
  await new Promise((next) => setImmediate(next));
  expect(order.length).toBeLessThanOrEqual(16);
  expect(order.slice(0, 3)).toEqual(["Ana", "Ben", "Cho"]);
  await Promise.all(all);
  expect(order.length).toBe(102);
});

it("gives a write that waits for its database time between those who begin", async () => {
  const turns = new Turns(() => true);
  const start = performance.now();
  const begun: number[] = [];
  await Promise.all(Array.from({ length: 40 }, () => turns.next("Ana").then(() => begun.push(performance.now() - start))));
  // Timers may come a moment early.
  expect([begun[16] ?? 0, begun[32] ?? 0].map((at) => Math.ceil(at + 1) >= 8)).toEqual([true, true]);
  expect(begun[32] ?? 0).toBeGreaterThan(14);
});
