import { z } from "zod";
import { addPerson, editPerson, listPeople, listRefusals, retirePerson, showPerson, signOutEverywhere } from "../../docket/index.js";
import { PeopleList, Person, PersonChange, PersonId, SessionsEnded, ShownPerson, SignInRefusals } from "../../model/index.js";
import { Why } from "../fields.js";
import { type Route, route } from "../route.js";

const OnePerson = z.strictObject({ person: PersonId.meta({ examples: ["ana.ruiz"] }) });
const { name, subject, email, roles } = Person.shape;

const NewPerson = z.strictObject({
  id: PersonId,
  name,
  subject: subject.default(null),
  email: email.default(null),
  roles,
  why: Why.optional().describe("on what grounds"),
});

const Edit = z
  .strictObject({
    name: name.optional(),
    subject: subject.optional(),
    email: email.optional(),
    roles: roles.optional().describe("in place of those there were, from the next request on"),
    reinstate: z.literal(true).optional().describe("lets somebody in again who retired"),
    seen: z.int().positive().optional().describe("the version that you saw; the header If-Match says the same"),
    why: Why.optional().describe("on what grounds"),
  })
  .refine(
    ({ seen: _, why: __, ...edit }) => Object.keys(edit).length > 0,
    "expected a name, a subject, an e-mail address or roles to change",
  );

const Retired = z.strictObject({ why: Why.optional().describe("on what grounds") });

/** Who is let in, and what they are. */
export const peopleRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/api/people",
    id: "listPeople",
    tag: "people",
    summary: "Everybody who is let in, with their roles",
    permission: "people:read",
    commands: ["docket person list"],
    query: z.strictObject({ retired: z.enum(["true", "false"]).optional().describe("those who retired too") }),
    answer: { description: "The list of people", schema: PeopleList },
    refusals: [],
    handle: async ({ docket, query }) => ({
      json: await docket.read((view) => listPeople(view, { retired: query.retired === "true" })),
    }),
  }),
  route({
    method: "POST",
    path: "/api/people",
    id: "addPerson",
    tag: "people",
    summary: "Put a person into the list",
    description: "Nobody gives themselves a role, and every grant is an entry of the record.",
    permission: "people:write",
    commands: ["docket person add"],
    body: NewPerson,
    example: { id: "ana.ruiz", name: "Ana Ruiz", email: "ana.ruiz@example.gov", roles: ["analyst"] },
    answer: { status: 201, description: "The person is in the list", schema: PersonChange },
    refusals: ["refused"],
    handle: async ({ docket, who, at, key, body: { why, ...given } }) => {
      const change = await addPerson(docket, given, { by: who.name, at, key, reason: why ?? null });
      return { json: change, status: 201, version: change.person.version, location: `/api/people/${change.person.id}` };
    },
  }),
  route({
    method: "GET",
    path: "/api/people/{person}",
    id: "showPerson",
    tag: "people",
    summary: "A person, and who gave them what, when and why",
    permission: "people:read",
    commands: ["docket person show"],
    params: OnePerson,
    answer: { description: "The person", schema: ShownPerson },
    refusals: ["not-found"],
    handle: async ({ docket, params }) => {
      const shown = await docket.read((view) => showPerson(view, params.person));
      return { json: shown, version: shown.person.version };
    },
  }),
  route({
    method: "PATCH",
    path: "/api/people/{person}",
    id: "editPerson",
    tag: "people",
    summary: "Change a person, or let somebody in again who retired",
    permission: "people:write",
    commands: ["docket person edit"],
    params: OnePerson,
    body: Edit,
    example: { roles: ["analyst", "clerk"], why: "Leave of the clerk" },
    answer: { description: "The person is changed", schema: PersonChange },
    refusals: ["not-found", "refused", "conflict"],
    handle: async ({ docket, who, at, key, seen, params, body }) => {
      const { seen: saw, why, reinstate, ...given } = body;
      const doing = { by: who.name, at, key, seen: saw ?? seen, reason: why ?? null };
      const change = await editPerson(docket, params.person, { ...given, ...(reinstate ? { retired: false } : {}) }, doing);
      return { json: change, version: change.person.version };
    },
  }),
  route({
    method: "POST",
    path: "/api/people/{person}/retirement",
    id: "retirePerson",
    tag: "people",
    summary: "Let nobody in as them any more, from the next request on",
    permission: "people:write",
    commands: ["docket person retire"],
    params: OnePerson,
    body: Retired,
    example: { why: "Left the office" },
    answer: { description: "The person retired", schema: PersonChange },
    refusals: ["not-found", "refused"],
    handle: async ({ docket, who, at, key, params, body }) => ({
      json: await retirePerson(docket, params.person, { by: who.name, at, key, reason: body.why ?? null }),
    }),
  }),
  route({
    method: "DELETE",
    path: "/api/people/{person}/sessions",
    id: "endSessionsOfPerson",
    tag: "people",
    summary: "End every session of a person; they may sign in again",
    permission: "people:write",
    commands: ["docket session end"],
    params: OnePerson,
    answer: { description: "How many ended", schema: SessionsEnded },
    refusals: ["not-found"],
    handle: async ({ docket, who, at, params }) => ({
      json: { schemaVersion: "1", ended: await signOutEverywhere(docket, params.person, { by: who.name, at }) },
    }),
  }),
  route({
    method: "GET",
    path: "/api/refused-sign-ins",
    id: "listRefusedSignIns",
    tag: "people",
    summary: "Sign-ins that were refused, each person and reason in one line, the newest first",
    permission: "people:read",
    commands: ["docket refused"],
    answer: { description: "The sign-ins", schema: SignInRefusals },
    refusals: [],
    handle: async ({ docket }) => ({ json: { schemaVersion: "1", refusals: await listRefusals(docket) } }),
  }),
];
