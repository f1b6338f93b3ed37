import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readTeamSettings, SettingsError } from "./read-settings.js";

const folder = mkdtempSync(join(tmpdir(), "oidc-"));
const secret = "a-secret-that-is-long-enough";
let files = 0;

function file(text: string): string {
  const path = join(folder, `oidc-${files++}.yaml`);
  writeFileSync(path, text);
  return path;
}
const good = ["issuer: https://login.example.gov", "clientId: beholden"];
const withAddress = [...good, "publicAddress: https://beholden.example.gov"];

function faultOf(path: string, given: Parameters<typeof readTeamSettings>[1] = { clientSecret: secret }): string {
  try {
    readTeamSettings(path, given);
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
  throw new Error("the settings were taken");
}

describe("the settings of sign-in", () => {
  it("are read with their defaults, the secret from the environment without the space around it", () => {
    const { settings, clientSecret, publicOrigin } = readTeamSettings(file(withAddress.join("\n")), { clientSecret: `  ${secret}\n` });
    expect([clientSecret, publicOrigin]).toEqual([secret, "https://beholden.example.gov"]);
    expect(settings).toMatchObject({
      ...{
        issuer: "https://login.example.gov",
        clientId: "beholden",
        emailDomains: [],
        scopes: ["profile", "email"],
        clockSkewSeconds: 30,
      },
      sessions: { idleMinutes: 30, hours: 12 },
    });
  });

  it("take the secret from a file beside them rather than from the environment, and the address of the command line before their own", () => {
    writeFileSync(join(folder, "secret"), "the secret of the file, long enough\n");
    const path = file([...withAddress, "clientSecretFile: secret"].join("\n"));
    const read = readTeamSettings(path, { clientSecret: secret, publicAddress: "https://other.example.gov" });
    expect([read.clientSecret, read.publicOrigin]).toEqual(["the secret of the file, long enough", "https://other.example.gov"]);
  });

  it.each<[string, string[], RegExp]>([
    ["an issuer over plain HTTP", ["issuer: http://login.example.gov", ...withAddress.slice(1)], /:1:1: issuer/],
    ["a password in the address", ["issuer: https://u:p@login.example.gov", ...withAddress.slice(1)], /:1:1: issuer/],
    ["no client", [withAddress[0] ?? "", withAddress[2] ?? ""], /clientId/],
    ["a field that is none", [...withAddress, "clientSecret: x"], /clientSecret/],
    ["an address with a path", [...good, "publicAddress: https://example.gov/beholden"], /:3:1: .*without a path/],
    ["a role that is none", [...withAddress, "groups:", "  claim: groups", "  roles: { staff: [king] }"], /:6:/],
    ["sessions without an end", [...withAddress, "sessions: { hours: 1000 }"], /:4:/],
    ["no address", good, /:1:1: publicAddress is missing/],
    ["what is no YAML", ["issuer: [", "clientId"], /oidc-\d+\.yaml:\d+:\d+: /],
  ])("are refused with %s, by line and column", (_, lines, expected) => {
    expect(faultOf(file(lines.join("\n")))).toMatch(expected);
  });

  it("are refused where they or the secret are missing, and never tell the secret", () => {
    expect(faultOf(join(folder, "none.yaml"))).toMatch(/none\.yaml:1:1: The file cannot be read/);
    expect(faultOf(file(withAddress.join("\n")), {})).toMatch(/The client secret is missing/);
    const short = faultOf(file(withAddress.join("\n")), { clientSecret: "tooshort123" });
    expect(short).toMatch(/shorter than 16 characters/);
    expect(short).not.toContain("tooshort123");
    expect(faultOf(file([...withAddress, "clientSecretFile: not-there"].join("\n")))).toMatch(/:4:1: The file not-there cannot be read/);
  });
});
