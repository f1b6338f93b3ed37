import { type AttributedObservation, byText, type Change, type ComparedInput } from "../model/index.js";

/** What became of the things seen, and which change each of them belongs to, by the ids of either review. */
export interface ObservationChanges {
  changes: Change[];
  before: ReadonlyMap<string, string>;
  after: ReadonlyMap<string, string>;
}

/** Inputs that attribution depends on, as far as they differ: the one that brought another answer, null where it may be either. */
export interface ObservationOrigin {
  attribution: ComparedInput | null;
}

interface Pair {
  old?: AttributedObservation;
  now?: AttributedObservation;
  how: "same" | "moved" | "changed" | "added" | "removed";
}

/**
 * Matches the things seen in two reviews: in the same place; on another line; in another file; the same resource with other words. What
 * is left is new or gone. The order in which they stand in the reviews does not matter.
 */
export function compareObservations(
  before: readonly AttributedObservation[],
  after: readonly AttributedObservation[],
  origin: ObservationOrigin,
): ObservationChanges {
  const pairs = matched(before, after);
  const changed = new Map<string, Pair[]>();
  const [ofBefore, ofAfter] = [new Map<string, string>(), new Map<string, string>()];
  for (const pair of pairs) {
    if (pair.how === "same" && !trafficDiffers(pair)) continue;
    const id = `observation:${thingOf(pair.now ?? pair.old)}`;
    changed.set(id, [...(changed.get(id) ?? []), pair]);
    if (pair.old) ofBefore.set(pair.old.id, id);
    if (pair.now) ofAfter.set(pair.now.id, id);
  }
  const seen = [...changed].map(([id, all]) => seenChange(id, all));
  const attributed = attributionChanges(pairs, origin);
  return { changes: [...seen, ...attributed].sort((left, right) => byText(left.id, right.id)), before: ofBefore, after: ofAfter };
}

function matched(before: readonly AttributedObservation[], after: readonly AttributedObservation[]): Pair[] {
  const pairs: Pair[] = [];
  let [old, now] = [[...before], [...after]];
  const steps: [Pair["how"], (one: AttributedObservation) => string | undefined][] = [
    ["same", (one) => JSON.stringify([placeOf(one), contentOf(one)])],
    ["moved", (one) => JSON.stringify([one.path, contentOf(one)])],
    ["moved", contentOf],
    ["changed", (one) => (one.context?.address ? JSON.stringify([one.path, one.kind, one.context.address]) : undefined)],
  ];
  for (const [how, key] of steps) ({ old, now } = pairUp(old, now, how, key, pairs));
  return [
    ...pairs,
    ...old.map((one) => ({ old: one, how: "removed" as const })),
    ...now.map((one) => ({ now: one, how: "added" as const })),
  ];
}

function pairUp(
  before: AttributedObservation[],
  after: AttributedObservation[],
  how: Pair["how"],
  key: (one: AttributedObservation) => string | undefined,
  pairs: Pair[],
): { old: AttributedObservation[]; now: AttributedObservation[] } {
  const [olds, nows] = [grouped(before, key), grouped(after, key)];
  const paired = new Set<AttributedObservation>();
  for (const [name, group] of olds) {
    const others = nows.get(name) ?? [];
    for (const [at, old] of group.entries()) {
      const now = others[at];
      if (!now) break;
      pairs.push({ old, now, how });
      paired.add(old).add(now);
    }
  }
  return { old: before.filter((one) => !paired.has(one)), now: after.filter((one) => !paired.has(one)) };
}

function grouped(
  all: AttributedObservation[],
  key: (one: AttributedObservation) => string | undefined,
): Map<string, AttributedObservation[]> {
  const groups = new Map<string, AttributedObservation[]>();
  for (const one of all) {
    const name = key(one);
    if (name === undefined) continue;
    const group = groups.get(name);
    if (group) group.push(one);
    else groups.set(name, [one]);
  }
  for (const group of groups.values()) group.sort(byPlace);
  return groups;
}

function byPlace(left: AttributedObservation, right: AttributedObservation): number {
  return (
    byText(left.path, right.path) ||
    (left.line ?? 0) - (right.line ?? 0) ||
    (left.column ?? 0) - (right.column ?? 0) ||
    byText(contentOf(left), contentOf(right)) ||
    byText(left.id, right.id)
  );
}

function placeOf({ path, line, column }: AttributedObservation): string {
  return JSON.stringify([path, line, column]);
}

/** What was seen, wherever it stands and however often. */
function contentOf({ kind, value, traffic, context }: AttributedObservation): string {
  const { address, region, providerSource, version, claimedOrigin, claimedProvider, use } = context ?? {};
  return JSON.stringify([
    kind,
    value,
    traffic?.direction,
    address,
    region,
    providerSource,
    version,
    claimedOrigin,
    claimedProvider?.name,
    use,
  ]);
}

function thingOf(one: AttributedObservation | undefined): string {
  if (!one) return "";
  const { kind, value, context, traffic } = one;
  return [
    kind,
    context?.address ?? value,
    ...(context?.address && context.address !== value ? [value] : []),
    ...(traffic ? ["traffic"] : []),
  ].join(" ");
}

function trafficDiffers({ old, now }: Pair): boolean {
  return volumeOf(old) !== volumeOf(now);
}

function volumeOf(one: AttributedObservation | undefined): string {
  return one?.traffic ? JSON.stringify([one.traffic.bytesSent, one.traffic.bytesReceived, one.traffic.connections]) : "";
}

function seenChange(id: string, pairs: Pair[]): Change {
  const hows = new Set(pairs.map((one) => one.how).filter((one) => one !== "moved" && one !== "same"));
  const [how = pairs.some((one) => one.how === "moved" && !trafficDiffers(one)) ? "moved" : "changed", ...others] = hows;
  const places = (side: "old" | "now") => placesText(pairs.flatMap((one) => one[side] ?? []));
  return {
    id,
    area: "artefacts",
    kind: "observation",
    change: others.length > 0 ? "changed" : how,
    by: "artefacts",
    what: id.slice("observation:".length),
    before: places("old"),
    after: places("now"),
    from: null,
    until: null,
    about: [...new Set(pairs.flatMap(({ old, now }) => [old, now].flatMap((one) => providerTag(one))))].sort(byText),
    sources: [],
  };
}

function providerTag(one: AttributedObservation | undefined): string[] {
  return one?.attribution.provider ? [`provider:${one.attribution.provider}`] : [];
}

/** The first places, and how many more; what was seen there where that is not the same everywhere. */
function placesText(all: AttributedObservation[]): string | null {
  if (all.length === 0) return null;
  const told = [...all].sort(byPlace).map((one) => {
    const region = one.context?.region ? ` (${one.context.region})` : "";
    const bytes = one.traffic ? ` (${one.traffic.bytesSent} bytes sent, ${one.traffic.bytesReceived} received)` : "";
    return `${one.path}${one.line ? `:${one.line}` : ""}${region}${bytes}`;
  });
  const places = [...new Set(told)];
  return places.length > 3 ? `${places.slice(0, 3).join(", ")} and ${places.length - 3} more` : places.join(", ");
}

/** The same thing seen, and another answer to who stands behind it. */
function attributionChanges(pairs: Pair[], { attribution }: ObservationOrigin): Change[] {
  const byId = new Map<string, Change>();
  for (const { old, now } of pairs) {
    if (!old || !now || contentOf(old) !== contentOf(now)) continue;
    const [before, after] = [standing(old), standing(now)];
    if (before === after) continue;
    const id = `attribution:${thingOf(now)}`;
    const about = [...new Set([...(byId.get(id)?.about ?? []), `seen:${old.id}`, `seen:${now.id}`])].sort(byText);
    byId.set(id, {
      id,
      area: "facts",
      kind: "attribution",
      change: "changed",
      by: attribution,
      what: `who stands behind ${thingOf(now)}`,
      before,
      after,
      from: null,
      until: null,
      about,
      sources: [],
    });
  }
  return [...byId.values()];
}

function standing({ attribution: { provider, operator, owner, region, servedFrom, technology } }: AttributedObservation): string {
  if (!provider) return "nobody on file";
  return [
    provider,
    operator ? `run by ${operator}` : "",
    owner ? `owned by ${owner}` : "",
    [region, servedFrom].filter(Boolean).join(", "),
    technology ? `technology of ${technology.author}` : "",
  ]
    .filter(Boolean)
    .join("; ");
}
