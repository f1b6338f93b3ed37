import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Hono } from "hono";
import { type Docket, openDocket } from "../docket/index.js";
import type { Role } from "../model/index.js";
import { openDesk } from "../reviews/desk.js";
import { type Access, personOf } from "./access/access.js";
import { createApp } from "./app.js";
import { commandsIn } from "./commands/commands.js";
import { type Limits, usualLimits } from "./limits.js";
import { routes } from "./routes/registry.js";
import { readWebFiles } from "./web-files.js";

export const sampleOrigin = "http://127.0.0.1:8437";

export interface SampleServer {
  docket: Docket;
  /** The folder that it was started in, and that its data lies in. */
  folder: string;
  stop(): Promise<void>;
  /** What the server told whoever runs it. */
  told: string[];
  /** Asks as a person of these roles; null: as nobody. A header with no value is left out. */
  ask(
    method: string,
    path: string,
    more?: { as?: readonly Role[] | null; by?: string; body?: unknown; headers?: Record<string, string> },
  ): Promise<Response>;
}

/** The whole server in this process, over a docket of its own; who asks stands in a header, so that every role can be tried. */
export async function sampleServer({
  limits = {},
  pages = new Hono(),
  keepsReviews = false,
  clock = () => new Date("2025-12-01T15:00:00.000Z"),
}: {
  limits?: Partial<Limits>;
  pages?: Hono;
  keepsReviews?: boolean;
  clock?: () => Date;
} = {}): Promise<SampleServer> {
  const folder = mkdtempSync(join(tmpdir(), "server-"));
  const database = join(folder, "docket.db");
  const docket = await openDocket(database, { create: true });
  const told: string[] = [];
  const tell = (line: string) => told.push(line);
  const commands = commandsIn({ data: folder, database, tell });
  const app = createApp({
    ...{
      docket,
      access: { ...headerAccess, pages },
      commands,
      home: folder,
      reviews: keepsReviews ? openDesk(folder, null) : undefined,
      folders: [folder],
      limits: { ...usualLimits, ...limits },
      clock,
      routes: async () => routes,
    },
    ...{ origins: () => [sampleOrigin], web: readWebFiles("no-such-folder"), tell },
  });
  return {
    ...{ docket, told, folder },
    stop: async () => {
      commands.stop();
      await docket.close();
    },
    ask: async (method, path, { as = ["analyst", "clerk"], by = "Ana Ruiz", body, headers } = {}) => {
      const sent = new Headers({
        Host: "127.0.0.1:8437",
        "Beholden-Request": "1",
        ...(body === undefined || body instanceof FormData ? {} : { "Content-Type": "application/json" }),
      });
      if (as) sent.set("Sample-Person", JSON.stringify({ by, as }));
      for (const [name, value] of Object.entries(headers ?? {})) {
        if (value === "") sent.delete(name);
        else sent.set(name, value);
      }
      const content =
        body === undefined ? {} : { body: typeof body === "string" || body instanceof FormData ? body : JSON.stringify(body) };
      return app.request(`${sampleOrigin}${path}`, { method, headers: sent, ...content });
    },
  };
}

const headerAccess: Omit<Access, "pages"> = {
  kind: "team",
  limits: null,
  leave: async () => ({ headers: new Headers(), onward: null }),
  person: async (request) => {
    const header = request.headers.get("Sample-Person");
    if (header === null) return null;
    const { by, as } = JSON.parse(header) as { by: string; as: Role[] };
    return personOf(by, as, by);
  },
};
