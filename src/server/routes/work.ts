import { z } from "zod";
import { workOf } from "../../docket/index.js";
import { mayDo, WorkList } from "../../model/index.js";
import { AsOf } from "../fields.js";
import { isShown } from "../handling.js";
import { type Route, route } from "../route.js";

/** What waits for whoever asks. */
export const workRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/api/work",
    id: "work",
    tag: "cases",
    summary: "What waits in every case, by its clock: deadlines, decisions, letters, facts without evidence, steps that no clock asks for",
    description:
      "The most pressing first. Decisions and letters are told as they concern whoever asks: what one wrote oneself waits for others.",
    permission: "case:read",
    commands: [],
    query: z.strictObject({ asOf: AsOf }),
    answer: { description: "What waits", schema: WorkList },
    refusals: [],
    handle: async ({ docket, at, who, query: { asOf } }) => ({
      json: await docket.read((view) =>
        workOf(
          view,
          { at, asOf },
          { name: who.name, may: (permission) => mayDo(who.roles, permission), sees: (mark) => isShown(mark, who.seesUpTo) },
        ),
      ),
    }),
  }),
];
