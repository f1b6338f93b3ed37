import { describe, expect, it } from "vitest";
import { findParty } from "./find-party.js";
import { party, sampleReference } from "./trace/sample-reference.js";

const reference = sampleReference({
  parties: [
    party("acme", { name: "Acme Holding GmbH", lei: "529900T8BM49AURSDO55", identifiers: { "de-hrb": "HRB 4711" } }),
    party("acme-ch", { name: "ACME Holding AG" }),
    party("haige", { name: "Guangzhou Haige Communications Group", nativeName: "广州海格通信集团", aliases: ["Haige Comm"] }),
    party("cloud-operator", { name: "Cloud Operator Ltd" }),
    party("gb-coh-01234567", { name: "Registered Ltd" }),
  ],
  providers: [
    {
      id: "some-cloud",
      names: { english: "Some Cloud" },
      kinds: ["cloud"],
      nexus: { class: "non-adversary", government: "CH", basis: "s" },
      operator: "cloud-operator",
      group: "cloud-operator",
      signatures: {},
    },
  ],
});

const found = (text: string) => {
  const { parties, by } = findParty(text, reference);
  return [by, ...parties.map(({ id }) => id)];
};

describe("findParty", () => {
  it.each([
    ["acme", ["id", "acme"]],
    ["529900t8bm49aursdo55", ["lei", "acme"]],
    ["de-hrb:HRB 4711", ["identifier", "acme"]],
    ["HRB 4711", ["identifier", "acme"]],
    ["01234567", ["identifier", "gb-coh-01234567"]],
    ["some-cloud", ["provider", "cloud-operator"]],
    ["Some Cloud", ["name", "cloud-operator"]],
    ["HAIGE  COMM", ["name", "haige"]],
    ["广州海格通信集团", ["name", "haige"]],
    ["guangzhou haige communications GROUP, Inc.", ["name", "haige"]],
    ["nobody of this name", [null]],
    ["", [null]],
  ])("%s", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it("gives every party where a name stands for several, and the one that is written the same before the others", () => {
    expect(found("Acme Holding")).toEqual(["name", "acme", "acme-ch"]);
    expect(found("acme holding ag")).toEqual(["name", "acme-ch"]);
  });
});
