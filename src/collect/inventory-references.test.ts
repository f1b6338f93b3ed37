import { expect, it } from "vitest";
import { Inventory, readValidatedYaml } from "../model/index.js";
import { checkReferences } from "./inventory-references.js";

function faultsOf(text: string): string[] {
  const read = readValidatedYaml(text, "beholden.yaml", Inventory, "inventory-invalid");
  if (!read.value) return read.problems.map((one) => `${one.line}:${one.column} ${one.message}`);
  return checkReferences(read.value, read.locate).map((one) => `${one.line}:${one.column} ${one.message} | ${one.expected}`);
}

const whole = `subject:
  name: Meridian
  entities:
    - { id: berlin, name: Meridian Berlin, kind: branch, jurisdiction: DE }
    - { id: retail-gmbh, name: Meridian Retail GmbH, kind: subsidiary, jurisdiction: DE, ownedPercent: 100 }
systems:
  - id: shop
    name: Shop
    entity: berlin
    migrationDays: 20
    staff: 40
    dependsOn:
      - archive
      - api.payments.example
      - { vendor: Payments, need: partial, times: [run], because: cards are taken without it, fallback: archive }
  - { id: archive, name: Archive, fallback: shop }
holdings:
  - { id: orders, name: Orders, categories: [personal-financial], sizeGigabytes: 840 }
contracts:
  - { id: hosting, provider: aws, systems: [shop], until: 2027-03-31, noticeDays: 90, yearlyUsd: 120000, people: 3 }
egress:
  - { provider: aws, megabitsPerSecond: 500, usdPerGigabyte: 0.09 }
`;

it("takes a declaration whose names all are declared; a plain text may name anything", () => {
  expect(faultsOf(whole)).toEqual([]);
});

it("tells every name that is not declared, at its place", () => {
  const text = `subject: { name: Meridian }
systems:
  - id: shop
    name: Shop
    entity: paris
    fallback: spare
    dependsOn:
      - { system: archiv }
      - { system: shop }
  - { id: shop, name: Again }
contracts:
  - { id: hosting, provider: aws, systems: [shop, shopp] }
`;
  expect(faultsOf(text)).toEqual([
    "10:7 shop is the id of two declared systems | ids that differ",
    "5:5 paris is the id of no declared entity; it is passed over | an id under entities; none is declared",
    "6:5 spare is the id of no declared system; it is passed over | one of shop",
    "8:11 archiv is the id of no declared system; it is passed over | one of shop",
    "9:11 shop depends on itself | another system",
    "12:51 shopp is the id of no declared system; it is passed over | one of shop",
  ]);
});

it.each([
  ["{ need: required }", "7:9 systems.1.dependsOn.0: expected exactly one of system, asset, host, vendor"],
  ["{ system: a, host: b }", "7:9 systems.1.dependsOn.0: expected exactly one of system, asset, host, vendor"],
  ["{ system: a, need: must }", '7:22 systems.1.dependsOn.0.need: Invalid option: expected one of "required"|"partial"|"unknown"'],
  ["{ system: a, neeed: required }", '7:22 systems.1.dependsOn.0: Unrecognized key: "neeed"'],
])("the need %s is refused where it stands", (need, message) => {
  const text = `subject: { name: Meridian }
systems:
  - { id: a, name: A }
  - id: shop
    name: Shop
    dependsOn:
      - ${need}
`;
  expect(faultsOf(text)).toEqual([message]);
});
