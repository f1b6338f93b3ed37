import type { Route } from "../route.js";
import { caseRoutes } from "./cases.js";
import { sessionRoutes } from "./session.js";

/** Everything that can be asked over HTTP: a new resource is one file and one line. */
export const routes: readonly Route[] = [...sessionRoutes, ...caseRoutes];
