import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSecretName, withoutSecrets } from "./secret-names.js";

describe("names of secrets", () => {
  it.each([
    "DB_PASSWORD",
    "dbPassword",
    "dbpassword",
    "spring.datasource.password",
    "API_TOKEN",
    "ENCRYPTION_KEY",
    "signingKey",
    "KEY",
    "MYSQL_PWD",
    "PASS",
    "accessKeyId",
    "SENTRY_DSN",
    "jwt",
  ])("%s is one", (name) => {
    expect(isSecretName(name)).toBe(true);
  });

  it.each(["KEY_VAULT_URL", "KEYCLOAK_URL", "OSS_ENDPOINT", "MONKEY", "BYPASS_HOST", "AUTHOR", "url"])("%s is none", (name) => {
    expect(isSecretName(name)).toBe(false);
  });
});

describe("a text that assigns secrets", () => {
  it.each([
    ["db.password=hunter2.example.com", "db.password=                   "],
    ["host=db.example.com password=hunter2.io port=1", "host=db.example.com password=           port=1"],
    ["Server=a.example.com;Password=hunter2.io;x=1", "Server=a.example.com;Password=          ;x=1"],
    ['{"apiKey": "a.b.io, c", "url": "https://a.io"}', `{"apiKey": ${" ".repeat(11)}, "url": "https://a.io"}`],
    ["token: Bearer a.b.io\nnext: c.io", "token:              \nnext: c.io"],
    ["https://token:abc@a.example.com/x", "https://token:abc@a.example.com/x"],
    ["password='never closed.io", `password=${" ".repeat(16)}`],
  ])("%s", (text, expected) => {
    expect(withoutSecrets(text)).toBe(expected);
  });

  it("keeps its length and every other character", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."ab:= \n\"';,.", "password", "token=", "key: ") }), (text) => {
        const clean = withoutSecrets(text);
        expect(clean).toHaveLength(text.length);
        for (let at = 0; at < text.length; at += 1) expect([" ", text[at]]).toContain(clean[at]);
      }),
    );
  });
});
