import { z } from "zod";
import { chainPage, listedLines, listedUpTo, readOfLines, recordPage } from "../../docket/index.js";
import { ChainPage, DocketDone, DocketRecord, DocketVerification, type RecordLine } from "../../model/index.js";
import { CaseId } from "../fields.js";
import { isOpenLine, isShown, withoutHidden } from "../handling.js";
import { type Reply, type Route, type RouteContext, route } from "../route.js";

const Lines = z.strictObject({
  of: z.string().min(1).max(200).optional().describe("only what this person did"),
  act: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(100)
    .optional()
    .describe("only this, such as event-corrected"),
  restricted: z
    .stringbool()
    .optional()
    .describe("also what the lines of restricted items say, as far as one sees them; each item that is read so is an entry"),
  newestFirst: z.stringbool().optional().describe("the newest first"),
  after: z.coerce.number().int().min(0).optional().describe("go on behind this entry: the `next` of the page before"),
  limit: z.coerce.number().int().min(1).max(1_000).default(200).describe("lines at most"),
});

/** Lines of the record, as far as whoever asks may see what they say. */
const Page = z.object({
  ...DocketRecord.shape,
  withheld: z.int().describe("lines that are there without what they say, because their mark is above what one sees"),
});

const Digest = z.string().regex(/^[0-9a-fA-F]{16,64}$/, "expected 16 to 64 hexadecimal digits, as a letter or report prints them");
const common = { tag: "record" } as const;

/** The record: what it says, whether it is unbroken, and what is shown made anew. */
export const recordRoutes: readonly Route[] = [
  route({
    ...common,
    method: "GET",
    path: "/api/record",
    id: "record",
    summary: "The record: who did what, when, field by field",
    permission: "record:read",
    commands: ["docket log"],
    query: Lines,
    answer: { description: "Lines of the record", schema: Page },
    refusals: [],
    rests: () => "all",
    handle: (context) => page(context, undefined),
  }),
  route({
    ...common,
    method: "GET",
    path: "/api/cases/{case}/record",
    id: "recordOfCase",
    summary: "The record of a case",
    permission: "record:read",
    commands: ["docket log"],
    params: z.strictObject({ case: CaseId }),
    query: Lines,
    answer: { description: "Lines of the record", schema: Page },
    refusals: [],
    rests: ({ case: of = "" }) => ({ case: of }),
    handle: (context) => page(context, context.params.case),
  }),
  route({
    ...common,
    method: "GET",
    path: "/api/record/chain",
    id: "recordChain",
    summary: "The entries of the journal with their digests, and their texts as far as one may see them, to be verified where one sits",
    permission: "record:verify",
    commands: ["docket verify"],
    query: z.strictObject({
      after: z.coerce.number().int().min(0).default(0).describe("go on behind this entry: the `next` of the page before"),
      limit: z.coerce.number().int().min(1).max(1_000).default(500).describe("entries at most; a page of long ones is shorter"),
    }),
    answer: { description: "Entries in order", schema: ChainPage },
    refusals: [],
    handle: async ({ docket, who, query, marks }) => {
      const { links, next, head } = await docket.read(async (view) => ({ ...(await chainPage(view, query)), head: await view.head() }));
      // The chain is followed past what is restricted by its digests. What is no entry any more has no mark: who sees everything sees it, and reads it.
      const listed = { roles: who.roles, seesUpTo: who.seesUpTo && listedUpTo(who.seesUpTo) };
      const open = (line: RecordLine | null) => (line ? isOpenLine(line, listed) : who.seesUpTo === "restricted");
      for (const { link, line } of links)
        if (line === null && open(line)) marks.open({ case: null, item: `entry ${link.number}`, handling: "restricted" });
      const shown = links.map(({ link, line }) => (open(line) ? link : { ...link, text: null, found: null }));
      const withheld = shown.filter(({ text }) => text === null).length;
      return { json: { schemaVersion: "1", links: shown, next, withheld, head } satisfies z.input<typeof ChainPage> };
    },
  }),
  route({
    ...common,
    method: "GET",
    path: "/api/record/verification",
    id: "verifyRecord",
    summary: "Recompute the chain of the journal, name its first break with its neighbours, and say what that proves and what not",
    permission: "record:verify",
    commands: ["docket verify"],
    query: z.strictObject({ head: z.array(Digest).max(100).optional().describe("a digest that was printed elsewhere: is it there?") }),
    answer: { description: "What was found", schema: DocketVerification },
    refusals: [],
    handle: async ({ commands, who, signal, query }) => ({
      content: await commands.run({
        ...{ name: "docket verify", options: { format: "json", head: query.head }, long: true, signal, caller: who.session },
      }),
      type: "application/json",
    }),
  }),
  route({
    ...common,
    method: "POST",
    path: "/api/record/rebuild",
    id: "rebuildShown",
    summary: "Make what is shown anew from the journal alone; the journal is not touched",
    permission: "store:maintain",
    commands: ["docket rebuild"],
    answer: { description: "It is made anew", schema: DocketDone },
    refusals: [],
    handle: async ({ commands, who, signal }) => ({
      content: await commands.run({ name: "docket rebuild", options: { format: "json" }, long: true, signal, caller: who.session }),
      type: "application/json",
    }),
  }),
];

async function page({ docket, who, query, marks }: RouteContext<unknown, z.output<typeof Lines>>, of: string | undefined): Promise<Reply> {
  const { of: by, restricted: open, ...asked } = query;
  const { lines, next, head } = await docket.read(async (view) => ({
    ...(await recordPage(view, { case: of, by, ...asked })),
    head: await view.head(),
  }));
  const seen = withoutHidden(lines, who);
  if (open) marks.note(readOfLines(seen.lines.filter(({ handling }) => isShown(handling, who.seesUpTo))));
  const told = open ? { lines: seen.lines, restricted: 0 } : listedLines(seen.lines, marks.upTo);
  return { json: { schemaVersion: "1", ...told, withheld: seen.withheld, next, head } satisfies z.input<typeof Page> };
}
