import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect, it } from "vitest";
import { sampleListing, sampleListReference, sampleParty } from "./sample-lists.js";
import { screen } from "./screen.js";

const party = sampleParty("huawei", "Huawei Technologies Co., Ltd.", { jurisdiction: "CN", form: "company" });
const reference = sampleListReference([party], [sampleListing("huawei", "us-bis-entity-list", "2019-05-16")]);
const answer = screen(
  { q1: { schema: "Company", properties: { name: ["Huawei Technologies"], jurisdiction: ["cn"] } } },
  { reference, asOf: "2026-11-23", limit: 3 },
);

/** What clients of yente's /match read, written down from its API documentation. */
const yente = {
  type: "object",
  required: ["responses", "limit"],
  properties: {
    limit: { type: "integer" },
    responses: {
      type: "object",
      additionalProperties: {
        type: "object",
        required: ["status", "results", "total", "query"],
        properties: {
          status: { type: "integer" },
          total: {
            type: "object",
            required: ["value", "relation"],
            properties: { value: { type: "integer" }, relation: { enum: ["eq", "gte"] } },
          },
          query: { type: "object", required: ["schema", "properties"] },
          results: {
            type: "array",
            items: {
              type: "object",
              required: ["id", "caption", "schema", "properties", "datasets", "score", "match", "explanations"],
              properties: {
                id: { type: "string" },
                caption: { type: "string" },
                schema: { enum: ["Person", "Company", "Organization", "PublicBody", "LegalEntity"] },
                properties: { type: "object", additionalProperties: { type: "array", items: { type: "string" } } },
                datasets: { type: "array", items: { type: "string" } },
                target: { type: "boolean" },
                score: { type: "number", minimum: 0, maximum: 1 },
                match: { type: "boolean" },
                explanations: {
                  type: "object",
                  additionalProperties: {
                    type: "object",
                    required: ["score", "detail", "query", "candidate"],
                    properties: { score: { type: "number" }, detail: { type: "string" } },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
};

it("answers in the form of yente's /match", () => {
  const validate = new Ajv2020({ allErrors: true }).compile(yente);
  expect(validate(JSON.parse(JSON.stringify(answer))) || validate.errors).toBe(true);
  expect(answer.responses.q1).toMatchObject({
    status: 200,
    total: { value: 1, relation: "eq" },
    query: { schema: "Company", properties: { name: ["Huawei Technologies"], jurisdiction: ["cn"] } },
    results: [
      {
        id: "huawei",
        caption: "Huawei Technologies Co., Ltd.",
        schema: "Company",
        properties: { name: ["Huawei Technologies Co., Ltd."], jurisdiction: ["cn"], country: ["cn"] },
        datasets: ["us-bis-entity-list"],
        target: true,
        match: true,
      },
    ],
  });
});

it("answers as the published schema says", () => {
  const ajv = new Ajv2020({ allErrors: true });
  addFormats.default(ajv);
  const schema = JSON.parse(readFileSync(new URL("../../schemas/screen.schema.json", import.meta.url), "utf8"));
  const validate = ajv.compile(schema);
  expect(validate(JSON.parse(JSON.stringify(answer))) || validate.errors).toBe(true);
});
