import type { Docket } from "../../docket/index.js";
import type { Access } from "./access.js";
import { openIssuer } from "./issuer.js";
import type { TeamSettings } from "./read-settings.js";
import { teamAccess } from "./team.js";

/** The access of a team by its settings, with the machine's clock. */
export function openTeam(docket: Docket, { settings, clientSecret, publicOrigin }: TeamSettings, tell: (line: string) => void): Access {
  const clock = () => new Date();
  const issuer = openIssuer({ settings, clientSecret, publicOrigin, clock });
  return teamAccess({ docket, settings, clientSecret, issuer, clock, tell });
}
