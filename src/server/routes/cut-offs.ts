import { z } from "zod";
import { EnforcementDryRun, EnforcementPlan, Impact, ImpactComparison } from "../../model/index.js";
import { RealDay } from "../fields.js";
import { RequestProblem } from "../problems.js";
import { typesOf } from "../report-reply.js";
import { reviewedFiles } from "../reviewed-files.js";
import { type Route, route } from "../route.js";
import { toolReply } from "../tool.js";
import { Folder, files, formats, Name, Names, packs, Rules, Today } from "./tool-fields.js";

/** A provider, or one of its regions with a slash between. */
const Kept = z
  .array(
    z
      .string()
      .trim()
      .regex(
        /^[^/\\\p{Cc}.-][^/\\\p{Cc}]{0,200}(\/[^/\\\p{Cc}.]{1,100})?$/u,
        "expected a name, or a provider and its region as in acme/eu-1",
      ),
  )
  .max(100)
  .optional();

const ImpactQuery = z.strictObject({
  block: Names.describe("provider, company or government (such as CN) to cut off"),
  region: Names.describe("cut off only what stands in these regions"),
  except: Kept.describe("leave these"),
  on: RealDay.optional().describe("day of the cut-off (default: the day of the review)"),
  egress: z.coerce.number().positive().max(1e9).optional().describe("megabits a second that data can leave with"),
  scenario: z
    .array(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "expected the name of a saved scenario"))
    .max(3)
    .optional(),
  asOf: Today,
  rules: Rules,
  folder: Folder,
  full: z.stringbool().optional().describe("as text: everything"),
  format: formats(["json", "text", "html", "md"]),
});

const EnforcementQuery = z.strictObject({
  provider: Name.optional().describe("id or name of a provider; a determination may be sent instead"),
  target: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .optional()
    .describe("form to write, such as nftables (default: the plan)"),
  region: Names.describe("cut off these regions only"),
  except: Kept.describe("keep these reachable"),
  includeShared: z.stringbool().optional().describe("block what others share too"),
  asOf: Today,
  from: RealDay.optional().describe("first day of the block"),
  reviewOn: RealDay.optional().describe("day of review"),
  expires: RealDay.optional().describe("last day"),
  format: formats(["json", "text"]),
});

const DryRunQuery = EnforcementQuery.omit({ target: true });

const common = { tag: "cut-offs", method: "POST", permission: "tools:use" } as const;
const determination = { description: "a determination, the JSON of one, instead of a provider" };

/** What breaks where a provider is cut off, and what carries a prohibition out. */
export const cutOffRoutes: readonly Route[] = [
  route({
    ...common,
    path: "/api/impact",
    id: "impact",
    summary: "What breaks if a provider is cut off, and how to leave it in time",
    commands: ["impact"],
    query: ImpactQuery,
    upload: { files, packs, scenarios: { description: "scenarios as YAML, three at most in all", many: true } },
    answer: {
      description: "What breaks; of several scenarios, side by side",
      schema: z.union([Impact, ImpactComparison]),
      types: typesOf(["text", "html", "md"]),
    },
    refusals: ["invalid", "not-found"],
    handle: async (context) => {
      const { asOf, rules, folder, scenario = [], format, ...options } = context.query;
      const place = await reviewedFiles(context.upload, folder, context.home);
      const sent = context.upload?.files;
      return toolReply(context, {
        ...{ name: "impact", format, values: [place.path], folder: place.folder, long: true },
        options: {
          ...options,
          "as-of": asOf,
          rules: [...(rules ?? []), ...(sent?.get("packs") ?? [])],
          scenario: [...scenario, ...(sent?.get("scenarios") ?? [])],
        },
      });
    },
  }),
  route({
    ...common,
    path: "/api/enforcement",
    id: "enforce",
    summary: "What carries a prohibition out: firewall, DNS, proxy and policy files",
    commands: ["enforce"],
    query: EnforcementQuery,
    upload: { determination },
    answer: { description: "The plan; with a target, its file", schema: EnforcementPlan, types: ["text/plain"] },
    refusals: ["invalid", "not-found"],
    handle: async (context) => {
      const { target, format, ...query } = context.query;
      const name = enforced(query.provider, context.upload?.files.get("determination")?.[0]);
      const options = { ...optionsOf(query), target };
      const reply = await toolReply(context, { name: "enforce", format, options, values: [name], folder: context.upload?.folder });
      return target === undefined || "json" in reply ? reply : { ...reply, type: "text/plain; charset=utf-8", fileName: `${target}.txt` };
    },
  }),
  route({
    ...common,
    path: "/api/enforcement/dry-run",
    id: "enforceDryRun",
    summary: "What a block would have cut off of the traffic in logs, by system",
    commands: ["enforce"],
    query: DryRunQuery,
    upload: {
      determination,
      logs: { description: "logs of flows or of name lookups", many: true, needed: true },
      inventory: { description: "beholden.yaml, which declares systems and networks" },
    },
    answer: { description: "What would be cut off", schema: EnforcementDryRun, types: ["text/plain"] },
    refusals: ["invalid", "not-found"],
    handle: (context) => {
      const { format, ...query } = context.query;
      const sent = context.upload?.files;
      const name = enforced(query.provider, sent?.get("determination")?.[0]);
      const options = { ...optionsOf(query), "dry-run": ["logs"], inventory: sent?.get("inventory")?.[0] };
      return toolReply(context, { name: "enforce", format, options, values: [name], folder: context.upload?.folder, long: true });
    },
  }),
];

function optionsOf({ region, except, includeShared, asOf, from, reviewOn, expires }: Omit<z.output<typeof DryRunQuery>, "format">) {
  return { region, except, "include-shared": includeShared, "as-of": asOf, from, "review-on": reviewOn, expires };
}

/** A provider or a determination, one of them. */
function enforced(provider: string | undefined, file: string | undefined): string {
  const [name, other] = [provider, file].filter((one) => one !== undefined);
  if (name !== undefined && other === undefined) return name;
  throw new RequestProblem(422, "invalid", "It is not said what to carry out.", {
    action: "Name a provider, or send a determination; one of them.",
  });
}
