import { z } from "zod";
import type { Docket } from "../../docket/index.js";
import { Presence } from "../presence.js";
import { type Route, route } from "../route.js";

const OnPage = z.strictObject({
  page: z
    .string()
    .regex(/^\/cases\/[A-Za-z0-9][A-Za-z0-9._-]{0,63}(\/[A-Za-z0-9._%-]{1,100}){0,2}$/, "expected an address of a page of a case")
    .describe("the address of the page, without what it filters or has selected"),
  leaves: z.boolean().optional().describe("whether one leaves it now"),
});
const Others = z.object({
  schemaVersion: z.literal("1"),
  others: z.array(z.string()).describe("who else is on it, by the name of the journal"),
});

/** Of each docket that is served, who is where. */
const presences = new WeakMap<Docket, Presence>();

/** Who else is on a page of a case: so that two people know of each other. Nobody is locked out, and nothing is recorded. */
export const presenceRoutes: readonly Route[] = [
  route({
    method: "POST",
    path: "/api/presence",
    id: "notePresence",
    tag: "session",
    summary: "Say that you are on a page of a case, and be told who else is; nothing is recorded",
    permission: "case:read",
    commands: [],
    body: OnPage,
    example: { page: "/cases/2026-0001/docket" },
    answer: { description: "Who else is there", schema: Others },
    refusals: [],
    handle: async ({ docket, who, at, body: { page, leaves } }) => {
      const presence = presences.get(docket) ?? new Presence();
      presences.set(docket, presence);
      if (leaves) presence.off(page, who.name);
      const others = leaves ? [] : presence.on(page, who.name, Date.parse(at));
      return { json: { schemaVersion: "1", others } };
    },
  }),
];
