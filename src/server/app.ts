import type { HttpBindings } from "@hono/node-server";
import { getConnInfo } from "@hono/node-server/conninfo";
import { type Context, Hono } from "hono";
import { type Answering, answerRequest } from "./answering.js";
import { KeptAnswers } from "./kept-answers.js";
import { send } from "./pieces.js";
import { type Faults, problemAnswer, problemOf, RequestProblem } from "./problems.js";
import type { Route } from "./route.js";
import { findRoute } from "./route-table.js";
import { callerOf } from "./security/caller.js";
import { secured } from "./security/headers.js";
import { checkHost, checkOrigin } from "./security/origin.js";
import { RateLimit } from "./security/rate.js";
import { Turns } from "./turns.js";
import { UploadRoom } from "./upload-room.js";
import { type WebFiles, webAnswer } from "./web-files.js";

export interface AppOptions extends Omit<Answering, "kept" | "room">, Faults {
  /** Read by the first who asks for data: pages and files need none. */
  routes: () => Promise<readonly Route[]>;
  /** The origins that it answers to, the one to tell people first. */
  origins: () => readonly string[];
  web: WebFiles;
  /** Addresses of proxies in front of it. */
  trustedProxies?: readonly string[];
}

/**
 * The server: every check that a request passes stands here, in its order, so that no route can leave one out.
 *
 * @example const answer = await createApp(options).request("http://127.0.0.1:8437/api/health");
 */
export function createApp(options: AppOptions): Hono {
  const { access, limits, clock, origins, routes, web, trustedProxies = [] } = options;
  const now = () => clock().getTime();
  const strangers = new RateLimit(limits.stranger, now);
  const sessions = new RateLimit(limits.session, now);
  const turns = new Turns(() => options.docket.database.isWriting());
  const answering: Answering = { ...options, kept: new KeptAnswers(), room: new UploadRoom(limits.uploads, limits.uploadsOfOne) };

  const answer = async (c: Context): Promise<Response> => {
    const request = c.req.raw;
    const url = new URL(request.url);
    checkHost(request, origins());
    if (url.pathname.length + url.search.length > limits.address) throw tooLong();
    const isData = url.pathname === "/api" || url.pathname.startsWith("/api/");
    if (!isData && (request.method === "GET" || request.method === "HEAD")) {
      const file = webAnswer(web, url.pathname);
      if (file) return file;
    }
    const person = await access.person(request);
    const caller = person?.session ?? callerOf(request, addressOf(c), trustedProxies);
    (person ? sessions : strangers).take(caller);
    if (!isData) return access.pages.fetch(request, c.env);
    checkOrigin(request, origins());
    const { route, params } = findRoute(await routes(), request.method, url.pathname);
    await turns.next(caller);
    return answerRequest(route, request, params, person, answering);
  };

  access.pages.onError((error) => {
    throw error;
  });
  const app = new Hono();
  app.all("*", async (c) => {
    const encrypted = origins().some((origin) => origin.startsWith("https:"));
    try {
      const made = await answer(c);
      // What nobody reads would stay open: of HEAD only the headers go out.
      if (c.req.raw.method === "HEAD") await made.body?.cancel();
      // A script that works beside a page has the policy that it came with.
      const page = /^text\/(html|javascript)/.test(made.headers.get("Content-Type") ?? "") && !made.headers.has("Content-Disposition");
      return send(secured(made, { page, encrypted }), c.req.raw.method, (c.env as Partial<HttpBindings> | undefined)?.outgoing);
    } catch (error) {
      const { problem, reference } = problemOf(error, options);
      return secured(problemAnswer(problem, reference), { page: false, encrypted });
    }
  });
  return app;
}

/** The address of whoever asks; tests have no connection. */
function addressOf(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? "unknown";
  } catch {
    return "unknown";
  }
}

function tooLong(): RequestProblem {
  return new RequestProblem(414, "address-too-long", "The address is too long.", { action: "Ask for less at once." });
}
