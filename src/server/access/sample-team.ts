import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { addPerson, type Docket } from "../../docket/index.js";
import { OidcSettings, type Role } from "../../model/index.js";
import type { Limits } from "../limits.js";
import { type Served, serveDocket } from "../serve.js";
import { openIssuer } from "./issuer.js";
import { closed, listening, sampleClient } from "./sample-issuer.js";
import { teamAccess } from "./team.js";

export interface SampleTeam {
  origin: string;
  /** Milliseconds that the server's clock runs ahead. */
  clock: { ahead: number };
  told: string[];
  served: Served;
}

/** A server of a team on a docket, for an issuer, at an address that was chosen before. */
export async function startTeam(
  docket: Docket,
  issuer: string,
  { origin, port, settings = {}, limits }: { origin: string; port?: number; settings?: Partial<OidcSettings>; limits?: Partial<Limits> },
): Promise<SampleTeam> {
  const clock = { ahead: 0 };
  const told: string[] = [];
  const now = () => new Date(Date.now() + clock.ahead);
  const all = OidcSettings.parse({ issuer, clientId: sampleClient.clientId, ...settings });
  const served = await serveDocket({
    ...{ docket, database: docket.database.name, data: tmpdir() },
    host: "127.0.0.1",
    port: port ?? Number(new URL(origin).port),
    publicOrigin: origin,
    limits,
    access: () => {
      const { clientSecret } = sampleClient;
      const open = openIssuer({ settings: all, clientSecret, publicOrigin: origin, clock: now });
      return teamAccess({ docket, settings: all, clientSecret, issuer: open, clock: now, tell: (line) => told.push(line) });
    },
    tell: (line) => told.push(line),
  });
  return { origin, clock, told, served };
}

/** An address on this machine that nobody uses. */
export async function freeOrigin(): Promise<string> {
  const server = createServer();
  const origin = await listening(server);
  await closed(server);
  return origin;
}

/** Puts people into the list, the first of them an administrator. */
export async function listPerson(
  docket: Docket,
  id: string,
  roles: Role[],
  known: { subject?: string; email?: string } = {},
): Promise<void> {
  await addPerson(docket, { id, name: id, roles, ...known }, { by: "command line", at: new Date().toISOString() });
}
