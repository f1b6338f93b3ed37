import { RequestProblem } from "../problems.js";

/** The header that every request that changes something carries: a form of another site cannot set one. */
export const requestHeader = "Beholden-Request";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Checks that a request was sent to this server by its name: a site that points its own name at this machine (DNS rebinding) has another one.
 *
 * @throws RequestProblem 400 or 421
 */
export function checkHost(request: Request, origins: readonly string[]): void {
  const host = request.headers.get("Host")?.toLowerCase();
  if (host === undefined) throw new RequestProblem(400, "no-host", "The request names no host.", { action: "Send a Host header." });
  if (!origins.some((origin) => hostsOf(origin).includes(host)))
    throw new RequestProblem(421, "wrong-host", "This server does not answer to that name.", { action: `Use ${origins[0]}.` });
}

const known = new Map<string, readonly string[]>();

/** The host of an origin as it is written, and with its port, though it is the usual one of the scheme. */
function hostsOf(origin: string): readonly string[] {
  const found = known.get(origin);
  if (found) return found;
  const { host, hostname, port, protocol } = new URL(origin);
  const hosts = [host, `${hostname}:${port || (protocol === "https:" ? 443 : 80)}`];
  known.set(origin, hosts);
  return hosts;
}

/**
 * Checks that a request for data comes from a page of this server or from no page at all, and that one that changes something says so in a header
 * which no form of another site can set.
 *
 * @throws RequestProblem 403
 */
export function checkOrigin(request: Request, origins: readonly string[]): void {
  const origin = request.headers.get("Origin");
  const site = request.headers.get("Sec-Fetch-Site");
  const foreign = (origin !== null && !origins.includes(origin)) || (site !== null && site !== "same-origin" && site !== "none");
  if (foreign) {
    throw new RequestProblem(403, "foreign-origin", "The request comes from a page of another site.", {
      action: `Send it from ${origins[0]} or from a program without a browser.`,
    });
  }
  if (!safeMethods.has(request.method) && request.headers.get(requestHeader) === null) {
    throw new RequestProblem(403, "no-request-header", `The header ${requestHeader} is missing.`, {
      action: `Send ${requestHeader}: 1 with every request that changes something. It shows that no form of another site sent it.`,
    });
  }
}
