import { join } from "node:path";
import { expect, it } from "vitest";
import { dataFolder } from "./data-folder.js";

it("takes the option, then the environment, then the platform's folder", () => {
  const home = "/home/ann";
  const from = (platform: NodeJS.Platform, environment: Record<string, string>, data?: string) =>
    dataFolder(data ? { data } : {}, platform, environment, home);
  expect(from("linux", { BEHOLDEN_DATA: "/env", XDG_DATA_HOME: "/xdg" }, "/option")).toBe("/option");
  expect(from("linux", { BEHOLDEN_DATA: "/env", XDG_DATA_HOME: "/xdg" })).toBe("/env");
  expect(from("linux", { XDG_DATA_HOME: "/xdg" })).toBe(join("/xdg", "beholden"));
  expect(from("linux", { XDG_DATA_HOME: "relative" })).toBe(join(home, ".local", "share", "beholden"));
  expect(from("linux", { BEHOLDEN_DATA: "" })).toBe(join(home, ".local", "share", "beholden"));
  expect(from("darwin", { XDG_DATA_HOME: "/xdg" })).toBe(join(home, "Library", "Application Support", "beholden"));
  expect(from("win32", { LOCALAPPDATA: "/local" })).toBe(join("/local", "beholden"));
  expect(from("win32", {})).toBe(join(home, "AppData", "Local", "beholden"));
});
