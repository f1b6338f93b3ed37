import type { AddressInfo } from "node:net";
import { dirname, join, resolve } from "node:path";
import { createAdaptorServer } from "@hono/node-server";
import type { Docket } from "../docket/index.js";
import { packageRoot } from "../package-root.js";
import type { ReviewDesk } from "../reviews/desk.js";
import type { Access } from "./access/access.js";
import { type AppOptions, createApp } from "./app.js";
import { commandsIn } from "./commands/commands.js";
import { type Limits, usualLimits } from "./limits.js";
import { readWebFiles } from "./web-files.js";

/** How long requests that are under way may go on once the server is told to stop, in milliseconds. */
const patience = 10_000;

export interface ServeOptions {
  docket: Docket;
  /** Its address, for what is done with it beside the server. */
  database: string;
  /** The folder of imported data. */
  data: string;
  reviews?: ReviewDesk | undefined;
  host: string;
  port: number;
  /** The access, given the port once it is known. */
  access: (port: () => number) => Access;
  /** The address by which a team reaches it, such as https://docket.example.org; the loopback ones where there is none. */
  publicOrigin?: string | undefined;
  /** Addresses of proxies whose word on who asks is believed; of nobody else's. */
  trustedProxies?: readonly string[] | undefined;
  limits?: Partial<Limits> | undefined;
  tell: (line: string) => void;
}

export interface Served {
  /** Where to reach it, such as http://127.0.0.1:8437. */
  origin: string;
  port: number;
  /** Takes no new requests, lets those under way end, and is done then. */
  stop(): Promise<void>;
}

/**
 * Serves the workbench and the API.
 *
 * @throws the system's error where the port cannot be had
 */
export async function serveDocket({
  docket,
  database: address,
  data: folder,
  reviews,
  host,
  port,
  access,
  publicOrigin,
  trustedProxies = [],
  limits,
  tell,
}: ServeOptions): Promise<Served> {
  let bound = port;
  // Commands are carried out in other folders than the one that it was started in.
  const [database, data] = [isFile(address) ? resolve(address) : address, resolve(folder)];
  const origins = (): readonly string[] => (publicOrigin ? [publicOrigin] : loopbackOrigins(host, bound));
  const [own, commands] = [access(() => bound), commandsIn({ data, database, tell })];
  const routes = () => import("./routes/registry.js").then((one) => one.routes);
  const options: AppOptions = {
    ...{
      docket,
      reviews,
      access: own,
      commands,
      home: own.kind === "local" ? process.cwd() : null,
      folders: [...new Set([dirname(database), data, packageRoot()])].filter((one) => one !== dirname(one)),
    },
    ...{ limits: { ...usualLimits, ...limits }, clock: () => new Date() },
    ...{ routes, origins, web: readWebFiles(join(packageRoot(), "dist", "web")), trustedProxies, tell },
  };
  const server = createAdaptorServer({
    fetch: createApp(options).fetch,
    serverOptions: { headersTimeout: 15_000, requestTimeout: 300_000, keepAliveTimeout: 5_000, maxHeaderSize: 16_384 },
  }) as import("node:http").Server;
  await new Promise<void>((listening, failed) => {
    server.once("error", failed);
    server.listen(port, host, listening);
  }).catch((error) => {
    commands.stop();
    throw error;
  });
  bound = (server.address() as AddressInfo).port;
  // What they stand on is half of what the server is made of: it is read while a browser asks for its first files.
  void routes();
  return {
    origin: origins()[0] ?? "",
    port: bound,
    stop: async () => {
      const closed = new Promise<void>((done) => server.close(() => done()));
      server.closeIdleConnections();
      const late = setTimeout(() => server.closeAllConnections(), patience);
      await closed;
      commands.stop();
      clearTimeout(late);
    },
  };
}

/** Whether an address is that of a docket in a file. */
function isFile(address: string): boolean {
  return !/^postgres(ql)?:\/\//.test(address);
}

/** The names by which a machine reaches itself. */
function loopbackOrigins(host: string, port: number): string[] {
  const given = `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
  return [...new Set([given, `http://127.0.0.1:${port}`, `http://localhost:${port}`, `http://[::1]:${port}`])];
}

/** Whether a host is this machine alone. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}
