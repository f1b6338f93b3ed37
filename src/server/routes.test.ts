import type { Command } from "commander";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commandLine } from "../cli/program.js";
import { allowed, type Role, roles } from "../model/index.js";
import type { Route } from "./route.js";
import { routes } from "./routes/registry.js";
import { type SampleServer, sampleServer } from "./sample-server.js";

/** Commands without a route, each with its ground. */
const withoutRoute: Readonly<Record<string, string>> = {
  serve: "it is the server",
  "reference import": "it changes what every answer stands on: it is run where the folder of data is",
  "reference update": "it fetches from the network, which the server never does by itself",
};

function commandsOf(command: Command, before: string[] = []): string[] {
  return command.commands.flatMap((one) => {
    const words = [...before, one.name()];
    // `screen` is asked itself, and has a command below it.
    const own = one.commands.length === 0 || one.registeredArguments.length > 0 ? [words.join(" ")] : [];
    return [...own, ...commandsOf(one, words)];
  });
}

describe("routes and commands", () => {
  it("has a route for every command, but for those that say why not", () => {
    const routed = new Set(routes.flatMap(({ commands }) => commands));
    const all = commandsOf(commandLine("0"));
    expect(all.filter((name) => !routed.has(name)).sort()).toEqual(Object.keys(withoutRoute).sort());
    expect([...routed].filter((name) => !all.includes(name))).toEqual([]);
  });

  it("gives each address and method one meaning, and each parameter a schema", () => {
    expect(new Set(routes.map(({ method, path }) => `${method} ${path.replace(/\{\w+\}/g, "{}")}`)).size).toBe(routes.length);
    for (const { path, params } of routes) {
      expect(
        Object.keys(params?.shape ?? {}).map((name) => `{${name}}`),
        path,
      ).toEqual(path.match(/\{\w+\}/g) ?? []);
    }
  });
});

describe("who may do what", () => {
  let server: SampleServer;
  beforeAll(async () => {
    server = await sampleServer({
      limits: { session: { burst: 10_000, perSecond: 10_000 }, stranger: { burst: 10_000, perSecond: 10_000 } },
    });
    await server.ask("POST", "/api/cases", { body: { id: "A-1", caption: "Acme" } });
  });
  afterAll(() => server.stop());

  const cases = routes.flatMap((route) => [...roles.map((role): [Route, Role | null] => [route, role]), [route, null] as [Route, null]]);
  it.each(cases.map(([route, role]) => [route.method, route.path, role ?? "nobody", route] as const))(
    "%s %s as %s",
    async (method, path, role, route) => {
      const address = path
        .replace(/\{case\}/, "A-1")
        .replace(/\{number\}/, "1")
        .replace(/\{\w+\}/g, "none");
      const { status } = await server.ask(method, address, { as: role === "nobody" ? null : [role as Role] });
      expect(statusFor(route, role as Role | "nobody")).toContain(status === 401 || status === 403 ? status : "passes");
      expect(status).toBeLessThan(500);
    },
  );
});

function statusFor({ permission }: Route, role: Role | "nobody"): (number | "passes")[] {
  if (permission === "open") return ["passes"];
  if (role === "nobody") return [401];
  return [permission === "signed-in" || allowed[role].includes(permission) ? "passes" : 403];
}
