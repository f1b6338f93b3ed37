import { z } from "zod";
import { ChangeList, ShownChange } from "../../model/index.js";
import { Why } from "../fields.js";
import { type Reply, type Route, type RouteContext, route } from "../route.js";

const SourceId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9.-]{0,99}$/, "expected the id of a source, such as us-ofac-sdn")
  .meta({ examples: ["us-ofac-sdn"] });
const OneSource = z.strictObject({ source: SourceId });
const Decision = z
  .strictObject({ state: z.enum(["accepted", "rejected"]), why: Why.optional().describe("on what grounds; a rejection needs them") })
  .refine(({ state, why }) => state === "accepted" || why !== undefined, "a rejection needs its reason in why");
const common = { tag: "changes", permission: "review:read", commands: ["reference changes"] } as const;

/** What imports changed, and what was decided on that. Imports themselves are made where the folder of data is. */
export const changeRoutes: readonly Route[] = [
  route({
    ...common,
    method: "GET",
    path: "/api/changes",
    id: "listChanges",
    summary:
      "Every import that is kept as a change set, the newest first, and rule packs that are otherwise than when kept reviews were made",
    answer: { description: "The change sets", schema: ChangeList },
    refusals: [],
    handle: async (context) => {
      const list = ChangeList.parse(await changes(context, {}));
      const shelf = (await context.reviews?.shelf.list())?.reviews ?? [];
      const open = new Set(context.marks.visible(shelf).shown.map(({ id }) => id));
      const rulePacks = list.rulePacks.map((pack) => ({ ...pack, reviews: pack.reviews.filter(({ id }) => open.has(id)) }));
      return { json: { ...list, rulePacks: rulePacks.filter(({ reviews }) => reviews.length > 0) } };
    },
  }),
  route({
    ...common,
    method: "GET",
    path: "/api/changes/{source}",
    id: "showChange",
    summary:
      "What the last import of a source added, changed and left out; with knockOn, what that does to kept reviews, made again on both editions",
    params: OneSource,
    query: z.strictObject({ knockOn: z.stringbool().optional() }),
    answer: { description: "The change set", schema: ShownChange },
    refusals: ["refused"],
    handle: async (context) => ({ json: await shown(context, { "knock-on": context.query.knockOn }) }),
  }),
  route({
    ...common,
    method: "POST",
    path: "/api/changes/{source}/decision",
    id: "decideChange",
    summary: "Accept a change set, or reject it: then the edition before is in force again. The decision is an entry of the record",
    permission: "review:keep",
    params: OneSource,
    body: Decision,
    example: { state: "rejected", why: "The file is half of the list" },
    answer: { description: "It is decided", schema: ShownChange },
    refusals: ["refused"],
    handle: async (context) => {
      const { body, key, who } = context;
      const options = { accept: body.state === "accepted", reject: body.state === "rejected", why: body.why, by: who.name, key };
      return { json: await shown(context, options) };
    },
  }),
];

type Options = Record<string, string | boolean | undefined>;

async function changes({ commands, who, signal }: RouteContext, options: Options, source?: string): Promise<unknown> {
  const printed = await commands.run({
    ...{ name: "reference changes", options: { format: "json", quiet: true, ...options }, values: source === undefined ? [] : [source] },
    ...{ long: options["knock-on"] === true, signal, caller: who.session },
  });
  return JSON.parse(new TextDecoder().decode(printed));
}

/** A change set without what it does to reviews that one does not see. */
async function shown(
  context: RouteContext<z.output<typeof OneSource>, unknown, unknown>,
  options: Options,
): Promise<NonNullable<Extract<Reply, { json: unknown }>["json"]>> {
  const change = ShownChange.parse(await changes(context, options, context.params.source));
  const shelf = change.knockOn === null ? [] : ((await context.reviews?.shelf.list())?.reviews ?? []);
  const open = new Set(context.marks.visible(shelf).shown.map(({ id }) => id));
  return { ...change, knockOn: change.knockOn?.filter(({ review }) => open.has(review)) ?? null };
}
