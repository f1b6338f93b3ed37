import { expect, it } from "vitest";
import { fieldRows } from "./field-rows.js";

it("says of each field whether it agrees, differs or is missing, whatever it counts", () => {
  const part = (score: number, detail: string, query: string, candidate: string) => ({ score, detail, query, candidate });
  const match = {
    explanations: {
      name_match: part(0.912, "", "Acme Cloud", "Acme Clouds"),
      country_match: part(0, "the same country", "DE", "DE"),
      lei_code_mismatch: part(-0.5, "another LEI: an entity has one", "529900T8BM49AURSDO55", "5493001KJTIIGC8Y1R12"),
      birth_date_near: part(0, "the year is the same", "1971", "1971-05-06"),
    },
    missing: ["address" as const, "registrationNumber" as const],
    properties: { address: ["1 Example Road"] },
  };
  expect(fieldRows(match, { registrationNumber: ["HRB 1"] })).toEqual([
    ["Name", "Acme Cloud", "Acme Clouds", "alike by 0.91"],
    ["Country", "DE", "DE", "agrees: the same country"],
    ["LEI", "529900T8BM49AURSDO55", "5493001KJTIIGC8Y1R12", "differs: another LEI: an entity has one"],
    ["Date of birth", "1971", "1971-05-06", "near, and counts nothing: the year is the same"],
    ["Address", "", "1 Example Road", "missing on one side or both"],
    ["Registration number", "HRB 1", "", "missing on one side or both"],
  ]);
});
