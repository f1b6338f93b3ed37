import { describe, expect, it } from "vitest";
import type { Attribution, ObservationContext, ObservationKind, Reference } from "../model/index.js";
import { sampleReference } from "../trace/sample-reference.js";
import { attributeOne } from "./attribute.js";
import { sampleCatalogue, sampleNetwork } from "./sample-catalogue.js";

const asOf = "2026-11-23";
const reference: Reference = { ...sampleReference(sampleCatalogue), network: sampleNetwork };

function ask(kind: ObservationKind, value: string, context?: ObservationContext): Attribution {
  return attributeOne({ kind, value, context }, reference, asOf);
}

describe("addresses", () => {
  it("takes the narrowest published prefix before the routing table", () => {
    expect(ask("address", "47.88.73.18")).toMatchObject({
      provider: "alibaba-cloud",
      region: "us-west-1",
      signature: { kind: "prefix", value: "47.88.0.0/16", confidence: "high" },
    });
    expect(ask("address", "47.88.72.0/22").provider).toBe("alibaba-cloud");
    expect(ask("address", "::ffff:47.88.73.18").provider).toBe("alibaba-cloud");
  });

  it("gives medium confidence at most by the AS number, and low where the network carries others", () => {
    expect(ask("address", "8.209.1.1")).toMatchObject({ provider: "alibaba-cloud", confidence: "medium", signature: { value: "AS45102" } });
    expect(ask("address", "2a0b::1")).toMatchObject({ provider: "carrier-cloud", confidence: "low" });
    expect(ask("address", "AS45102")).toMatchObject({ provider: "alibaba-cloud", confidence: "medium" });
  });

  it("takes the company that announces the network for the operator where it runs a region", () => {
    expect(ask("address", "52.82.0.9")).toMatchObject({ provider: "aws-china", operator: "nwcd" });
  });

  it("names the organisation of a network that is no provider's", () => {
    expect(ask("address", "193.0.6.139").tried).toContain("routing table: AS3333, RIPE NCC");
  });

  it("says that a network in CIDR notation spans several", () => {
    expect(ask("address", "52.82.0.0/15").tried).toContain(
      "routing table: 52.82.0.0/15 spans the networks of AS135629 (Ningxia West Cloud Data) and nobody",
    );
    expect(ask("address", "8.209.0.0/16").provider).toBe("alibaba-cloud");
  });

  it.each([
    ["10.0.0.1", "private address"],
    ["192.168.0.0/16", "private address"],
    ["fd00::1", "unique local"],
    ["127.0.0.1", "loopback"],
    ["224.0.0.1", "multicast"],
    ["203.0.113.9", "reserved"],
  ])("%s is nobody else's", (address, reason) => {
    expect(ask("address", address)).toMatchObject({ provider: null });
    expect(ask("address", address).tried.join()).toContain(reason);
  });

  it("knows the address at which a provider's machines ask about themselves", () => {
    expect(ask("address", "100.100.100.200").provider).toBe("alibaba-cloud");
  });

  it("says of a text that is no address that it is none", () => {
    expect(ask("address", "300.1.1.1").tried).toEqual(["address 300.1.1.1: not an IPv4 or IPv6 address or network"]);
  });
});
