import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { interestKinds, type TracedLink, type TracedNode, type TracedParty } from "./model/index.js";
import { bods } from "./reference/import/formats/bods.js";
import { ownInterests } from "./reference/import/formats/own-csv-interests.js";
import { readSample } from "./reference/import/sample-sink.js";
import { shownFamily } from "./report/scene/ownership/view.js";
import { traceBods } from "./report/trace/bods.js";
import { familyCsv } from "./report/trace/family-csv.js";
import { drawnKind } from "./report/trace/party-kind.js";
import { sampleTraced } from "./report/trace/sample-traced.js";

const prefix = "bods-beholden-";
const plain = (id: string) => id.slice(prefix.length);

/** What a statement of an interest comes to: who, in whom, of what kind, how much, when. */
const stakeOf = (link: TracedLink) => ({
  ...{
    owner: link.owner,
    owned: link.owned,
    kind: link.kind,
    capacity: link.capacity,
    from: link.from,
    until: link.until,
    joint: link.joint !== null,
  },
  ...(link.stated
    ? { min: link.shareMin, max: link.shareMax, exclusive: [link.minExclusive, link.maxExclusive] }
    : { min: 0, max: 100, exclusive: [false, false] }),
});
const inOrder = (all: object[]) => all.map((one) => JSON.stringify(one)).sort();

async function readBack(traced: TracedParty) {
  const told = await readSample(bods, "owners.json", traceBods(traced, shownFamily(traced, { ended: true })));
  expect(told.refused).toEqual([]);
  return {
    parties: told.parties.map(({ id, name, kind = "entity", form, jurisdiction }) => ({
      ...{ id: plain(id), name, drawn: drawnKind({ kind, form: form ?? null }), jurisdiction: jurisdiction ?? null },
    })),
    stakes: told.interests.map((one) => {
      const share = one.share;
      return {
        ...{
          owner: plain(one.owner),
          owned: plain(one.owned),
          kind: one.kind,
          capacity: one.capacity ?? null,
          from: one.from ?? null,
          until: one.until ?? null,
        },
        ...{ joint: one.joint !== undefined, min: share ?? one.shareMin ?? 0, max: share ?? one.shareMax ?? 100 },
        exclusive: [one.minExclusive === true, one.maxExclusive === true],
      };
    }),
  };
}

const partiesOf = ({ parties }: TracedParty) =>
  parties.map((one) => ({ id: one.id, name: one.name, drawn: drawnKind(one), jurisdiction: one.jurisdiction }));

describe("a family as BODS statements", () => {
  it("is read back as the same parties and interests", async () => {
    const again = await readBack(sampleTraced);
    expect(inOrder(again.parties)).toEqual(inOrder(partiesOf(sampleTraced)));
    expect(inOrder(again.stakes)).toEqual(inOrder([...sampleTraced.owners, ...sampleTraced.holdings].map(stakeOf)));
  });

  it("is so whatever the kinds of party, gap and interest, the bounds, the days and who holds jointly", async () => {
    const [node] = sampleTraced.parties;
    const [link] = sampleTraced.owners;
    if (!node || !link) throw new Error("the sample has owners");
    const kind = fc.constantFrom<[TracedNode["kind"], string | null]>(
      ["entity", null],
      ["entity", "state-company"],
      ["entity", "fund"],
      ["entity", "trust"],
      ["individual", "person"],
      ["government", "state"],
      ["government", "state-organ"],
      ["aggregate", "aggregate"],
      ["unknown", "not-known"],
      ["unknown", "not-disclosed"],
      ["unknown", "not-looked-for"],
    );
    const stake = fc.record({
      ends: fc.tuple(fc.nat(5), fc.nat(5)).filter(([owner, owned]) => owner !== owned),
      kind: fc.constantFrom(...interestKinds),
      bounds: fc
        .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }))
        .map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const),
      exclusive: fc.tuple(fc.boolean(), fc.boolean()),
      stated: fc.boolean(),
      capacity: fc.constantFrom(null, "trust" as const, "firm" as const, "nominee" as const),
      from: fc.constantFrom(null, "2019-04-01", "2020"),
      note: fc.constantFrom(null, "as the register has it", "[not ours]"),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(kind, { minLength: 6, maxLength: 6 }), fc.array(stake, { maxLength: 12 }), async (kinds, stakes) => {
        const parties = kinds.map(
          ([of, form], at): TracedNode => ({
            ...node,
            id: `p${at}`,
            name: `Party ${at}`,
            kind: of,
            form,
            jurisdiction: at % 2 ? "CH" : null,
            nativeName: null,
          }),
        );
        const owners = stakes.map((one, at): TracedLink => {
          const [shareMin, shareMax] = one.bounds;
          const isRange = one.stated && shareMin < shareMax;
          return {
            ...link,
            ...{
              number: at + 1,
              owner: `p${one.ends[0]}`,
              owned: `p${one.ends[1]}`,
              kind: one.kind,
              capacity: one.capacity,
              from: one.from,
              until: null,
              note: one.note,
            },
            ...{ stated: one.stated, shareMin: one.stated ? shareMin : 0, shareMax: one.stated ? shareMax : 100, joint: null },
            ...{ minExclusive: isRange && one.exclusive[0], maxExclusive: isRange && one.exclusive[1] },
          };
        });
        // Two who hold the last one together.
        const last = owners.at(-1);
        const partner = ["p0", "p1", "p2"].find((id) => id !== last?.owner && id !== last?.owned) ?? "p0";
        const joint = last
          ? [...owners.slice(0, -1), { ...last, joint: "block" }, { ...last, joint: "block", owner: partner, number: owners.length + 1 }]
          : owners;
        const tied = new Set(["p0", ...joint.flatMap(({ owner, owned }) => [owner, owned])]);
        const traced: TracedParty = {
          ...sampleTraced,
          party: "p0",
          identifiers: [],
          parties: parties.filter(({ id }) => tied.has(id)),
          owners: joint,
          holdings: [],
          ended: [],
        };
        const shown = shownFamily(traced);
        const again = await readBack({ ...traced, parties: shown.parties, owners: shown.links });
        expect(inOrder(again.parties)).toEqual(inOrder(partiesOf({ ...traced, parties: shown.parties })));
        expect(inOrder(again.stakes)).toEqual(inOrder(shown.links.map(stakeOf)));
      }),
      { numRuns: 120 },
    );
  });

  it("is the same bytes for the same answer, with ids as the standard asks for them", () => {
    const text = traceBods(sampleTraced, shownFamily(sampleTraced));
    expect(traceBods(sampleTraced, shownFamily(sampleTraced))).toBe(text);
    const ids = (JSON.parse(text) as { statementId: string }[]).map(({ statementId }) => statementId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/);
  });
});

describe("a family as a table for spreadsheets", () => {
  it("is read back as the same interests by the import of own tables", async () => {
    const told = await readSample(ownInterests, "owners.csv", familyCsv(sampleTraced, shownFamily(sampleTraced)));
    expect(told.refused).toEqual([]);
    // The import tells a user's own ids by "user-" before them.
    const again = told.interests.map(({ owner, owned, kind, shareMin = 0, shareMax = 100 }) => [
      owner.slice(5),
      owned.slice(5),
      kind,
      shareMin,
      shareMax,
    ]);
    const links = [...sampleTraced.owners, ...sampleTraced.holdings];
    expect(inOrder(again)).toEqual(
      inOrder(links.map(({ owner, owned, kind, shareMin, shareMax }) => [owner, owned, kind, shareMin, shareMax])),
    );
  });

  it("holds what the filters leave, and nothing else", () => {
    const shown = shownFamily(sampleTraced, { minimumShare: 26, kinds: ["equity"] });
    const rows = familyCsv(sampleTraced, shown).trimEnd().split("\r\n");
    expect(
      rows
        .slice(1)
        .map((row) => row.split(",")[0])
        .sort(),
    ).toEqual(["holding", "parent", "target"]);
  });
});
