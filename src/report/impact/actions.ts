/** One thing that a scenario does: cut somebody off, keep to a region, or leave something out of it. */
export interface ScenarioAction {
  does: "block" | "region" | "except";
  name: string;
}

/** How the actions other than a cut-off begin. */
const prefixes = { block: "", region: "in:", except: "except:" } satisfies Record<ScenarioAction["does"], string>;

/** What stands between scenarios and between the actions of one, and what such a sign within a name is written as. */
const [betweenScenarios, betweenActions] = [",", ";"];

/**
 * Scenarios as an address has them, a comma between two and a semicolon between the actions of one: what is cut off, `in:REGION` and `except:NAME`.
 * Signs that have a meaning here stand in names as `%2C`, `%3B` and `%25`. What cuts nothing off is no scenario yet.
 *
 * @example readScenarios("alibaba-cloud;in:us-west-1,RU") // two scenarios, the first of them in one region
 */
export function readScenarios(text: string): ScenarioAction[][] {
  return text
    .split(betweenScenarios)
    .map((one) => one.split(betweenActions).flatMap((part) => readAction(part.trim()) ?? []))
    .filter((actions) => actions.some(({ does }) => does === "block"));
}

/** The same as a text, which `readScenarios` reads. */
export function scenariosText(scenarios: readonly (readonly ScenarioAction[])[]): string {
  return scenarios
    .map((actions) => actions.map(({ does, name }) => prefixes[does] + escaped(name)).join(betweenActions))
    .join(betweenScenarios);
}

function readAction(text: string): ScenarioAction | null {
  const does = (["region", "except"] as const).find((one) => text.startsWith(prefixes[one])) ?? "block";
  const name = text
    .slice(prefixes[does].length)
    .replace(/%(2C|3B|25)/gi, (sign) => decodeURIComponent(sign))
    .trim();
  return name === "" ? null : { does, name };
}

function escaped(name: string): string {
  return name.replace(/[%,;]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
