import { createConfig, lintFromString } from "@redocly/openapi-core";
import { describe, expect, it } from "vitest";
import { CaseList } from "../../model/index.js";
import { routes } from "../routes/registry.js";
import { openApi } from "./openapi.js";

const document = openApi(routes, { version: "1.0.0" });

describe("the document of the API", () => {
  it("passes the recommended rules of a linter, which fetches nothing", async () => {
    const config = await createConfig({ extends: ["recommended"], rules: { "no-server-example.com": "off" } });
    const found = await lintFromString({ source: JSON.stringify(document), config });
    expect(found.map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer}`)).toEqual([]);
  });

  it("has every route, with a name, a summary, its permission and its refusals", () => {
    const paths = document.paths as Record<
      string,
      Record<string, { operationId: string; summary: string; description: string; responses: object }>
    >;
    const ids = Object.values(paths).flatMap((path) => Object.values(path).map(({ operationId }) => operationId));
    expect(new Set(ids).size).toBe(routes.length);
    for (const { path, method, permission } of routes) {
      const found = paths[path]?.[method.toLowerCase()];
      expect(found?.summary.length, path).toBeGreaterThan(10);
      if (permission !== "open" && permission !== "signed-in") expect(found?.description, path).toContain(`\`${permission}\``);
      expect(Object.keys(found?.responses ?? {}), path).toEqual(expect.arrayContaining(["422", "429", "500"]));
    }
  });

  it("names no address: behind a proxy the server does not know the one that people use", () => {
    expect(document.servers).toEqual([{ url: "/", description: "This server" }]);
  });

  it("has the schemas of the command line's JSON under their own names", () => {
    const { schemas } = document.components as { schemas: Record<string, { properties?: object }> };
    expect(Object.keys(schemas)).toEqual(
      expect.arrayContaining(["ShownCase", "CaseChange", "Review", "Dossier", "DocketConflict", "ApiProblem"]),
    );
    expect(Object.keys(schemas.CaseList?.properties ?? {})).toEqual(Object.keys(CaseList.shape));
  });
});
