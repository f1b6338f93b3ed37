import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { OidcSettings, type Problem, readValidatedYaml } from "../../model/index.js";

/** Settings of sign-in that cannot be used, with everything that is wrong in them. */
export class SettingsError extends Error {
  override name = "SettingsError";
  readonly problems: Problem[];
  constructor(path: string, problems: Problem[]) {
    super(
      problems
        .map(({ line, column, message, expected }) => `${[path, line, column].join(":")}: ${message}. Expected ${expected}.`)
        .join("\n"),
    );
    this.problems = problems;
  }
}

export interface TeamSettings {
  settings: OidcSettings;
  clientSecret: string;
  publicOrigin: string;
}

/**
 * Reads how a team signs in, and the client secret from its file or the environment. No message holds the secret.
 *
 * @param given what the command line and the environment say besides
 * @throws SettingsError with each fault and its place
 */
export function readTeamSettings(
  path: string,
  given: { publicAddress?: string | undefined; clientSecret?: string | undefined },
): TeamSettings {
  const fault = (message: string, expected: string, action: string, place = { line: 1, column: 1 }) =>
    new SettingsError(path, [{ path, ...place, severity: "error", code: "oidc-settings", message, expected, action }]);
  const text = fileText(path);
  if (text === null) throw fault("The file cannot be read", "a file with issuer and clientId", "Name one that is there.");
  const read = readValidatedYaml(text, path, OidcSettings, "oidc-settings");
  if (read.value === null) throw new SettingsError(path, read.problems);
  const settings = read.value;
  const publicOrigin = given.publicAddress ?? settings.publicAddress;
  if (publicOrigin === undefined)
    throw fault(
      "publicAddress is missing",
      "the address under which people reach this server, such as https://beholden.example.gov",
      "Add it, or give --public-address.",
    );
  const { clientSecretFile } = settings;
  const kept = clientSecretFile === undefined ? (given.clientSecret ?? "") : fileText(resolve(dirname(path), clientSecretFile));
  const place = clientSecretFile === undefined ? undefined : read.locate(["clientSecretFile"]);
  if (kept === null)
    throw fault(
      `The file ${clientSecretFile} cannot be read`,
      "a file with the client secret",
      "Make it, readable by this user alone.",
      place,
    );
  const clientSecret = kept.trim();
  if (clientSecret.length < 16)
    throw fault(
      "The client secret is missing, or is shorter than 16 characters",
      "clientSecretFile, or BEHOLDEN_OIDC_SECRET",
      "Take it from the issuer.",
      place,
    );
  return { settings, clientSecret, publicOrigin };
}

function fileText(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
