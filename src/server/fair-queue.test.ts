import fc from "fast-check";
import { expect, it } from "vitest";
import { FairQueue } from "./fair-queue.js";

function queueOf(all: readonly [string, string][]): FairQueue<string> {
  const queue = new FairQueue<string>();
  for (const [caller, item] of all) queue.push(caller, item);
  return queue;
}

function drained(queue: FairQueue<string>): string[] {
  const all: string[] = [];
  for (let one = queue.next(); one !== undefined; one = queue.next()) all.push(one);
  return all;
}

it("takes turns among callers, whoever asked for more", () => {
  const queue = queueOf([
    ["Ana", "a1"],
    ["Ana", "a2"],
    ["Ana", "a3"],
    ["Ben", "b1"],
    ["Cho", "c1"],
    ["Ben", "b2"],
  ]);
  expect([queue.length, queue.of("Ana"), queue.of("Dov")]).toEqual([6, 3, 0]);
  expect(drained(queue)).toEqual(["a1", "b1", "c1", "a2", "b2", "a3"]);
  expect(queue.length).toBe(0);
});

it("passes over what is not fit yet, and keeps it", () => {
  const queue = queueOf([
    ["Ana", "long 1"],
    ["Ana", "short 1"],
    ["Ben", "long 2"],
  ]);
  const short = (item: string) => item.startsWith("short");
  expect([queue.next(short), queue.next(short), queue.next(), queue.next()]).toEqual(["short 1", undefined, "long 2", "long 1"]);
});

it("gives everything once, and in the order of each caller", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom("A", "B", "C"), fc.nat(9)), { maxLength: 40 }), (pushed) => {
      const all = pushed.map(([caller, number], index): [string, string] => [caller, `${caller} ${number} ${index}`]);
      const given = drained(queueOf(all));
      for (const caller of ["A", "B", "C"])
        expect(given.filter((item) => item.startsWith(caller))).toEqual(all.filter(([of]) => of === caller).map(([, item]) => item));
      expect(given.length).toBe(all.length);
    }),
  );
});

it("forgets what no longer waits", () => {
  const queue = queueOf([
    ["Ana", "a1"],
    ["Ben", "b1"],
  ]);
  queue.drop("Ana", "a1");
  queue.drop("Ben", "none");
  queue.drop("Cho", "none");
  expect([queue.length, queue.of("Ana")]).toEqual([1, 0]);
  expect(queue.clear()).toEqual(["b1"]);
  expect(queue.next()).toBeUndefined();
});
