import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { type Followed, Following } from "./following.js";
import { openDocket } from "./open.js";
import { asked, noteSet } from "./sample-requests.js";
import { onEachStore } from "./sample-stores.js";

onEachStore(({ newAddress }) => {
  it("tells of each case and kind which entry was the newest, whoever wrote it", async () => {
    const address = newAddress();
    const docket = await openDocket(address, { create: true });
    const other = await openDocket(address, { create: false });
    const set = (from: typeof docket, of: string | null, id: string) =>
      from.append(asked(id), async () => [noteSet(id, "text", { case: of })]);
    await set(docket, "A", "a");
    const first = await docket.following.now();
    expect(first.head.number).toBe(2);
    const newest = ({ newest: of }: Followed) => [of({ case: "A" }), of({ case: "B" }), of({ kinds: ["note"] }), of({ kinds: ["event"] })];
    expect(newest(first)).toEqual([0, 0, 0, 0]);
    await set(docket, "A", "b");
    await set(other, "B", "c");
    const second = await docket.following.now();
    expect([second.head.number, second.era, ...newest(second)]).toEqual([4, first.era, 3, 4, 4, 0]);
    expect(second.newest("all")).toBe(4);
    await set(docket, null, "d");
    expect(newest(await docket.following.now())).toEqual([5, 5, 5, 5]);
    await docket.close();
    await other.close();
  });

  it("never answers with what was before the question", async () => {
    const docket = await openDocket(newAddress(), { create: true });
    for (let turn = 1; turn <= 20; turn++) {
      const early = docket.following.now();
      const { head } = await docket.append(asked(turn), async () => [noteSet(`n${turn}`, turn)]);
      const asks = await Promise.all([docket.following.now(), docket.following.now()]);
      expect(asks.map((one) => one.head)).toEqual([head, head]);
      expect((await early).head.number).toBeLessThanOrEqual(head.number);
    }
    await docket.close();
  });
});

it("takes a journal that is another one for another", async () => {
  const journals = [openDocket(sample(), { create: true }), openDocket(sample(), { create: true })];
  const [left, right] = await Promise.all(journals);
  if (!left || !right) throw new Error("no dockets");
  let reads = left;
  const following = new Following((work) => reads.read((view) => work(view)));
  for (const docket of [left, right]) await docket.append(asked("x"), async () => [noteSet("n", 1)]);
  const before = await following.now();
  reads = right;
  const after = await following.now();
  expect(after.era).not.toBe(before.era);
  expect(after.head.digest).not.toBe(before.head.digest);
  expect((await following.now()).era).toBe(after.era);
  await Promise.all([left.close(), right.close()]);
});

function sample(): string {
  return join(mkdtempSync(join(tmpdir(), "docket-")), "docket.db");
}
