import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { redactUrl } from "./redact.js";

describe("redactUrl", () => {
  it.each([
    ["https://user:secret@oss-us-west-1.aliyuncs.com/a/b?x-oss-signature=secret#secret", "https://oss-us-west-1.aliyuncs.com/a/b"],
    ["git::https://x-access-token:secret@github.com/org/repo.git//modules/cdn?ref=v1", "git::https://github.com/org/repo.git//modules/cdn"],
    ["git::ssh://git@github.com/org/repo.git?sshkey=secret", "git::ssh://github.com/org/repo.git"],
    ["git@gitee.com:org/repo.git?ref=secret", "gitee.com:org/repo.git"],
    ["https://registry.npmmirror.com/@scope/pkg/-/pkg-1.0.0.tgz", "https://registry.npmmirror.com/@scope/pkg/-/pkg-1.0.0.tgz"],
    ["mysql://root:se/cret@db.example.com:3306/shop", "mysql://"],
    ["redis://:se?cr#et@cache.example.com:6379/0", "redis://"],
    ["postgres://u:se@cret@db.example.com/x", "postgres://db.example.com/x"],
    ["https://[2001:db8::1]:8443/p?secret", "https://[2001:db8::1]:8443/p"],
    ["terraform-aws-modules/vpc/aws", "terraform-aws-modules/vpc/aws"],
    ["../modules/cdn", "../modules/cdn"],
    ["file:///etc/hosts", "file:///etc/hosts"],
  ])("%s", (before, after) => {
    expect(redactUrl(before)).toBe(after);
  });

  it("never lets a password through, whatever characters it has", () => {
    const password = fc
      .string({ minLength: 4, unit: fc.constantFrom("S", "/", "?", "#", "@", ":", "%", "!") })
      .map((odd) => `Zq7${odd}w9Z`);
    fc.assert(
      fc.property(password, (secret) => {
        const redacted = redactUrl(`https://root:${secret}@db.example.com/shop?token=${secret}`);
        expect(redacted).not.toContain("Zq7");
        expect(redacted).not.toContain("w9Z");
      }),
    );
  });
});
