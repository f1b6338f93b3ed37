import { expect, it } from "vitest";
import { caseScreens, globalScreens, reviewScreens } from "../frame/screens.js";
import { routesOfWorkbench, screenStates } from "./screen-states.js";

it("every route of the workbench has a line in the table of states, and every line a route", () => {
  expect(screenStates.map(({ route }) => route).sort()).toEqual(routesOfWorkbench().sort());
});

it("every screen that one can go to is a route", () => {
  const all = [
    ...globalScreens.map(({ path }) => path),
    ...reviewScreens.map(({ path }) => `/reviews/:review${path}`),
    ...caseScreens.map(({ path }) => `/cases/:case${path}`),
  ];
  expect(all.filter((path) => !routesOfWorkbench().includes(path))).toEqual([]);
});
