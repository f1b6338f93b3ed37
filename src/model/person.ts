import { z } from "zod";
import { Role } from "./access.js";
import { JournalHead } from "./journal.js";
import { roles } from "./order.js";

/** The name by which the record knows a person: what entries say in `by`. In small letters, so that no two look alike. */
export const PersonId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, "expected a user name of small letters, digits and . _ - only, 64 at most, such as ana.ruiz");
export type PersonId = z.infer<typeof PersonId>;

/** An e-mail address as people are known by it: in small letters, in Unicode's composed form. */
export const EmailAddress = z
  .string()
  .max(254)
  .normalize("NFC")
  .toLowerCase()
  .refine((text) => /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(text), "expected an e-mail address such as ana.ruiz@example.gov");

export type EmailAddress = z.infer<typeof EmailAddress>;

/** Roles in the order of the model, each once. */
export const Roles = z
  .array(Role)
  .max(roles.length)
  .overwrite((held) => roles.filter((role) => held.includes(role)));

/** A person of a docket. With neither subject nor e-mail nobody signs in as them; they act by tokens and on the command line alone. */
export const Person = z.strictObject({
  name: z.string().trim().min(1).max(200).describe("as letters and the record call them"),
  subject: z
    .string()
    .min(1)
    .max(255)
    .nullable()
    .describe("the claim `sub` that the issuer knows them by; set at their first sign-in where an e-mail was given"),
  email: EmailAddress.nullable().describe("which the issuer must have verified; counts until a subject is known, and never after"),
  roles: Roles,
  retired: z.boolean().describe("lets nobody in any more; the name stays taken, for what they did stays theirs"),
});
export type Person = z.infer<typeof Person>;

/** A person as they stand in the docket. */
export const ListedPerson = z.strictObject({
  id: PersonId,
  version: z.int().describe("the journal's entry that they stand in now: what --seen takes"),
  ...Person.shape,
});
export type ListedPerson = z.infer<typeof ListedPerson>;

export const PeopleList = z.strictObject({ schemaVersion: z.literal("1"), people: z.array(ListedPerson), head: JournalHead });
export type PeopleList = z.infer<typeof PeopleList>;

/** One entry of the journal about a person. */
export const PersonEntry = z.strictObject({
  number: z.int(),
  at: z.string(),
  by: z.string(),
  act: z.string(),
  roles: z.array(Role).describe("after it"),
  reason: z.string().nullable(),
});
export type PersonEntry = z.infer<typeof PersonEntry>;

/** A person with every grant they had: who gave it, when and why. */
export const ShownPerson = z.strictObject({
  schemaVersion: z.literal("1"),
  person: ListedPerson,
  entries: z.array(PersonEntry),
  head: JournalHead,
});
export type ShownPerson = z.infer<typeof ShownPerson>;

/** What was done to a person. */
export const PersonChange = z.strictObject({
  schemaVersion: z.literal("1"),
  person: ListedPerson,
  did: z.string(),
  repeated: z.boolean().describe("the same request had been carried out before: nothing was done now"),
  ended: z.int().describe("sessions of theirs that ended with it"),
  head: JournalHead,
});
export type PersonChange = z.infer<typeof PersonChange>;
