import { z } from "zod";
import { listedTemplates } from "../../docket/index.js";
import { listTemplates, resetOwnTemplate, setOwnTemplate, showTemplate } from "../../letters.js";
import { HandlingMark, ShownTemplate, TemplateChange, TemplateList } from "../../model/index.js";
import { type Route, route } from "../route.js";

const One = z.strictObject({
  template: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "expected the name of a template")
    .max(100)
    .meta({ examples: ["notice"] }),
});
const Text = z.strictObject({
  text: z.string().min(1).max(200_000).describe("the template, which gives itself its name"),
  handling: HandlingMark.default("internal"),
  seen: z.int().nonnegative().optional().describe("the version that you saw; 0: none"),
});

const Withheld = z.int().describe("templates that are left out, because their mark is above what one sees");
const common = { tag: "templates" } as const;

/** The texts that letters are drafted from. */
export const templateRoutes: readonly Route[] = [
  route({
    ...common,
    method: "GET",
    path: "/api/templates",
    id: "listTemplates",
    summary: "Every template, what it is for, and whose it is",
    permission: "case:read",
    commands: ["docket template list"],
    answer: { description: "The templates that one sees", schema: z.object({ ...TemplateList.shape, withheld: Withheld }) },
    refusals: [],
    handle: async ({ docket, marks }) => ({ json: listedTemplates(await docket.read(listTemplates), marks.upTo) }),
  }),
  route({
    ...common,
    method: "GET",
    path: "/api/templates/{template}",
    id: "showTemplate",
    summary: "A template as it is written, to be edited and set again",
    permission: "case:read",
    commands: ["docket template show"],
    params: One,
    answer: { description: "The template", schema: ShownTemplate },
    refusals: ["not-found"],
    handle: async ({ docket, params, marks }) => {
      const shown = await docket.read((view) => showTemplate(view, params.template));
      marks.open({ case: null, item: `template ${params.template}`, handling: shown.handling });
      return { json: shown, ...(shown.version === null ? {} : { version: shown.version }) };
    },
  }),
  route({
    ...common,
    method: "POST",
    path: "/api/templates",
    id: "setTemplate",
    summary: "Make a text the docket's own template of the name that it gives itself; a wrong one is told with line and column",
    permission: "template:write",
    commands: ["docket template set"],
    body: Text,
    answer: { description: "It is set", schema: TemplateChange },
    refusals: ["conflict", "invalid"],
    handle: async ({ docket, who, at, key, seen, body: { seen: saw, ...text } }) => ({
      json: await setOwnTemplate(docket, { ...text, path: "template" }, { by: who.name, at, key, seen: saw ?? seen }),
    }),
  }),
  route({
    ...common,
    method: "DELETE",
    path: "/api/templates/{template}",
    id: "resetTemplate",
    summary: "Take the docket's own template away, so that the one that beholden brings holds again",
    permission: "template:write",
    commands: ["docket template reset"],
    params: One,
    answer: { description: "It is taken away", schema: TemplateChange },
    refusals: ["not-found", "conflict", "refused"],
    handle: async ({ docket, who, at, key, seen, params }) => ({
      json: await resetOwnTemplate(docket, params.template, { by: who.name, at, key, seen }),
    }),
  }),
];
