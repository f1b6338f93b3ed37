import type {
  BlockTarget,
  DependencyTime,
  ExitStep,
  Impact,
  ImpactChain,
  ImpactedAsset,
  ImpactedSystem,
  ImpactRange,
  ImpactScenario,
  ImpactState,
  ImpactVerdict,
  RevenueAtStake,
} from "../../model/index.js";
import { grouped, listed } from "../words.js";

export const stateWords = { "goes-on": "goes on", degrades: "degrades", stops: "stops" } satisfies Record<ImpactState, string>;

export const verdictWords = { ...stateWords, "cannot-be-told": "cannot be told" } satisfies Record<ImpactVerdict, string>;

/** What stops at that time. */
export const timeWords = { build: "Build", deploy: "Deploy", run: "Run", restore: "Restore" } satisfies Record<DependencyTime, string>;

/** `Run, restore`. */
export function timesWords(times: readonly DependencyTime[]): string {
  return times.map((time, at) => (at === 0 ? timeWords[time] : time)).join(", ");
}

/** In the order of weight: what stops while it runs comes first. */
export const timesByWeight: readonly DependencyTime[] = ["run", "restore", "deploy", "build"];

/** `stops`, or `goes on to stops` where it cannot be told. */
export function rangeWords({ verdict, least, most }: ImpactRange): string {
  return verdict === "cannot-be-told" ? `open: ${stateWords[least]} or ${stateWords[most]}` : stateWords[least];
}

const blockWords = {
  provider: "provider",
  party: "party, with all that it owns or controls",
  government: "government, with all that it reaches",
} satisfies Record<BlockTarget["kind"], string>;

/** `Alibaba Cloud (provider) in us-west-1, except storefront`. */
export function scenarioWords({ block, regions, except }: ImpactScenario): string {
  const whom = listed(block.map(({ name, kind }) => `${name} (${blockWords[kind]})`));
  const where = regions.length > 0 ? ` in ${listed(regions)}` : "";
  return `${whom}${where}${except.length > 0 ? `, except ${listed(except.map(({ asked }) => asked))}` : ""}`;
}

/** `ban-2027 (1a2b3c4d5e6f)`. */
export function scenarioName({ name, id }: ImpactScenario): string {
  return name ? `${name} (${id})` : id;
}

export function headingOf({ subject, scenario }: Impact): string {
  return `Impact on ${subject} of cutting off ${listed(scenario.block.map(({ name }) => name))} on ${scenario.on}`;
}

/** The chain that weighs most: of what is known before what is only possible, at run time before the others. */
export function weightiest(chains: readonly ImpactChain[]): ImpactChain | undefined {
  const weight = (chain: ImpactChain) => timesByWeight.findIndex((time) => chain.times.includes(time));
  const gravity = ({ state, certainty }: ImpactChain) => (certainty === "sure" ? 0 : 2) + (state === "stops" ? 0 : 1);
  return [...chains].sort((left, right) => gravity(left) - gravity(right) || weight(left) - weight(right))[0];
}

/** `Online shop → Deployment/shop/web → registry.example.com (cut off)`. */
export function chainNames({ hops, blockedName }: ImpactChain): string {
  const [first] = hops;
  return first ? `${[first.fromName, ...hops.map(({ toName }) => toName)].join(" → ")} (cut off)` : `${blockedName} is itself cut off`;
}

/** `At run, it stops`, or that it may. */
export function chainClaim({ times, state, certainty }: ImpactChain): string {
  const verb = { stops: "stop", degrades: "degrade", "goes-on": "go on" }[state];
  return `At ${listed(times)} it ${certainty === "sure" ? stateWords[state] : `may ${verb}`}`;
}

/** Where one step was read. */
export function placeOf({ path, line }: { path: string | null; line: number | null }): string {
  return path === null ? "" : line === null ? path : `${path}:${line}`;
}

/** A number as people read it: thousands apart, one decimal below a hundred. */
export function amount(number: number): string {
  if (number >= 100 || Number.isInteger(number)) return grouped(Math.round(number));
  return number.toFixed(1).replace(/\.0$/, "");
}

export function dollars(usd: number): string {
  return `$${amount(usd)}`;
}

/** An amount of daily revenue; what is not declared counts as nothing, so where any is not, the sum is only what is declared. */
export function revenueText(usd: number, { undeclared }: RevenueAtStake): string {
  return undeclared.length > 0 ? `${dollars(usd)} declared` : dollars(usd);
}

export function dayCount(days: number, atLeast = false): string {
  return `${atLeast ? "at least " : ""}${amount(days)} ${days === 1 ? "day" : "days"}`;
}

/** How the words of a step begin: with what is done. */
export const exitWords = { replace: "Stand up a replacement of", switch: "Switch over", "switch-off": "Switch off" } satisfies Record<
  ExitStep["action"],
  string
>;
export const exitLead = new RegExp(`^(?:${Object.values(exitWords).join("|")}) `);

/** Systems gravest first: those that stop while they run, then the others by weight of time. */
export function byGravity<Told extends Pick<ImpactedSystem | ImpactedAsset, "times" | "name">>(all: readonly Told[]): Told[] {
  const rank = { stops: 0, "cannot-be-told": 1, degrades: 2, "goes-on": 3 } satisfies Record<ImpactVerdict, number>;
  return [...all].sort((left, right) => {
    for (const time of timesByWeight) {
      const difference = rank[left.times[time].verdict] - rank[right.times[time].verdict];
      if (difference !== 0) return difference;
    }
    return left.name < right.name ? -1 : left.name > right.name ? 1 : 0;
  });
}

/** Everything but declared systems that does not go on. */
export function touchedAssets({ assets }: Impact): ImpactedAsset[] {
  return byGravity(assets.filter(({ kind, verdict }) => kind !== "system" && verdict !== "goes-on"));
}

export const serviceWords = (service: string): string => service.replaceAll("-", " ");

/** What no scenario tells apart: what was assumed, what was not read. */
export function limitWords({ problems, leftOut, cycles }: Impact): string[] {
  const serious = problems.filter(({ severity }) => severity !== "note").length;
  const files = leftOut.reduce((sum, one) => sum + one.count, 0);
  return [
    ...(serious > 0 ? [`${serious} ${serious === 1 ? "input was" : "inputs were"} not read whole: what they hold is not in it.`] : []),
    ...(files > 0 ? [`${grouped(files)} ${files === 1 ? "file was" : "files were"} left out.`] : []),
    ...(cycles.length > 0
      ? [`${cycles.length} ${cycles.length === 1 ? "group of things needs" : "groups of things need"} each other in a circle.`]
      : []),
  ];
}
