import { RequestProblem } from "./problems.js";
import type { Route } from "./route.js";

const patterns = new WeakMap<Route, RegExp>();
/** Of some routes those with a number of parts in their addresses: others cannot match, so they are not tried. */
const tables = new WeakMap<readonly Route[], Map<number, Route[]>>();

/**
 * The route of a request, with the parameters of its address.
 *
 * @throws RequestProblem 404 where there is none, 405 where there is one for other methods
 */
export function findRoute(routes: readonly Route[], method: string, path: string): { route: Route; params: Record<string, string> } {
  const asked = method === "HEAD" ? "GET" : method;
  const here = (tableOf(routes).get(partsIn(path)) ?? []).flatMap((route) => {
    const match = patternOf(route).exec(path);
    return match ? [{ route, values: match.groups ?? {} }] : [];
  });
  if (here.length === 0) {
    throw new RequestProblem(404, "no-route", "There is nothing at this address.", { action: "/api/openapi.json names every address." });
  }
  // An address with fewer parameters is the more exact one.
  const [found] = here
    .filter(({ route }) => route.method === asked)
    .sort((left, right) => Object.keys(left.values).length - Object.keys(right.values).length);
  if (found)
    return { route: found.route, params: Object.fromEntries(Object.entries(found.values).map(([name, text]) => [name, decoded(text)])) };
  const allowed = [...new Set(here.flatMap(({ route }) => (route.method === "GET" ? ["GET", "HEAD"] : [route.method])))].sort();
  throw new RequestProblem(405, "wrong-method", `${method} is not possible here.`, {
    action: `Expected ${allowed.join(" or ")}.`,
    headers: { Allow: allowed.join(", ") },
  });
}

function tableOf(routes: readonly Route[]): Map<number, Route[]> {
  const known = tables.get(routes);
  if (known) return known;
  const table = new Map<number, Route[]>();
  for (const route of routes) table.set(partsIn(route.path), [...(table.get(partsIn(route.path)) ?? []), route]);
  tables.set(routes, table);
  return table;
}

function partsIn(path: string): number {
  return path.split("/").length;
}

function patternOf(route: Route): RegExp {
  const known = patterns.get(route);
  if (known) return known;
  const escaped = route.path.replace(/[.*+?^$()|[\]\\]/g, "\\$&");
  const pattern = new RegExp(`^${escaped.replace(/\{([a-z]+)\}/gi, "(?<$1>[^/]+)")}$`);
  patterns.set(route, pattern);
  return pattern;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new RequestProblem(400, "malformed", "The address is not well-formed.", { action: "Encode it as UTF-8 with percent signs." });
  }
}
