import { expect, it } from "vitest";
import { bytes, counted, grouped, listed } from "./words.js";

it("writes whole numbers with their thousands apart", () => {
  expect([0, 999, 1000, 12408, 1234567].map(grouped)).toEqual(["0", "999", "1,000", "12,408", "1,234,567"]);
});

it("writes bytes in decimal units, one decimal below ten", () => {
  expect([0, 999, 1000, 9_949_000, 9_960_000, 999_600, 48_200_000_000].map(bytes)).toEqual([
    "0 B",
    "999 B",
    "1.0 kB",
    "9.9 MB",
    "10 MB",
    "1.0 MB",
    "48 GB",
  ]);
});

it("counts and lists in English", () => {
  expect([counted(1, "file"), counted(1200, "reach", "reaches")]).toEqual(["1 file", "1,200 reaches"]);
  expect([listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])]).toEqual(["", "a", "a and b", "a, b and c"]);
});
