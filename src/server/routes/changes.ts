import { z } from "zod";
import { ChangeList, ShownChange } from "../../model/index.js";
import { Why } from "../fields.js";
import { type Reply, type Route, type RouteContext, route } from "../route.js";

const SourceId = z
  .string()
  .regex(/^(rules:)?[a-z0-9][a-z0-9.-]{0,99}$/, "expected the id of a source or rule pack, such as us-ofac-sdn or rules:us-dsp")
  .meta({ examples: ["us-ofac-sdn"] });
const OneSource = z.strictObject({ source: SourceId });
const Decision = z
  .strictObject({
    state: z.enum(["accepted", "rejected", "reopened"]).describe("reopened: what was decided is taken back"),
    rows: z.array(z.string().max(400)).min(1).max(1000).optional().describe("ids of the rows that it is about; without them: the whole"),
    why: Why.optional().describe("on what grounds; a rejection needs them"),
  })
  .refine(({ state, why }) => state !== "rejected" || why !== undefined, "a rejection needs its reason in why");
const common = { tag: "changes", permission: "review:read", commands: ["reference changes"] } as const;

const OpenChanges = z.object({
  schemaVersion: z.literal("1"),
  open: z.array(z.object({ source: z.string(), title: z.string(), held: z.boolean() })),
});

/** What imports changed, and what was decided on that. Imports themselves are made where the folder of data is. */
export const changeRoutes: readonly Route[] = [
  route({
    ...common,
    method: "GET",
    path: "/api/changes",
    id: "listChanges",
    summary:
      "Every import and rule pack that is kept as a change set, the newest first, and packs that are otherwise than when kept reviews were made",
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
    commands: [],
    method: "GET",
    path: "/api/open-changes",
    id: "listOpenChanges",
    summary: "The change sets on which nobody decided yet, for what stands on every screen",
    answer: { description: "The change sets", schema: OpenChanges },
    refusals: [],
    handle: async ({ commands, at }) => {
      const [{ openChanges }, { packChanges }] = await Promise.all([
        import("../../reference/import/open-changes.js"),
        import("../../pack-changes.js"),
      ]);
      await takenIn(commands.data, at.slice(0, 10));
      const packs = (await packChanges(commands.data)).filter((one) => one.open);
      const open = [...(await openChanges(commands.data)), ...packs.map(({ source, title, held }) => ({ source, title, held }))];
      return { json: { schemaVersion: "1", open } };
    },
  }),
  route({
    ...common,
    method: "GET",
    path: "/api/changes/{source}",
    id: "showChange",
    summary:
      "What the last import of a source, or the last edition of a rule pack, added, changed and left out; with knockOn, what that does to kept reviews, made again on both editions",
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
    summary:
      "Accept a change set or some of its rows, or reject them: then what the edition before had is in force again. The decision is an entry of the record",
    permission: "review:keep",
    params: OneSource,
    body: Decision,
    example: { state: "rejected", why: "The file is half of the list" },
    answer: { description: "It is decided", schema: ShownChange },
    refusals: ["refused"],
    handle: async (context) => {
      const { body, key, who } = context;
      const options = {
        accept: body.state === "accepted",
        reject: body.state === "rejected",
        reopen: body.state === "reopened",
        row: body.rows,
        why: body.why,
        by: who.name,
        key,
      };
      return { json: await shown(context, options) };
    },
  }),
];

const known = new Set<string>();

/** Takes note, once for as long as the server runs, of rule packs that came with beholden: it cannot bring others meanwhile. */
async function takenIn(data: string, day: string): Promise<void> {
  if (known.has(data)) return;
  const { takeInPacks } = await import("../../pack-editions/index.js");
  await takeInPacks(data, day);
  known.add(data);
}

type Options = Record<string, string | boolean | string[] | undefined>;

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
