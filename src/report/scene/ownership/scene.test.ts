import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TracedLink, TracedParty } from "../../../model/index.js";
import { sampleTraced } from "../../trace/sample-traced.js";
import { standings } from "../node.js";
import { sceneText } from "../text.js";
import { indirectShares } from "./indirect.js";
import { ownershipScene } from "./scene.js";
import { ownershipView } from "./view.js";
import { shareArithmetic } from "./words.js";

const nameOf = (id: string) => sampleTraced.parties.find((one) => one.id === id)?.name ?? id;
const textOf = (traced: TracedParty, options = {}) => sceneText(ownershipScene(traced, options).root);

describe("the ownership chart", () => {
  const text = textOf(sampleTraced);

  it("draws each party and interest once: kind by shape, verdict by fill, sign and word, interest by line and label", () => {
    const stands = standings(ownershipScene(sampleTraced));
    expect(
      stands
        .filter(({ kind }) => kind === "party")
        .map(({ id }) => id)
        .sort(),
    ).toEqual(sampleTraced.parties.map(({ id }) => id).sort());
    expect(stands.filter(({ kind }) => kind === "interest")).toHaveLength(7); // six of equity, one of votes
    expect(text).toContain("1: 40 % votes");
    expect(text).toContain("4: 10 to less than 15 %");
    expect(text).toContain("Identity not disclosed");
    expect(text).toContain("As of 2026-06-01. 7 parties, 7 interests.");
    expect(text).toContain('class="box high subject"');
  });

  it("puts owners above the party and holdings below, and leads the arrow keys there", () => {
    const near = new Map(standings(ownershipScene(sampleTraced)).map((one) => [one.id, one.near ?? {}]));
    expect(near.get("parent")?.down).toBe("holding");
    expect(near.get("holding")?.up).toBe("parent");
    expect(near.get("target")?.down).toBe("child");
    const order = standings(ownershipScene(sampleTraced)).map(({ id }) => id);
    expect(order.indexOf("parent")).toBeLessThan(order.indexOf("holding"));
    expect(order.indexOf("target")).toBeLessThan(order.indexOf("child"));
  });

  it("draws somebody not named, a share on no record, and a party without any owner on file each in its own way", () => {
    const regimes = sampleTraced.regimes.map((one) => ({ ...one, unrecorded: [{ party: "target", share: 45 }] }));
    const scene = ownershipScene({ ...sampleTraced, regimes });
    const drawn = sceneText(scene.root);
    expect(drawn.match(/class="box unrecorded"/g)).toHaveLength(2); // the box, and its sample in the legend
    expect(drawn.match(/class="box unknown"/g)).toHaveLength(2);
    expect(drawn).toContain("45 % unknown");
    const withoutOwners = standings(scene)
      .filter(({ name }) => name.includes("No owner on file"))
      .map(({ id }) => id);
    expect(withoutOwners.sort()).toEqual(["parent", "works"]);
  });

  it("multiplies shares along each way, adds them up and shows the arithmetic", () => {
    // Beijing Parent holds 60 % of Holding, which holds 30 % of Target: 0.6 x 0.3 = 0.18.
    const shares = indirectShares(sampleTraced);
    const parent = shares.get("parent");
    expect(parent?.total).toEqual({ min: 18, max: 18 });
    expect(parent && shareArithmetic(parent, nameOf)).toBe("60 % × 30 % = 18 % through Holding SA");
    expect(shares.get("withheld")?.total).toEqual({ min: 2, max: 3 }); // 20 % of 10 to 15
    expect(textOf(sampleTraced)).toContain("in all 18 %");
  });

  it("adds up direct and indirect ways, and counts a circle once", () => {
    const [link] = sampleTraced.owners;
    if (!link) throw new Error("the sample has owners");
    const stake = (number: number, owner: string, owned: string, share: number): TracedLink => ({
      ...link,
      number,
      owner,
      owned,
      kind: "equity",
      shareMin: share,
      shareMax: share,
      minExclusive: false,
      maxExclusive: false,
      stated: true,
      joint: null,
    });
    const owners = [stake(1, "a", "b", 60), stake(2, "b", "t", 51), stake(3, "a", "t", 10), stake(4, "t", "b", 5)];
    const found = indirectShares({ party: "t", owners }).get("a");
    expect(found?.total).toEqual({ min: 40.6, max: 40.6 });
    expect(found && shareArithmetic(found, (id) => id.toUpperCase())).toBe(
      "60 % × 51 % = 30.6 % through B; 10 % directly; in all 40.6 %; stakes that lead back in a circle are counted once",
    );
  });

  it("hides shares under the least one and says how many, never control", () => {
    const view = ownershipView(sampleTraced, { minimumShare: 26 });
    expect(view.links.map(({ number }) => number).length).toBe(
      sampleTraced.owners.length + sampleTraced.holdings.length - view.hidden.belowShare,
    );
    // Works holds 25 %, the fund 10 to 15 %, the withheld 20 % of the fund: three; the board seat stays, and goes as nothing ties it.
    expect(view.hidden.belowShare).toBe(3);
    expect(textOf(sampleTraced, { minimumShare: 26 })).toContain("Shares under 26 % are not drawn: 3 interests");
  });

  it("breaks a broad row into rows, draws at most four hundred boxes and says what is in groups", () => {
    const many = broad(900);
    const scene = ownershipScene(many);
    const boxes = standings(scene).filter(({ kind }) => kind === "party" || kind === "group");
    expect(boxes.length).toBeLessThanOrEqual(400);
    expect(scene.width).toBeLessThan(1300);
    const group = boxes.find(({ kind }) => kind === "group");
    const inGroup = Number(/^(\d+) parties/.exec(group?.name ?? "")?.[1]);
    expect(boxes.filter(({ kind }) => kind === "party").length + inGroup).toBe(901);
    expect(scene.about).toContain(`${inGroup} parties drawn in 1 group`);
  });
});

describe("the chart and the tables", () => {
  it("have the same parties, interests and shares, whatever the family", () => {
    fc.assert(
      fc.property(families(), fc.integer({ min: 0, max: 60 }), fc.integer({ min: 3, max: 12 }), (traced, minimumShare, most) => {
        const options = { minimumShare, most };
        const view = ownershipView(traced, options);
        const stands = standings(ownershipScene(traced, options));
        const of = (kind: string) => stands.filter((one) => one.kind === kind);
        const parties = of("party").map(({ id }) => id);
        const folded = view.folded.flatMap(({ members }) => members);
        // Each party is drawn, in a group, or tied to the one asked about by nothing that is drawn.
        expect(new Set([...parties, ...folded]).size).toBe(parties.length + folded.length);
        expect(parties.length + folded.length + view.hidden.parties).toBe(traced.parties.length);
        expect(parties.length + of("group").length + of("gap").length / 2).toBeLessThanOrEqual(most);
        expect(parties).toContain(traced.party);
        const inTable = new Map([...traced.owners, ...traced.holdings].map((link) => [String(link.number), link]));
        for (const { id, name } of of("interest")) {
          const link = inTable.get(id);
          expect(link).toBeDefined();
          if (link?.stated && link.kind === "equity") expect(name).toContain(`${link.shareMin} %`);
        }
        expect(of("interest").length).toBe(view.links.length);
      }),
      { numRuns: 60 },
    );
  });
});

describe("a large family in any shape", () => {
  const chance = (at: number, below: number) => Number((BigInt(at + 7) * 2_654_435_761n) % 4_294_967_296n) % below;
  const shapes: Record<string, (readonly [owner: number, owned: number])[]> = {
    "two owners each": Array.from({ length: 399 }, (_, at) => [
      [Math.floor(at / 3), at + 1] as const,
      ...(at > 3 ? [[chance(at, at), at + 1] as const] : []),
    ]).flat(),
    "a broad generation with two owners each": [
      ...Array.from({ length: 20 }, (_, at) => [0, at + 1] as const),
      ...Array.from({ length: 120 }, (_, at) => [[1 + (at % 20), at + 21] as const, [1 + ((at + 7) % 20), at + 21] as const]).flat(),
    ],
    "owners of what it owns": Array.from({ length: 399 }, (_, at) =>
      at < 199 ? ([Math.floor(at / 4), at + 1] as const) : ([at + 1, Math.floor(at / 4)] as const),
    ),
  };

  it.each(Object.entries(shapes))("is at most 6,000 pixels broad, and says who is drawn as one and why: %s", (_, ties) => {
    const [link] = sampleTraced.holdings;
    const [node] = sampleTraced.parties;
    if (!link || !node) throw new Error("the sample has a holding");
    const ids = [...new Set(ties.flat())].sort((left, right) => left - right);
    const traced: TracedParty = {
      ...sampleTraced,
      ...{ party: "p0", owners: [], regimes: [] },
      parties: ids.map((at) => ({ ...node, id: `p${at}`, name: `Party ${at}` })),
      holdings: ties.map(([owner, owned], at) => ({ ...link, number: at + 1, owner: `p${owner}`, owned: `p${owned}` })),
    };
    const view = ownershipView(traced);
    const scene = ownershipScene(traced);
    expect(scene.width).toBeLessThanOrEqual(6_000);
    const grouped = view.folded.flatMap(({ members }) => members);
    expect(new Set([...view.nodes.map(({ id }) => id), ...grouped]).size).toBe(ids.length);
    expect(scene.about).toContain(`${grouped.length} parties drawn in ${view.folded.length} group`);
    for (const { id, name } of standings(scene).filter(({ kind }) => kind === "group"))
      expect(name, id).toContain("would be too broad to read");
    // What was opened is drawn before the others, and those then have no room.
    const [group] = view.folded;
    const wanted = group?.members.slice(0, 3) ?? [];
    const opened = new Set(ownershipView(traced, { opened: wanted }).nodes.map(({ id }) => id));
    expect(wanted.filter((id) => opened.has(id)).length).toBeGreaterThan(0);
    expect(opened).toContain(wanted[0]);
  });
});

describe("parties of one country", () => {
  it("are drawn as one where several hang on the same party, until that group is opened; a state stands alone", () => {
    const [link] = sampleTraced.holdings;
    const [node] = sampleTraced.parties;
    if (!link || !node) throw new Error("the sample has a holding");
    const held = (id: string, jurisdiction: string | null, kind = node.kind) => ({
      ...node,
      id,
      name: id,
      kind,
      jurisdiction,
      principalPlace: null,
    });
    const parties = [
      node,
      held("cn-1", "CN"),
      held("cn-2", "CN"),
      held("us-1", "US"),
      held("no-1", null),
      held("no-2", null),
      held("state", "CN", "government"),
    ];
    const holdings = parties.slice(1).map(({ id }, at) => ({ ...link, number: at + 1, owner: node.id, owned: id }));
    const traced: TracedParty = { ...sampleTraced, parties, holdings, owners: [] };
    const view = ownershipView(traced, { byCountry: true });
    expect(view.folded.map(({ id, members, country, why }) => ({ id, members, country, why }))).toEqual([
      { id: `country CN below ${node.id}`, members: ["cn-1", "cn-2"], country: "CN", why: "country" },
    ]);
    expect(view.nodes.map(({ id }) => id)).toEqual([node.id, "us-1", "no-1", "no-2", "state"]);
    expect(textOf(traced, { byCountry: true })).toContain("2 parties below, of CN");
    expect(ownershipView(traced, { byCountry: true, opened: [`country CN below ${node.id}`] }).folded).toEqual([]);
  });
});

describe("what is on file and not in the answer", () => {
  it("is counted on the box, in the sentence of the party and in the outline, whatever is hidden", () => {
    const parties = sampleTraced.parties.map((one) => (one.id === "fund" ? { ...one, onFile: { owners: 1, holdings: 13 } } : one));
    const traced = { ...sampleTraced, parties };
    // The fund has one owner and one holding in the answer: twelve holdings more.
    for (const options of [{}, { minimumShare: 1 }]) expect(ownershipView(traced, options).more.get("fund")).toBe(12);
    const scene = ownershipScene(traced);
    const badge = standings(scene).find(({ id }) => id === "more fund");
    expect(badge).toMatchObject({ kind: "more", name: "12 more parties on file, tied to it and not in the answer." });
    expect(sceneText(scene.root)).toContain("+12 more");
    expect(standings(scene).find(({ id }) => id === "fund")?.name).toContain("12 more parties on file");
  });
});

describe("kinds of party and kinds of gap", () => {
  const [node] = sampleTraced.parties;
  if (!node) throw new Error("the sample has a party");
  const drawnAs = (kind: TracedParty["parties"][number]["kind"], form: string | null) => {
    const traced = { ...sampleTraced, parties: sampleTraced.parties.map((one) => (one.id === "withheld" ? { ...one, kind, form } : one)) };
    const [, box = ""] = /data-id="withheld">(.*?)<\/g>/s.exec(textOf(traced)) ?? [];
    return {
      outline: (/class="shape" d="([^"]*)"/.exec(box)?.[1] ?? "").replace(/[-\d. ]+/g, ""),
      sign: /class="sign" d="([^"]*)"/.exec(box)?.[1],
      text: box.replace(/<[^>]*>/g, " "),
    };
  };

  it("differ in outline or sign, and each has its word", () => {
    const kinds = [
      ["entity", "company", "company"],
      ["individual", "person", "person"],
      ["government", "state-organ", "state organ"],
      ["entity", "fund", "fund"],
      ["entity", "trust", "trust"],
      ["unknown", "not-known", "Identity not known"],
      ["unknown", "not-disclosed", "Identity not disclosed"],
      ["unknown", "not-looked-for", "Identity not looked for yet"],
    ] as const;
    const drawn = kinds.map(([kind, form, word]) => {
      const one = drawnAs(kind, form);
      expect(one.text.replace(/\s+/g, " ")).toContain(word);
      return kind === "unknown" ? `${one.outline} ${one.sign}` : one.outline;
    });
    // A fund and a trust are one kind; all others are apart.
    expect(drawn[3]).toBe(drawn[4]);
    expect(new Set(drawn).size).toBe(kinds.length - 1);
  });
});

/** A party that owns many others. */
function broad(count: number): TracedParty {
  const [link] = sampleTraced.holdings;
  const [node] = sampleTraced.parties;
  if (!link || !node) throw new Error("the sample has a holding");
  const ids = Array.from({ length: count }, (_, at) => `child-${at}`);
  return {
    ...sampleTraced,
    owners: [],
    parties: [node, ...ids.map((id) => ({ ...node, id, name: id }))],
    holdings: ids.map((id, at) => ({ ...link, number: at + 1, owned: id })),
  };
}

/** Families of up to thirteen, in any shape: circles, several interests between two, parts without ties. */
function families(): fc.Arbitrary<TracedParty> {
  const [link] = sampleTraced.owners;
  const [node] = sampleTraced.parties;
  if (!link || !node) throw new Error("the sample has owners");
  const id = fc.integer({ min: 0, max: 12 }).map((at) => `p${at}`);
  const stake = fc.record({
    owner: id,
    owned: id,
    kind: fc.constantFrom("equity", "voting", "board"),
    share: fc.integer({ min: 0, max: 100 }),
    stated: fc.boolean(),
  });
  return fc.array(stake, { maxLength: 24 }).map((stakes): TracedParty => {
    const links = stakes
      .filter(({ owner, owned }) => owner !== owned)
      .map(
        ({ owner, owned, kind, share, stated }, at): TracedLink => ({
          ...link,
          number: at + 1,
          owner,
          owned,
          kind: kind as TracedLink["kind"],
          stated,
          shareMin: stated ? share : 0,
          shareMax: stated ? share : 100,
          minExclusive: false,
          maxExclusive: false,
          joint: null,
        }),
      );
    const ids = [...new Set(["p0", ...links.flatMap(({ owner, owned }) => [owner, owned])])];
    return {
      ...sampleTraced,
      party: "p0",
      parties: ids.map((one) => ({ ...node, id: one, name: `Party ${one}` })),
      owners: links.filter(({ owner }) => owner !== "p0"),
      holdings: links.filter(({ owner }) => owner === "p0"),
    };
  });
}
