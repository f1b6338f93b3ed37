import { randomUUID } from "node:crypto";
import { rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Command } from "commander";
import type { ReviewDesk } from "../reviews/desk.js";
import { type DataOptions, dataFolder, dataOption } from "./data-folder.js";
import { doingOf } from "./docket-session.js";
import { UsageError } from "./exit.js";
import { browserFor } from "./open-browser.js";
import { repeat } from "./options.js";

interface ServeCommandOptions extends DataOptions {
  port: string;
  host: string;
  database?: string;
  by?: string;
  oidc?: string;
  publicAddress?: string;
  trustedProxy: string[];
  open: boolean;
  quiet?: boolean;
}

/** `beholden serve`: the workbench and the HTTP API, for the person at this machine or for a team. */
export function addServeCommand(program: Command): void {
  dataOption(program.command("serve"))
    .summary("the workbench and the HTTP API, on this machine")
    .description(
      "Serves the workbench and the HTTP API to this machine alone, and prints a link that opens one session, once. Press Enter for another link, Ctrl+C to stop. With --oidc it serves a team, whose people sign in.",
    )
    .option("--port <number>", "port to listen on; 0: any that is free", "8437")
    .option("--host <address>", "address to listen on", "127.0.0.1")
    .option(
      "--database <address>",
      "the docket: postgres://user@host/database, or a file (default: BEHOLDEN_DATABASE, else docket.db in the folder of data)",
    )
    .option("--by <name>", "who works on this machine, as the journal names them (default: BEHOLDEN_USER, else the user of this machine)")
    .option("--oidc <file>", "serve a team: how its people sign in, by an OpenID Connect issuer (YAML)")
    .option(
      "--public-address <address>",
      "with --oidc: the address under which people reach the server, such as https://beholden.example.gov",
    )
    .option(
      "--trusted-proxy <address>",
      "with --oidc: address or network of a proxy in front of it, whose X-Forwarded-For is believed; repeatable",
      repeat,
      [],
    )
    .option("--no-open", "do not open a browser")
    .option("-q, --quiet", "print nothing but the link")
    .action(runServe);
}

async function runServe(options: ServeCommandOptions): Promise<void> {
  const port = readPort(options.port);
  if (options.oidc !== undefined) return runTeam(options.oidc, port, options);
  if (options.publicAddress !== undefined || options.trustedProxy.length > 0)
    throw new UsageError("--public-address and --trusted-proxy are for a team. Give --oidc with them.");
  await checkWithoutCompiling();
  const [{ openDocket }, { isLoopback, serveDocket }, { localAccess }, { openDesk }] = await Promise.all([
    import("../docket/index.js"),
    import("../server/serve.js"),
    import("../server/access/local.js"),
    import("../reviews/desk.js"),
  ]);
  if (!isLoopback(options.host))
    throw new UsageError(
      `--host ${options.host} is reached by other machines, and the link of this machine is no access for them. Leave --host out, or let people sign in with --oidc.`,
    );
  const address = options.database || process.env.BEHOLDEN_DATABASE || join(dataFolder(options), "docket.db");
  const docket = await openDocket(address, { create: true });
  const tell = (line: string) => process.stderr.write(`beholden: ${line}\n`);
  if (!options.quiet) docket.database.remarks.forEach(tell);
  const { by: name } = doingOf(options);
  let say = (_: string) => {};
  const desk = openDesk(dataFolder(options), process.cwd());
  const local = { newLink: () => "" };
  try {
    const served = await serveDocket({
      ...{ docket, database: address, data: dataFolder(options) },
      reviews: desk,
      host: options.host,
      port,
      access: (bound) => Object.assign(local, localAccess({ name, port: bound, clock: () => new Date(), onVoid: (path) => say(path) })),
      tell,
    });
    say = (path) => process.stdout.write(`${served.origin}${path}\n`);
    if (!options.quiet) tell(`serving the docket at ${docket.database.name} as ${name}. The link opens one session, once:`);
    const link = local.newLink();
    say(link);
    await openBrowser(options, `${served.origin}${link}`);
    readAhead(desk);
    const lines = process.stdin.isTTY ? createInterface({ input: process.stdin }).on("line", () => say(local.newLink())) : null;
    await stopAsked();
    lines?.close();
    if (!options.quiet) tell("stopping; requests under way may end");
    await served.stop();
  } catch (error) {
    throw listenFault(error, options);
  } finally {
    await docket.close();
  }
}

/** Reads what the browser asks for first while it starts; what is wrong with it is said to whoever asks. */
function readAhead({ shelf }: ReviewDesk): void {
  shelf
    .list()
    .then(({ reviews: [newest] }) => newest && shelf.find(newest.id))
    .catch(() => {});
}

/**
 * What is checked is checked as it comes: compiling a check of every schema takes longer than it saves in the one review that is read at the start.
 * To be done before the first schema is made.
 */
async function checkWithoutCompiling(): Promise<void> {
  const { config } = await import("zod");
  config({ jitless: true });
}

/** For a team: no link, no browser; people are let in by the docket's list of them. */
async function runTeam(file: string, port: number, options: ServeCommandOptions): Promise<void> {
  const [{ openDocket, listPeople }, { serveDocket }, { openTeam }, { readTeamSettings }, { PublicAddress }, { openDesk }, { isProxy }] =
    await Promise.all([
      import("../docket/index.js"),
      import("../server/serve.js"),
      import("../server/access/open-team.js"),
      import("../server/access/read-settings.js"),
      import("../model/oidc-settings.js"),
      import("../reviews/desk.js"),
      import("../server/security/caller.js"),
    ]);
  const odd = options.trustedProxy.find((one) => !isProxy(one));
  if (odd !== undefined)
    throw new UsageError(
      `--trusted-proxy ${odd} is no address. Expected the address of a proxy, such as 10.0.0.1, or a network such as 10.0.0.0/8; no name.`,
    );
  const given = options.publicAddress === undefined ? undefined : PublicAddress.safeParse(options.publicAddress);
  if (given && !given.success)
    throw new UsageError(`--public-address ${options.publicAddress}: ${given.error.issues.map(({ message }) => message).join("; ")}.`);
  const team = readTeamSettings(file, { publicAddress: given?.data, clientSecret: process.env.BEHOLDEN_OIDC_SECRET });
  const database = options.database || process.env.BEHOLDEN_DATABASE || join(dataFolder(options), "docket.db");
  const docket = await openDocket(database, { create: true });
  const tell = (line: string) => process.stderr.write(`beholden: ${line}\n`);
  try {
    if (!options.quiet) docket.database.remarks.forEach(tell);
    const { people } = await docket.read((view) => listPeople(view));
    if (!people.some(({ roles }) => roles.includes("administrator")))
      tell(
        "nobody administers this docket yet: `beholden docket person add USER --email ADDRESS --role administrator` makes the first one.",
      );
    const served = await serveDocket({
      ...{ docket, database, data: dataFolder(options), host: options.host, port, tell },
      ...{ publicOrigin: team.publicOrigin, trustedProxies: options.trustedProxy },
      // Nothing of the folder that the server was started in is a team's business.
      reviews: openDesk(dataFolder(options), null),
      access: () => openTeam(docket, team, tell),
    });
    if (!options.quiet)
      tell(
        `serving the docket at ${docket.database.name} on ${options.host}, port ${served.port}, to whom ${team.settings.issuer} vouches for.`,
      );
    process.stdout.write(`${served.origin}\n`);
    await stopAsked();
    if (!options.quiet) tell("stopping; requests under way may end");
    await served.stop();
  } catch (error) {
    throw listenFault(error, options);
  } finally {
    await docket.close();
  }
}

/** Done at the first signal to stop; a second one ends the process at once. */
function stopAsked(): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
      resolve();
    };
    let asked = false;
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
      process.once(signal, () => {
        if (asked) return;
        asked = true;
        stop();
      });
  });
}

/** Opens the browser by a file of the user's own: on a command line others could read the link before it is used. */
async function openBrowser({ open }: ServeCommandOptions, link: string): Promise<void> {
  const browser = open ? browserFor(process.platform, process.env) : null;
  if (!browser) return;
  const file = join(tmpdir(), `beholden-${randomUUID()}.html`);
  await writeFile(
    file,
    `<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0; url=${link}"><title>beholden</title>\n`,
    {
      mode: 0o600,
      flag: "wx",
    },
  );
  browser(file);
  setTimeout(() => rm(file, { force: true }), 20_000).unref();
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`--port ${text} is none. Expected a number from 0 to 65535.`);
}

function listenFault(error: unknown, { host, port }: ServeCommandOptions): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === "EADDRINUSE") return new UsageError(`port ${port} is taken on ${host}. Name another with --port; 0 takes any that is free.`);
  if (code === "EACCES") return new UsageError(`port ${port} is not for this user. Name one from 1024 on with --port.`);
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
    return new UsageError(`--host ${host} is no address of this machine. Leave it out.`);
  return error;
}
