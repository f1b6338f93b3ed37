import { describe, expect, it } from "vitest";
import { callerOf } from "./caller.js";

describe("the address of whoever asks", () => {
  const asked = (forwarded: string | null) =>
    new Request("http://127.0.0.1/", { headers: forwarded === null ? {} : { "X-Forwarded-For": forwarded } });

  it.each<[string, string | null, string[], string]>([
    ["203.0.113.9", "198.51.100.1", [], "203.0.113.9"],
    ["203.0.113.9", "198.51.100.1", ["10.0.0.1"], "203.0.113.9"],
    ["10.0.0.1", "198.51.100.1", ["10.0.0.1"], "198.51.100.1"],
    ["::ffff:10.0.0.1", "198.51.100.1", ["10.0.0.1"], "198.51.100.1"],
    ["10.0.0.1", "made-up, 192.0.2.5, 198.51.100.1", ["10.0.0.1"], "198.51.100.1"],
    ["10.0.0.1", "198.51.100.1, 10.0.0.2", ["10.0.0.1", "10.0.0.2"], "198.51.100.1"],
    ["10.0.0.1", "made up", ["10.0.0.1"], "10.0.0.1"],
    ["10.0.0.1", null, ["10.0.0.1"], "10.0.0.1"],
  ])("connected from %s, forwarded for %s, with %j trusted: %s", (connected, forwarded, trusted, caller) => {
    expect(callerOf(asked(forwarded), connected, trusted)).toBe(caller);
  });
});
