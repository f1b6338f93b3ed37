import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ProductClass, productClasses, transactionKinds, type Verdict } from "../model/index.js";
import { entryReaches, type Use } from "./product-scope.js";

const reaches = (products: ProductClass[], kind: Use["kind"], ...providerKinds: string[]) =>
  entryReaches({ products, scope: "some products" }, { kind, providerKinds });

describe("the scope of an entry of a list", () => {
  it("never reaches a place to store or compute, whoever offers it", () => {
    for (const product of productClasses) expect(reaches([product], "hosting", "cloud", "carrier", "security", "social")).toBe("no");
  });

  it.each<[ProductClass, Use["kind"], string, Verdict]>([
    ["telecommunications-equipment", "vendor", "cloud", "cannot-be-excluded"],
    ["telecommunications-equipment", "software", "cloud", "no"],
    ["telecommunications-services", "traffic", "carrier", "cannot-be-excluded"],
    ["telecommunications-services", "traffic", "cloud", "no"],
    ["telecommunications-services", "vendor", "cloud", "cannot-be-excluded"],
    ["telecommunications-services", "software", "carrier", "no"],
    ["telecommunications-services", "investment", "carrier", "no"],
    ["telecommunications-equipment", "other", "cloud", "cannot-be-excluded"],
    ["security-software", "employment", "security", "no"],
    ["security-software", "software", "security", "yes"],
    ["security-software", "software", "cloud", "no"],
    ["security-software", "traffic", "security", "cannot-be-excluded"],
    ["mobile-application", "software", "social", "cannot-be-excluded"],
    ["uncrewed-aircraft", "vendor", "devices", "cannot-be-excluded"],
    ["uncrewed-aircraft", "traffic", "devices", "no"],
    ["semiconductors", "software", "cloud", "no"],
  ])("%s, got as %s from a provider of %s: %s", (product, kind, provider, expected) => {
    expect(reaches([product], kind, provider)).toBe(expected);
  });

  it("reaches all that a party offers where there is none, and stays open where it is told in words only", () => {
    const use: Use = { kind: "hosting", providerKinds: [] };
    expect(entryReaches({}, use)).toBe("yes");
    expect(entryReaches({ scope: "some products" }, use)).toBe("cannot-be-excluded");
  });

  it("is never narrowed by a further product", () => {
    const rank = (one: Verdict) => ["no", "cannot-be-excluded", "yes"].indexOf(one);
    const classes = fc.subarray([...productClasses], { minLength: 1 });
    fc.assert(
      fc.property(
        classes,
        classes,
        fc.constantFrom(...transactionKinds),
        fc.subarray(["cloud", "carrier", "security"]),
        (some, more, kind, of) => {
          expect(rank(reaches([...some, ...more], kind, ...of))).toBeGreaterThanOrEqual(rank(reaches(some, kind, ...of)));
        },
      ),
    );
  });
});
