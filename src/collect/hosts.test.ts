import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hostOf, hostsIn } from "./hosts.js";

function valuesIn(text: string): string[] {
  return hostsIn(text).map((found) => found.value);
}

describe("hostsIn", () => {
  it.each<[string, string[]]>([
    ["https://user:secret@OSS-us-west-1.aliyuncs.com:443/bucket?x=secret", ["oss-us-west-1.aliyuncs.com"]],
    ["oss-us-west-1.aliyuncs.com", ["oss-us-west-1.aliyuncs.com"]],
    ["cos.ap-guangzhou.myqcloud.com:443", ["cos.ap-guangzhou.myqcloud.com"]],
    ["registry.cn-beijing.aliyuncs.com/dotbalo/canal:v1", ["registry.cn-beijing.aliyuncs.com"]],
    ["*.cdn.dnsv1.com.", ["cdn.dnsv1.com"]],
    ["kafka-1.example.com:9092,kafka-2.example.com:9092", ["kafka-1.example.com", "kafka-2.example.com"]],
    ["OSS_ENDPOINT=oss-cn-hangzhou.aliyuncs.com", ["oss-cn-hangzhou.aliyuncs.com"]],
    ["a=https://a.example.com&b=https://b.example.com", ["a.example.com", "b.example.com"]],
    ["jdbc:mysql://rm-1.mysql.rds.aliyuncs.com:3306/shop?password=secret", ["rm-1.mysql.rds.aliyuncs.com"]],
    ["root:secret@tcp(db.example.com:3306)/shop", ["db.example.com"]],
    [`https://\${var.bucket}.oss-us-west-1.aliyuncs.com/x`, ["oss-us-west-1.aliyuncs.com"]],
    [`s3.\${var.region}.amazonaws.com`, ["amazonaws.com"]],
    ["https://{{ .Values.region }}.myqcloud.com", ["myqcloud.com"]],
    ["https://пример.рф/", ["xn--e1afmkfd.xn--p1ai"]],
    ["https://47.88.0.1:8443/x", ["47.88.0.1"]],
    ["http://[2400:3200::1]:53/", ["2400:3200::1"]],
    ["47.88.0.1", ["47.88.0.1"]],
    ["see https://a.example.com, then https://b.example.com.", ["a.example.com", "b.example.com"]],
  ])("finds the hosts of %s", (text, hosts) => {
    expect(valuesIn(text)).toEqual(hosts);
  });

  it.each([
    "localhost:8080",
    "http://payments:8080/",
    "db.shop.svc.cluster.local",
    "10.0.0.5",
    "http://169.254.169.254/latest",
    "203.0.113.0/24",
    "0.0.0.0/0",
    "ops@example.com",
    "main.tf",
    "scripts/deploy.sh",
    "module.network.id",
    "metadata.labels.app",
    "com.example.shop",
    "app.kubernetes.io/name",
    "1.2.3",
    "v1.30",
    `\${var.name}.com`,
    `api.\${var.domain}`,
    "arn:aws:s3:::bucket.example.com",
    "com",
    "a..b.com",
    "http://[fe80::1%25eth0]/",
    "0::25::%0e::",
  ])("finds none in %s", (text) => {
    expect(valuesIn(text)).toEqual([]);
  });

  it("tells where the host stands", () => {
    const text = "see https://user@oss-us-west-1.aliyuncs.com/x";
    expect(text.slice(hostsIn(text)[0]?.offset)).toBe("oss-us-west-1.aliyuncs.com/x");
  });

  it("finds the same in a URL alone, in quotes, and among words", () => {
    const label = fc.string({ maxLength: 6, unit: fc.constantFrom("a", "B", "7", "-", "_", ".", "xn--", "é", "$", "@", ":") });
    const address = fc
      .tuple(
        fc.constantFrom("https", "http", "HTTPS"),
        label,
        fc.constantFrom("example.com", "10.0.0.1", "9.9.9.9", "0x7f.1", "com", "x.dev."),
        label,
        label,
      )
      .map(([scheme, before, host, port, path]) => `${scheme}://${before}${host}${port ? `:${port}` : ""}/${path}`);
    fc.assert(
      fc.property(address, (text) => {
        const among = hostsIn(`see ${text} here`);
        const moved = (by: number) => among.map((one) => ({ ...one, offset: one.offset - 4 + by }));
        expect(hostsIn(text)).toEqual(moved(0));
        expect(hostsIn(`"${text}"`)).toEqual(moved(1));
      }),
      { numRuns: 2000 },
    );
  });

  it("takes a scheme within what looks like one URL for another", () => {
    expect(valuesIn("https://x.example.com://1.2.3.4")).toEqual(["1.2.3.4"]);
    expect(valuesIn("http://.amazonaws.com://")).toEqual([]);
  });

  it("stays fast on hostile text", () => {
    for (const piece of ["a", "a.", "${", "a.b-", "https://", "<a", "[:", "@:", "{{"]) {
      expect(() => hostsIn(`.${piece.repeat(200_000)}`)).not.toThrow();
    }
  }, 10_000);

  it("never gives user-info, path or query away", () => {
    const secret = fc
      .string({ minLength: 1, maxLength: 8, unit: fc.constantFrom("Q", "7", "-", "_", "!", "%") })
      .map((odd) => `zq${odd}qz`);
    fc.assert(
      fc.property(secret, secret, secret, (user, path, query) => {
        const hosts = hostsIn(`https://${user}:${user}@oss-us-west-1.aliyuncs.com/${path}?k=${query}#${query}`);
        expect(hosts.map((host) => host.value)).toEqual(["oss-us-west-1.aliyuncs.com"]);
      }),
    );
  });
});

describe("hostOf", () => {
  it("takes a text that is one host and nothing else", () => {
    expect(hostOf(" https://sts.aliyuncs.com ")).toEqual({ kind: "host", value: "sts.aliyuncs.com", offset: 8, scheme: "https" });
    expect(hostOf("see https://sts.aliyuncs.com")).toBeNull();
    expect(hostOf("nothing")).toBeNull();
  });
});
