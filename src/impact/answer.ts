import { daysBetween } from "../decide/impact/exit-plan.js";
import { type Day, type Impact, type ImpactedSystem, type ImpactScenario, impactVerdicts } from "../model/index.js";

type Parts = Pick<Impact, "totals" | "systems" | "blocked" | "data" | "revenue" | "exit" | "entities" | "contracts">;

/** The answer in sentences, the gravest first. */
export function answerOf(scenario: ImpactScenario, parts: Parts, asOf: Day): string[] {
  return [
    whatIsCutOff(scenario, parts, asOf),
    ...(parts.totals.blocked === 0 ? ["Nothing that was read is of it: everything goes on, as far as the artefacts tell."] : []),
    ...(parts.totals.blocked > 0
      ? [systemsSentence(parts), ...revenueSentences(parts), ...dataSentences(parts), exitSentence(parts, scenario)]
      : []),
  ];
}

function whatIsCutOff({ block, regions, except, on }: ImpactScenario, { totals }: Parts, asOf: Day): string {
  const whom = listed(block.map(({ name, kind }) => (kind === "government" ? `whatever ${name} reaches` : name)));
  const where = regions.length > 0 ? ` in ${listed(regions)}` : "";
  const but = except.length > 0 ? `, except ${listed(except.map(({ asked }) => asked))}` : "";
  const days = daysBetween(asOf, on);
  const when = days === 0 ? `on ${on}` : `on ${on}, ${days} ${days === 1 ? "day" : "days"} from the day of the review`;
  const { stops, degrades, "cannot-be-told": open, "goes-on": on_ } = totals.assets;
  return `Cut off ${when}: ${whom}${where}${but}. That is ${totals.blocked} of ${stops + degrades + open + on_} things in use.`;
}

/** By what becomes of them while they run; what else stops is told beside. */
function systemsSentence({ systems, totals }: Parts): string {
  if (systems.length === 0) {
    const { stops, degrades, "cannot-be-told": open } = totals.assets;
    return `No systems are declared: of the assets ${stops} stop, ${degrades} degrade, and of ${open} it cannot be told.`;
  }
  const atRun = impactVerdicts.flatMap((verdict) => {
    const its = systems.filter((one) => one.times.run.verdict === verdict);
    const [one, more] = runWords[verdict];
    return its.length > 0 ? [`${listed(its.map(withOtherTimes))} ${its.length === 1 ? one : more}`] : [];
  });
  return `While they run: ${atRun.join("; ")}.`;
}

const runWords = {
  stops: ["stops", "stop"],
  degrades: ["degrades", "degrade"],
  "cannot-be-told": ["may stop or go on, which cannot be told", "may stop or go on, which cannot be told"],
  "goes-on": ["goes on", "go on"],
} as const;

const otherTimes = ["build", "deploy", "restore"] as const;

function withOtherTimes(system: ImpactedSystem): string {
  const worse = otherTimes.filter((time) => system.times[time].least === "stops" && system.times.run.least !== "stops");
  return worse.length > 0 ? `${system.name} (cannot ${listed(worse)})` : system.name;
}

function revenueSentences({ revenue }: Parts): string[] {
  const sums = [
    revenue.stopsUsd > 0 ? `${dollars(revenue.stopsUsd)} of systems that stop` : "",
    revenue.degradesUsd > 0 ? `${dollars(revenue.degradesUsd)} of systems that degrade` : "",
    revenue.cannotBeToldUsd > 0 ? `${dollars(revenue.cannotBeToldUsd)} of systems of which it cannot be told` : "",
  ].filter(Boolean);
  const undeclared = revenue.undeclared.length > 0 ? ` Not declared for ${listed(revenue.undeclared)}.` : "";
  if (sums.length === 0) return undeclared ? [`Daily revenue at stake is not declared.${undeclared}`] : [];
  return [`Daily revenue at stake: ${listed(sums)}.${undeclared}`];
}

function dataSentences({ data }: Parts): string[] {
  if (data.length === 0) return [];
  const gigabytes = data.reduce((sum, one) => sum + (one.gigabytes ?? 0), 0);
  const hours = data.reduce((sum, one) => sum + (one.hours ?? 0), 0);
  const unsized = data.filter((one) => one.gigabytes === null).map((one) => one.holding);
  const unrated = data.filter((one) => one.hours === null).map((one) => one.holding);
  const size = gigabytes > 0 ? `${unsized.length > 0 ? "at least " : ""}${amount(gigabytes)} GB` : "of unknown size";
  const time = hours > 0 ? `, ${unrated.length > 0 ? "at least " : ""}${amount(hours)} hours at the rates known` : "";
  const unknown = unsized.length > 0 && gigabytes > 0 ? ` The size of ${listed(unsized)} is not known.` : "";
  return [`Data to be moved: ${data.length} ${data.length === 1 ? "holding" : "holdings"}, ${size}${time}.${unknown}`];
}

function exitSentence({ exit }: Parts, { on }: ImpactScenario): string {
  if (exit.steps.length === 0) return "Nothing has to be moved.";
  if (exit.days === 0 && exit.atLeast) return `How long leaving takes is not declared; ${days(exit.available)} are left until ${on}.`;
  const takes = `Leaving takes ${exit.atLeast ? "at least " : ""}${days(exit.days)}`;
  const unknown = exit.unknown.length > 0 ? ` What is not declared counts as 0 days.` : "";
  if (exit.daysLate > 0)
    return `${takes}, and ${days(exit.available)} are left until ${on}: it is ${exit.atLeast ? "at least " : ""}${days(exit.daysLate)} late.${unknown}`;
  return `${takes}; ${days(exit.available)} are left until ${on}: enough${exit.atLeast ? ", as far as is known" : ""}.${unknown}`;
}

function days(number: number): string {
  return `${amount(number)} ${number === 1 ? "day" : "days"}`;
}

function amount(number: number): string {
  const rounded = number >= 100 ? Math.round(number) : Math.round(number * 10) / 10;
  return String(rounded).replace(/\B(?=(\d{3})+$)/g, ",");
}

function dollars(usd: number): string {
  return `$${amount(usd)}`;
}

function listed(all: readonly string[]): string {
  return all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
}
