import { z } from "zod";
import { version } from "../../version.js";
import { openApi } from "../document/openapi.js";
import { type Route, route } from "../route.js";

const Document = z.object({ openapi: z.string(), info: z.object({ title: z.string(), version: z.string() }), paths: z.object({}) });

/** The document of the API, made once from all the routes, itself among them. */
export function documentRoute(others: readonly Route[]): Route {
  let made: unknown;
  const own: Route = route({
    method: "GET",
    path: "/api/openapi.json",
    id: "showDocument",
    tag: "document",
    summary: "This document: OpenAPI 3.1",
    permission: "signed-in",
    commands: [],
    answer: { description: "The document", schema: Document },
    refusals: [],
    handle: async () => {
      made ??= openApi([...others, own], { version });
      return { json: made };
    },
  });
  return own;
}
