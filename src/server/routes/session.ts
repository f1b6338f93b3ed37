import { z } from "zod";
import { allowed, HandlingMark, Instant, Permission, Role } from "../../model/index.js";
import { RequestProblem } from "../problems.js";
import { type Route, route } from "../route.js";

const Session = z.object({
  schemaVersion: z.literal("1"),
  name: z.string().describe("as the journal names whoever is signed in"),
  roles: z.array(Role),
  permissions: z.array(Permission).describe("what the roles allow together"),
  seesUpTo: HandlingMark.nullable().describe("the strictest mark that is shown; null: nothing of what stands in a case"),
  access: z.enum(["local", "team"]),
  by: z.enum(["link", "session", "token"]).describe("by what they are known"),
  until: Instant.nullable().describe("when that is over, however it is used; null: when the server ends"),
  machine: z
    .object({
      data: z.string().describe("the folder of data"),
      docket: z.string().describe("where the docket is"),
      served: z.string().describe("the folder that the server was started in"),
    })
    .nullable()
    .describe("where things are kept, for the person at the machine; null for a team, whose folders are no business of who signs in"),
});

const Done = z.object({
  schemaVersion: z.literal("1"),
  done: z.literal(true),
  onward: z.url().nullable().describe("where to sign out at the issuer too"),
});
const Health = z.object({ schemaVersion: z.literal("1"), healthy: z.literal(true) });

/** Who one is, and the end of a session. */
export const sessionRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/api/session",
    id: "showSession",
    tag: "session",
    summary: "Who is signed in, and what they may do",
    permission: "signed-in",
    commands: [],
    answer: { description: "Whoever is signed in", schema: Session },
    refusals: [],
    handle: async ({ who, access, commands, docket, home }) => ({
      json: {
        schemaVersion: "1",
        name: who.name,
        roles: [...who.roles],
        permissions: [...new Set(who.roles.flatMap((role) => allowed[role]))],
        seesUpTo: who.seesUpTo,
        access: access.kind,
        by: who.by,
        until: who.until,
        machine: home === null ? null : { data: commands.data, docket: docket.database.name, served: home },
      } satisfies z.input<typeof Session>,
    }),
  }),
  route({
    method: "DELETE",
    path: "/api/session",
    id: "endSession",
    tag: "session",
    summary: "Sign out: the session is worthless from then on",
    permission: "signed-in",
    commands: [],
    answer: { description: "The session is ended", schema: Done },
    refusals: ["refused"],
    handle: async ({ access, request, who }) => {
      if (who.by === "token")
        throw new RequestProblem(409, "no-session", "A token has no session that could end.", {
          action: "To end the token, revoke it: DELETE /api/tokens/{token}, by whoever is signed in.",
        });
      const { headers, onward } = await access.leave(request);
      return { json: { schemaVersion: "1", done: true, onward }, headers };
    },
  }),
  route({
    method: "GET",
    path: "/api/health",
    id: "showHealth",
    tag: "session",
    summary: "Whether the server and its docket answer, for what watches over servers",
    permission: "open",
    commands: [],
    answer: { description: "Both answer", schema: Health },
    refusals: [],
    handle: async ({ docket }) => {
      await docket.read((view) => view.head());
      return { json: { schemaVersion: "1", healthy: true } };
    },
  }),
];
