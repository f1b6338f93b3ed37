import { describe, expect, it } from "vitest";
import { DocketError } from "../docket/index.js";
import { problemOf, RequestProblem } from "./problems.js";

function answered(error: unknown, folders: string[] = []): { title: string; told: string[] } {
  const told: string[] = [];
  return { title: problemOf(error, { tell: (line) => told.push(line), folders }).problem.message, told };
}

describe("what went wrong", () => {
  it.each<[string, string]>([
    ["/data/docket.db: the disk is full.", "docket.db: the disk is full."],
    ["There is nothing in /data.", "There is nothing in the server."],
    ["/database/a and x/data/b are others, 1.5 apart.", "/database/a and x/data/b are others, 1.5 apart."],
  ])("names no folder of the server, and nothing else is taken out: %s", (message, title) => {
    expect(answered(new RequestProblem(422, "invalid", message), ["/data"]).title).toBe(title);
  });

  it.each<[unknown]>([
    [new DocketError("unavailable", "postgres://clerk@db.internal/docket: connect ECONNREFUSED 10.0.0.5:5432. It does not answer.")],
    [new DocketError("unusable", 'postgres://clerk@db.internal/docket: password authentication failed for user "clerk".')],
    [new RequestProblem(503, "unknown", "postgres://clerk@db.internal/docket: read ECONNRESET.")],
  ])("tells of the store where it is to whoever runs the server, and to nobody else", (error) => {
    const { title, told } = answered(error);
    expect(title).not.toMatch(/internal|10\.0|clerk|postgres/);
    expect(told).toEqual([expect.stringContaining("postgres://clerk@db.internal/docket")]);
  });
});
