import { accessSync, constants } from "node:fs";
import { join } from "node:path";

/** What a machine tells of where its programs are. */
export interface Machine {
  platform: string;
  /** `BEHOLDEN_CHROMIUM`: a browser that the user names; `none` for no PDF. */
  named: string | undefined;
  /** The folders of PATH. */
  path: string | undefined;
}

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "microsoft-edge"];

const places: Record<string, string[]> = {
  darwin: [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  win32: [
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
  ],
};

/** Everywhere a Chromium is looked for, in order: what the user names alone, else the folders of PATH, else the usual places. */
export function chromiumPlaces({ platform, named, path = "" }: Machine): string[] {
  if (named === "none") return [];
  if (named) return [named];
  const [separator, ending] = platform === "win32" ? [";", ".exe"] : [":", ""];
  const folders = path.split(separator).filter(Boolean);
  return [...names.flatMap((name) => folders.map((folder) => join(folder, `${name}${ending}`))), ...(places[platform] ?? [])];
}

/** The Chromium that prints letters; null where none is found. Nothing is ever downloaded. */
export function findChromium(machine: Machine): string | null {
  return chromiumPlaces(machine).find(isProgram) ?? null;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
