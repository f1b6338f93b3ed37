import { readSample } from "../sample-sink.js";
import { bods } from "./bods.js";

export type Fields = Record<string, unknown>;

let serial = 0;

export function statement(recordType: string, recordId: string, recordDetails: Fields, more: Fields = {}): Fields {
  serial += 1;
  return {
    statementId: `statement-${serial}`,
    statementDate: "2024-01-02",
    publicationDetails: { publicationDate: "2024-02-03", bodsVersion: "0.4", publisher: { name: "Example Register" } },
    recordId,
    recordType,
    recordStatus: "new",
    recordDetails: { isComponent: false, ...recordDetails },
    ...more,
  };
}

export const company = (id: string, more: Fields = {}) =>
  statement("entity", id, { entityType: { type: "registeredEntity" }, name: `Company ${id}`, ...more });
export const person = (id: string, more: Fields = {}) =>
  statement("person", id, { personType: "knownPerson", names: [{ type: "legal", fullName: `Person ${id}` }], ...more });
export const interest = (share: unknown, more: Fields = {}) => ({
  type: "shareholding",
  directOrIndirect: "direct",
  ...(share === undefined ? {} : { share }),
  ...more,
});
export const relation = (
  id: string,
  subject: string,
  interestedParty: unknown,
  interests: unknown[],
  more: Fields = {},
  outer: Fields = {},
) => statement("relationship", id, { subject, interestedParty, interests, ...more }, outer);

export const read = (...statements: unknown[]) => readSample(bods, "example.json", JSON.stringify(statements));
export const id = (record: string) => `bods-example-register-${record}`;
export const short = (told: Awaited<ReturnType<typeof read>>) =>
  told.interests.map(({ owner, owned, kind, share, shareMin, shareMax }) => [owner, owned, kind, share, shareMin, shareMax]);
