import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Interest, OwnershipAnswer, Party, Regime, SettlingFact } from "../../model/index.js";
import { ownershipUnder } from "../ownership.js";
import { party, sampleReference, stake } from "../sample-reference.js";
import { ownershipAnswer } from "./answer.js";
import { product, type SmallCase, slowAnswer, step, subsets, worldCount } from "./sample-worlds.js";
import { tracedUnder } from "./traced.js";

const day = "2026-11-23";
const ids = ["a", "b", "c", "d", "e"];

const regime: Regime = {
  governments: [{ code: "CN", mark: "R" }],
  covered: {
    limbs: ["ownership", "organised", "control"],
    threshold: 50,
    ownershipKinds: ["equity", "voting"],
    controlKinds: ["board", "influence"],
    lists: [],
    exemptJurisdictions: [],
  },
};

const band = fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 10 })).map(([one, other]) => ({
  shareMin: Math.min(one, other) * step,
  shareMax: Math.max(one, other) * step,
}));
const exact = fc.integer({ min: 1, max: 10 }).map((tenths) => ({ share: tenths * step }));
const owned = fc.record({ owner: fc.constantFrom(...ids), owned: fc.constantFrom("a", "a", "b", "c", "d") });
const single = fc
  .tuple(
    owned,
    fc.oneof({ weight: 3, arbitrary: exact }, { weight: 2, arbitrary: band }),
    fc.constantFrom<Interest["kind"]>("equity", "equity", "equity", "equity", "voting", "board", "influence"),
    fc.constantFrom(undefined, undefined, undefined, undefined, "trust" as const),
  )
  .map(([ends, share, kind, capacity]) => [
    stake(ends.owner, ends.owned, undefined, {
      kind,
      ...(kind === "board" || kind === "influence" ? {} : { ...share, ...(capacity && { capacity }) }),
    }),
  ]);
const block = fc
  .tuple(fc.subarray(ids, { minLength: 2, maxLength: 2 }), fc.constantFrom("a", "b"), exact)
  .map(([owners, of, share]) => owners.map((owner) => stake(owner, of, undefined, { ...share, joint: "together" })));
const interests = fc.array(fc.oneof({ weight: 6, arbitrary: single }, { weight: 1, arbitrary: block }), { maxLength: 6 }).map((found) => {
  const all = found.flat().filter((one) => one.owner !== one.owned);
  const key = ({ owner, owned: of, kind, joint }: Interest) => `${owner} ${of} ${kind} ${joint}`;
  const blocks = found.filter((members) => members.length === 2 && members.every((one) => one.owner !== one.owned));
  const first = new Set(blocks.slice(0, 1).flat());
  const unique = [...new Map(all.filter((one) => !one.joint).map((one) => [key(one), one])).values()];
  // Whoever is in the block holds nothing else of it, so that worlds are told apart by stakes alone.
  return [...unique.filter((one) => ![...first].some((other) => other.owner === one.owner && other.owned === one.owned)), ...first];
});
const parties = fc.tuple(...ids.map((id) => fc.constantFrom("CN", "CH", "unknown").map((what) => partyOf(id, what))));
const smallCase = fc
  .record({ parties, interests })
  .map(({ parties: all, interests: held }): SmallCase => ({ parties: [partyOf("a", "CH"), ...all.slice(1)], interests: held }))
  .filter((one) => worldCount(one) <= 3_000);

function partyOf(id: string, what: string): Party {
  return what === "unknown" ? party(id, { kind: "unknown", jurisdiction: null }) : party(id, { jurisdiction: what });
}

function answerTo(small: SmallCase): OwnershipAnswer {
  return ownershipAnswer("a", regime, sampleReference(small), day);
}

function verdictOf(small: SmallCase, id = "a"): string {
  return ownershipUnder(regime, sampleReference(small), day)(id).covered;
}

const runs = { numRuns: 400 };

describe("laws of the ownership answer", () => {
  it("agrees with trying all worlds, in verdict and bounds, where there is one: shares of more than the whole fit none", () => {
    fc.assert(
      fc.property(smallCase, (small) => {
        fc.pre(!contradicts(small));
        const { verdict, share } = answerTo(small);
        expect({ verdict, ...share }).toEqual(slowAnswer("a", small, regime));
      }),
      runs,
    );
  });

  it("does not depend on the order of the facts", () => {
    fc.assert(
      fc.property(
        smallCase.chain((small) =>
          fc.tuple(fc.constant(small), fc.shuffledSubarray(small.interests, { minLength: small.interests.length })),
        ),
        ([small, shuffled]) => {
          expect(answerTo({ parties: [...small.parties].reverse(), interests: shuffled })).toEqual(answerTo(small));
        },
      ),
      runs,
    );
  });

  it("does not see interests that hold on other days only", () => {
    const other = fc.constantFrom({ until: "2026-11-22" }, { from: "2026-11-24" }, { from: "2027" }, { from: "2010", until: "2020-05" });
    fc.assert(
      fc.property(smallCase, smallCase, other, (small, { interests: elsewhere }, dates) => {
        const more = { ...small, interests: [...small.interests, ...elsewhere.map((one) => ({ ...one, ...dates }))] };
        expect(answerTo(more)).toEqual(answerTo(small));
      }),
      runs,
    );
  });

  it("never un-covers a party by one more interest of a covered owner", () => {
    fc.assert(
      fc.property(smallCase, fc.constantFrom(...ids), fc.constantFrom("a", "b", "c"), exact, (small, owner, of, share) => {
        fc.pre(owner !== of && verdictOf(small, owner) === "yes");
        fc.pre(!small.interests.some((one) => one.owner === owner && one.owned === of));
        const more = { ...small, interests: [...small.interests, stake(owner, of, undefined, share)] };
        for (const id of ids) if (verdictOf(small, id) === "yes") expect(verdictOf(more, id)).toBe("yes");
      }),
      runs,
    );
  });

  it("never settles what is open by widening a band", () => {
    fc.assert(
      fc.property(smallCase, fc.nat(), fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 10 }), (small, at, down, up) => {
        fc.pre(small.interests.length > 0);
        const widened = small.interests.map((one, index) =>
          index === at % small.interests.length && !one.joint ? wider(one, down, up) : one,
        );
        for (const id of ids) {
          if (verdictOf(small, id) === "cannot-be-excluded")
            expect(verdictOf({ ...small, interests: widened }, id)).toBe("cannot-be-excluded");
        }
      }),
      runs,
    );
  });

  it("proves by interests that alone give the verdict, and no fewer of them do", () => {
    fc.assert(
      fc.property(smallCase, (small) => {
        const { verdict, proof } = answerTo(small);
        if (verdict === "no") {
          expect(proof).toEqual([]);
          return;
        }
        const units = unitsOf(small.interests.filter((one) => proof.some((other) => sameStake(one, other))));
        for (const some of subsets(units)) {
          const alone = verdictOf({ ...small, interests: some.flat() });
          if (some.length === units.length) expect(alone).toBe(verdict);
          else expect(alone).not.toBe(verdict);
        }
      }),
      runs,
    );
  });

  it("settles by the facts that it asks for, however they turn out, and by no fewer", () => {
    fc.assert(
      fc.property(smallCase, (small) => {
        // Somebody unknown is known by no more than the stake: nobody is on file as its owner.
        fc.pre(small.interests.every((one) => small.parties.find(({ id }) => id === one.owned)?.kind !== "unknown"));
        const { settle } = answerTo(small);
        fc.pre(settle !== null);
        const asked = openIn(small).filter((open) => settle?.facts.some((fact) => isAbout(fact, open)));
        expect(asked.length).toBeGreaterThanOrEqual(settle?.facts.length ?? 0);
        expect(settle?.smallest).toBe(true);
        expect(staysOpen(small, asked)).toBe(false);
        for (const fewer of subsets(openIn(small)).filter((some) => some.length < (settle?.facts.length ?? 0))) {
          expect(staysOpen(small, fewer)).toBe(true);
        }
      }),
      runs,
    );
  });

  it("gives the same for all parties at once", () => {
    fc.assert(
      fc.property(smallCase, (small) => {
        const reference = sampleReference(small);
        const one = ownershipUnder(regime, reference, day);
        const singly = ids
          .map(one)
          .flatMap(({ party: id, covered, shareMin, shareMax, limbs }) =>
            covered === "no" ? [] : [{ party: id, covered, shareMin, shareMax, controlled: limbs.includes("control") }],
          );
        const columns = reference.columns();
        const all = [...tracedUnder(regime, reference, day)].map(({ number, ...one }) => {
          expect(columns.idOf(number)).toBe(one.party);
          return one;
        });
        expect(all.sort((left, right) => (left.party < right.party ? -1 : 1))).toEqual(singly);
      }),
      runs,
    );
  });
});

function sameStake(one: Interest, other: Pick<Interest, "owner" | "owned" | "kind"> & { joint: string | null }): boolean {
  return one.owner === other.owner && one.owned === other.owned && one.kind === other.kind && (one.joint ?? null) === other.joint;
}

function unitsOf(all: Interest[]): Interest[][] {
  const joint = all.filter((one) => one.joint);
  return [...all.filter((one) => !one.joint).map((one) => [one]), ...(joint.length > 0 ? [joint] : [])];
}

function contradicts({ interests: all }: SmallCase): boolean {
  return ids.some((id) =>
    (["equity", "voting"] as const).some((kind) => {
      const held = unitsOf(all.filter((one) => one.owned === id && one.kind === kind));
      return held.reduce((sum, [one]) => sum + (one?.share ?? one?.shareMin ?? 0), 0) > 100;
    }),
  );
}

function wider(one: Interest, down: number, up: number): Interest {
  if (one.kind !== "equity" && one.kind !== "voting") return one;
  const [least, most] = [one.share ?? one.shareMin ?? 0, one.share ?? one.shareMax ?? 100];
  return { ...one, share: undefined, shareMin: Math.max(0, least - down * step), shareMax: Math.min(100, most + up * step) };
}

function isAbout({ kind, party: asked, owned: of }: SettlingFact, open: Open): boolean {
  if (open.joint || kind === "joint") return open.joint && kind === "joint" && of === open.about;
  return asked === open.owner && (kind === "holder" || of === open.about);
}

/** What is open in a case, with every way for it to turn out. */
interface Open {
  owner: string;
  about: string;
  joint: boolean;
  outcomes: ((small: SmallCase) => SmallCase)[];
}

function openIn(small: SmallCase): Open[] {
  const unknown = new Set(small.parties.filter(({ kind }) => kind === "unknown").map(({ id }) => id));
  const known = unitsOf(small.interests).filter((unit) => unit.length > 1 || !unknown.has(unit[0]?.owner ?? ""));
  const stakes = known.flatMap((unit): Open[] => {
    const [first] = unit;
    if (!first) return [];
    const outcomes =
      unit.length > 1 ? unit.map((one) => () => [{ ...one, joint: undefined }]) : outcomesOf(first).map((one) => () => [one]);
    if (outcomes.length < 2) return [];
    return [
      { owner: first.owner, about: first.owned, joint: unit.length > 1, outcomes: outcomes.map((outcome) => replacing(unit, outcome)) },
    ];
  });
  const holders = [...unknown].map((id): Open => {
    const held = small.interests.filter((one) => one.owner === id && !one.joint);
    const shares = [...product(held.map(outcomesOf))];
    const outcomes = ["CN", "CH"].flatMap((law) =>
      shares.map((all) => (some: SmallCase) => ({
        parties: some.parties.map((one) => (one.id === id ? partyOf(id, law) : one)),
        interests: [...some.interests.filter((one) => one.owner !== id || one.joint), ...all],
      })),
    );
    return { owner: id, about: "", joint: false, outcomes };
  });
  return [...holders, ...stakes];
}

function replacing(unit: Interest[], outcome: () => Interest[]): (small: SmallCase) => SmallCase {
  const replaced = ({ parties: all, interests: held }: SmallCase) => ({
    parties: all,
    interests: [...held.filter((one) => !unit.some((other) => sameStake(one, { ...other, joint: other.joint ?? null }))), ...outcome()],
  });
  return replaced;
}

function outcomesOf(one: Interest): Interest[] {
  if (one.kind === "influence")
    return [
      { ...one, kind: "board" },
      { ...one, kind: "joint-operation" },
    ];
  if (one.kind === "board") return [one];
  const [least, most] = [one.capacity ? 0 : (one.share ?? one.shareMin ?? 0), one.share ?? one.shareMax ?? 100];
  return Array.from({ length: (most - least) / step + 1 }, (_, index) => ({
    ...one,
    share: least + index * step,
    shareMin: undefined,
    shareMax: undefined,
    capacity: undefined,
  }));
}

/** Whether some outcome of the facts, that the shares of the others leave room for, leaves the verdict open. */
function staysOpen(small: SmallCase, facts: Open[]): boolean {
  const before = contradicts({ ...small, interests: small.interests.map((one) => (one.capacity ? { ...one, share: 0 } : one)) });
  for (const outcomes of product(facts.map((fact) => fact.outcomes))) {
    const learnt = outcomes.reduce((some, outcome) => outcome(some), small);
    const now = { ...learnt, interests: learnt.interests.map((one) => (one.capacity ? { ...one, share: 0 } : one)) };
    if (!before && contradicts(now)) continue;
    if (verdictOf(learnt) === "cannot-be-excluded") return true;
  }
  return false;
}
