import { describe, expect, it } from "vitest";
import { callerOf, isProxy } from "./caller.js";

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
    ["10.1.2.3", "198.51.100.1, 10.9.9.9", ["10.0.0.0/8"], "198.51.100.1"],
    ["11.1.2.3", "198.51.100.1", ["10.0.0.0/8"], "11.1.2.3"],
    ["fd00::7", "2001:db8::1", ["fd00::/8"], "2001:db8::1"],
    ["10.0.0.1", "2001:DB8:0::1", ["10.0.0.1"], "2001:db8::1"],
    ["10.0.0.1", "made up", ["10.0.0.1"], "10.0.0.1"],
    ["10.0.0.1", null, ["10.0.0.1"], "10.0.0.1"],
  ])("connected from %s, forwarded for %s, with %j trusted: %s", (connected, forwarded, trusted, caller) => {
    expect(callerOf(asked(forwarded), connected, trusted)).toBe(caller);
  });
});

describe("a proxy", () => {
  it.each(["10.0.0.1", "10.0.0.0/8", "::1", "fd00::/8"])("is named by %s", (text) => expect(isProxy(text)).toBe(true));
  it.each(["", "proxy.example.gov", "10.0.0", "10.0.0.256", "10.0.0.0/33", "0x0a000001", "1", "10.0.0.1:80"])(
    "is not named by %j",
    (text) => expect(isProxy(text)).toBe(false),
  );
});
