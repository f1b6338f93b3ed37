import fc from "fast-check";
import { expect, it } from "vitest";
import { assetTest, membershipFinder, systemFinder } from "./declared-assets.js";
import { System } from "./inventory.js";

const system = (id: string, ...assets: string[]) => System.parse({ id, name: id, assets });
const seen = (path: string, value: string, address?: string) => ({ path, value, ...(address ? { context: { address } } : {}) });

it("finds a system by path, name, address, instance and module", () => {
  const systemsOf = systemFinder([
    system("net", "net/**"),
    system("shop", "aws_s3_bucket.media", "module.cdn.*"),
    system("mail", "mail.example.net"),
  ]);
  expect(systemsOf(seen("net/main.tf", "aws_vpc", "aws_vpc.main"))).toEqual(["net"]);
  expect(systemsOf(seen("net/main.tf", "aws_s3_bucket", 'module.x.aws_s3_bucket.media["a"]'))).toEqual(["net", "shop"]);
  expect(systemsOf(seen("x.tf", "aws_vpc", "module.cdn.aws_vpc.main"))).toEqual(["shop"]);
  expect(systemsOf(seen("hosts.txt", "Mail.Example.net"))).toEqual(["mail"]);
  expect(systemsOf(seen("hosts.txt", "notmail.example.net"))).toEqual([]);
});

it("tells what is picked out by itself from what lies in a named file", () => {
  const membershipsOf = membershipFinder([system("a", "x.tf", "aws_vpc.main"), system("b", "x.tf")]);
  expect(membershipsOf(seen("x.tf", "aws_vpc", "aws_vpc.main"))).toEqual([
    { system: "a", named: true },
    { system: "b", named: false },
  ]);
});

it("agrees with asking every system's entries one by one", () => {
  const word = fc.constantFrom("a", "b", "ab", "A", "a.b", "b.a", "a*", "a.b*", "*", ".a", "a/b", "a/*.tf", "a.tf", "/a.tf", "a..b");
  const systems = fc.array(fc.array(word, { maxLength: 4 }), { maxLength: 4 });
  const value = fc.stringMatching(/^[abAB.]{1,6}$/);
  fc.assert(
    fc.property(systems, fc.constantFrom("a.tf", "a/b.tf", "b/a.tf", "a/b/c.tf"), value, value, (entries, path, one, other) => {
      const declared = entries.map((assets, index) => system(`s${index}`, ...assets));
      const asked = seen(path, one, other);
      const slowly = declared.filter(({ assets }) => assetTest(assets)(asked)).map(({ id }) => id);
      expect(systemFinder(declared)(asked)).toEqual(slowly);
    }),
    { numRuns: 2_000 },
  );
});
