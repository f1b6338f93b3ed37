import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { envoy } from "./envoy.js";
import { envoySchema, faultsIn } from "./sample-envoy.js";
import { emptyPlan, hostilePlan, hostileTexts, largePlan, samplePlan } from "./sample-network-plan.js";

interface Filters {
  filters: unknown[];
  http_filters: unknown[];
}

const read = (text: string) => parse(text) as Filters;
const schema = envoySchema();
const networkFilter = schema.lookupType("envoy.config.listener.v3.Filter");
const httpFilter = schema.lookupType("envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter");

describe("Envoy", () => {
  it("denies names by the server name of TLS and by the host of a request, and addresses", () => {
    const regex = (name: string) => ({ safe_regex: { regex: `(?i)(.*\\.)?${name}\\.?(:[0-9]+)?` } });
    const [network] = read(envoy.render(samplePlan())).filters;
    expect(network).toEqual({
      name: "envoy.filters.network.rbac",
      typed_config: {
        "@type": "type.googleapis.com/envoy.extensions.filters.network.rbac.v3.RBAC",
        stat_prefix: "beholden",
        rules: {
          action: "DENY",
          policies: {
            "beholden, 2026-12-01 to 2027-12-01": {
              permissions: [
                {
                  or_rules: {
                    rules: [
                      {
                        and_rules: {
                          rules: [
                            { requested_server_name: regex("cloud\\.example") },
                            { not_rule: { requested_server_name: regex("mail\\.cloud\\.example") } },
                          ],
                        },
                      },
                      { requested_server_name: regex("cdn\\.example\\.net") },
                      { destination_ip: { address_prefix: "192.0.2.0", prefix_len: 24 } },
                      { destination_ip: { address_prefix: "198.51.100.128", prefix_len: 25 } },
                      { destination_ip: { address_prefix: "2001:db8::", prefix_len: 32 } },
                    ],
                  },
                },
              ],
              principals: [{ any: true }],
            },
          },
        },
      },
    });
  });

  it("follows Envoy's own schema: a plan, an empty one, a large one", () => {
    for (const plan of [samplePlan(), emptyPlan(), largePlan(1_000, 2_000)]) {
      const { filters, http_filters } = read(envoy.render(plan));
      expect(filters.flatMap((filter) => faultsIn(filter, networkFilter, schema))).toEqual([]);
      expect(http_filters.flatMap((filter) => faultsIn(filter, httpFilter, schema))).toEqual([]);
    }
  });

  it("would be refused by that schema with a field that is none, or a list of rules that is none", () => {
    const typed = (rules: unknown) => ({
      name: "x",
      typed_config: { "@type": "type.googleapis.com/envoy.extensions.filters.http.rbac.v3.RBAC", rules },
    });
    expect(faultsIn(typed({ action: "REFUSE" }), httpFilter, schema)).toEqual([expect.stringContaining("REFUSE is no Action")]);
    expect(faultsIn(typed({ action: "DENY", policy: {} }), httpFilter, schema)).toEqual([expect.stringContaining("no field policy")]);
  });

  it.each([
    ["cloud.example", true],
    ["CLOUD.example", true],
    ["api.cloud.example:443", true],
    ["cloud.example.", true],
    ["mycloud.example", false],
    ["cloud.example.org", false],
    ["cloudxexample", false],
  ])("matches the host %s: %s", (host, matches) => {
    const text = envoy.render(samplePlan());
    const written = JSON.stringify(read(text)).match(/"regex":("(?:[^"\\]|\\.)*")/)?.[1] ?? '""';
    // RE2 matches the whole value and takes (?i) for letters of either case.
    const pattern = (JSON.parse(written) as string).replace("(?i)", "");
    expect(new RegExp(`^(?:${pattern})$`, "i").test(host)).toBe(matches);
  });

  it.each(hostileTexts)("keeps text of the catalogue in its comments: %j", (text) => {
    expect(read(envoy.render(hostilePlan(samplePlan(), text)))).toEqual(read(envoy.render(samplePlan())));
  });
});
