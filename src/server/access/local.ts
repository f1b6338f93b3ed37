import { createHash, randomBytes } from "node:crypto";
import { Hono } from "hono";
import { roles } from "../../model/index.js";
import { problemAnswer, RequestProblem } from "../problems.js";
import { type Access, personOf } from "./access.js";
import { pageAnswer, styleAnswer, stylePath, wrongLink as wrongLinkPage } from "./pages.js";

/** Wrong links in a row before the open one is void. */
const mostAttempts = 10;
/** Sessions that are open at once; the oldest ends first. */
const mostSessions = 50;
const longestSession = 7 * 24 * 3_600_000;

export interface LocalOptions {
  /** The person at this machine, as the journal will name them. */
  name: string;
  /** Cookies of one host are shared by all its ports: the name tells one server from another. */
  port: () => number;
  clock: () => Date;
  /** Told of a new link where the one before was voided by wrong attempts. */
  onVoid: (path: string) => void;
}

/** The access of one machine: a link that is good once opens a session of the person who started the server, who holds every role. */
export interface LocalAccess extends Access {
  /** Makes the link that opens the next session; the one before is worthless from then on. */
  newLink(): string;
}

/**
 * Lets in whoever brings the link that was printed: the token is used once, becomes a cookie that no script reads and no other site sends, and is
 * worthless then. After ten wrong ones the link is void and another is made.
 */
export function localAccess({ name, port, clock, onVoid }: LocalOptions): LocalAccess {
  // Only digests are kept: comparing them by key tells nothing of a token by its time.
  let link: string | null = null;
  let attempts = 0;
  const sessions = new Map<string, number>();
  const cookieName = () => `beholden-${port()}`;

  const newLink = (): string => {
    const token = randomBytes(32).toString("base64url");
    link = digest(token);
    attempts = 0;
    return `/enter?token=${token}`;
  };

  const open = (): string => {
    const secret = randomBytes(32).toString("base64url");
    const [oldest] = sessions.keys();
    if (sessions.size >= mostSessions && oldest !== undefined) sessions.delete(oldest);
    sessions.set(digest(secret), clock().getTime() + longestSession);
    return secret;
  };

  const sessionOf = (request: Request): string | null => {
    const secret = cookieOf(request, cookieName());
    const key = secret === null ? null : digest(secret);
    const until = key === null ? undefined : sessions.get(key);
    if (key === null || until === undefined) return null;
    if (until > clock().getTime()) return key;
    sessions.delete(key);
    return null;
  };

  const pages = new Hono();
  pages.get(stylePath, styleAnswer);
  pages.get("/enter", (c) => {
    const token = c.req.query("token") ?? "";
    if (link === null || digest(token) !== link) {
      attempts += 1;
      if (link !== null && attempts >= mostAttempts) onVoid(newLink());
      // People see a page, programs what they can read.
      return /\btext\/html\b/.test(c.req.header("Accept") ?? "") ? pageAnswer(wrongLinkPage) : problemAnswer(wrongLink());
    }
    link = null;
    c.header("Set-Cookie", `${cookieName()}=${open()}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${longestSession / 1000}`);
    return c.redirect("/", 303);
  });

  return {
    kind: "local",
    limits: null,
    pages,
    newLink,
    person: async (request) => {
      const session = sessionOf(request);
      return session === null ? null : personOf(name, roles, session.slice(0, 16));
    },
    leave: async (request) => {
      const session = sessionOf(request);
      if (session !== null) sessions.delete(session);
      const headers = new Headers({ "Set-Cookie": `${cookieName()}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0` });
      return { headers, onward: null };
    },
  };
}

/** The value of a cookie; null where the request has none of that name, or several. */
export function cookieOf(request: Request, name: string): string | null {
  const found = (request.headers.get("Cookie") ?? "")
    .split(";")
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  return found.length === 1 ? (found[0] ?? null) : null;
}

function digest(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

function wrongLink(): RequestProblem {
  return new RequestProblem(401, "wrong-link", "This link is used, void or not one of this server.", {
    action: "Press Enter where `beholden serve` runs: it prints a new link. Each opens one session.",
  });
}
