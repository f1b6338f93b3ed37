import { createHash } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { chainPage, type Docket, openCase, openDocket, verifyDocket } from "../../src/docket/index.js";
import { pastedHead, verifyChain } from "../record/verify-chain.js";

let docket: Docket;
beforeAll(async () => {
  docket = await openDocket(join(mkdtempSync(join(tmpdir(), "chain-")), "docket.db"), { create: true });
  for (const number of [1, 2, 3, 4])
    await openCase(
      docket,
      { id: `A-${number}`, caption: `Åcme “${number}”`, kind: "provider-review", procedure: "us-icts", reference: null, parties: [] },
      { by: "Ana", at: `2026-0${number}-01T10:00:00.000Z` },
    );
});
afterAll(() => docket.close());

const digestOf = async (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

/** What the browser reads: the pages of the server, two entries each. */
async function* pages(hidden = false) {
  for (let after: number | null = 0; after !== null; ) {
    const from: number = after;
    const page = await docket.read((view) => chainPage(view, { after: from, limit: 2 }));
    yield { links: page.links.map(({ link }) => (hidden ? { ...link, text: null, found: null } : link)) };
    after = page.next;
  }
}

async function tampered(sql: string): Promise<void> {
  await docket.database.write(async (connection) => {
    for (const verb of ["update", "delete"]) await connection.run(`DROP TRIGGER IF EXISTS journal_keeps_${verb}`);
    await connection.run(sql);
  });
}

it("finds an unbroken journal unbroken, with its head and a printed one, as `docket verify` does", async () => {
  const expected = await verifyDocket(docket);
  const [first] = (await docket.read((view) => chainPage(view, { after: 0, limit: 1 }))).links;
  const heads = [first?.link.digest.slice(0, 16) ?? "", "f".repeat(64)];
  const told: number[] = [];
  const found = await verifyChain({ pages: pages(), digestOf, heads, onProgress: (entries) => told.push(entries) });
  expect(found).toMatchObject({
    unbroken: true,
    entries: expected.entries,
    head: expected.head,
    from: expected.from,
    until: expected.until,
    break: null,
  });
  expect(found.heads.map(({ number }) => number)).toEqual([1, null]);
  expect(told.at(-1)).toBe(expected.entries);
  expect(found.provesNot.join(" ")).toContain("no newest entries were taken away");
});

it("follows the chain past texts that one may not see, and says how many", async () => {
  const found = await verifyChain({ pages: pages(true), digestOf });
  expect(found).toMatchObject({ unbroken: true, withheld: found.entries, from: null });
});

// Each goes further than the one before: what is broken earlier is found first.
it.each([
  ["a column that says something else", "UPDATE journal SET by_name = 'Eve' WHERE number = 5"],
  ["a digest that was changed", `UPDATE journal SET digest = '${"a".repeat(64)}' WHERE number = 4`],
  ["a text that was changed", "UPDATE journal SET body = REPLACE(body, 'Ana', 'Eve') WHERE number = 3"],
  ["an entry that was taken out", "DELETE FROM journal WHERE number = 2"],
])("finds %s, with the words and neighbours of `docket verify`", async (_, sql) => {
  await tampered(sql);
  const [expected, found] = [await verifyDocket(docket), await verifyChain({ pages: pages(), digestOf })];
  expect(found.unbroken).toBe(false);
  expect({ entries: found.entries, head: found.head, break: found.break }).toEqual({
    entries: expected.entries,
    head: expected.head,
    break: expected.break,
  });
});

it("takes a digest as people paste it", () => {
  expect(pastedHead("9F3A 0000 1111 2222…")).toBe("9f3a000011112222");
  expect(pastedHead("not a digest")).toBeNull();
});
