import fc from "fast-check";
import type { TracedParty } from "../../../model/index.js";
import { sampleTraced } from "../../trace/sample-traced.js";
import type { OwnershipOptions } from "./view.js";

const [node] = sampleTraced.parties;
const [link] = sampleTraced.owners;
if (!node || !link) throw new Error("the sample has owners");

/** Small families: anyone can hold anything of anyone, and shares are on no record. */
export const families = fc
  .tuple(
    fc.integer({ min: 1, max: 12 }),
    fc.array(fc.tuple(fc.nat(11), fc.nat(11), fc.constantFrom("equity", "voting", "board"), fc.nat(100)), { maxLength: 24 }),
    fc.array(fc.tuple(fc.nat(11), fc.integer({ min: 1, max: 99 })), { maxLength: 4 }),
  )
  .map(([count, stakes, gaps]): TracedParty => {
    const id = (at: number) => `p${at % count}`;
    const owners = stakes.map(([owner, owned, kind, share], at) => ({
      ...link,
      ...{ number: at + 1, owner: id(owner), owned: id(owned), kind, shareMin: share, shareMax: share, stated: true },
    })) as TracedParty["owners"];
    const unrecorded = gaps.map(([party, share]) => ({ party: id(party), share }));
    return {
      ...sampleTraced,
      ...{ party: "p0", owners, holdings: [], ended: [] },
      parties: Array.from({ length: count }, (_, at) => ({ ...node, id: `p${at}`, name: `P${at}` })),
      regimes: sampleTraced.regimes.map((one) => ({ ...one, unrecorded })),
    };
  });
/** What a reader may hide or fold of them. */
export const options = fc.record({
  minimumShare: fc.constantFrom(0, 25, 60),
  most: fc.constantFrom(4, 400),
  folded: fc.subarray(["p1", "p2"]),
}) satisfies fc.Arbitrary<OwnershipOptions>;
