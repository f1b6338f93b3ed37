import { parse } from "tldts";

const hostLabel = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/;

/** A name in lower case without the root's dot; undefined where it is none that a resolver could be asked for. */
export function plainName(text: string): string | undefined {
  const name = text.trim().toLowerCase().replace(/\.$/, "");
  return name.length <= 253 && name.split(".").every((label) => hostLabel.test(label)) ? name : undefined;
}

/** Whether a name is another one, or lies below it. */
export function isWithin(name: string, suffix: string): boolean {
  return name === suffix || name.endsWith(`.${suffix}`);
}

/** The host patterns that a free text lists, such as `*.a.com, b.com (Beijing)`. */
export function patternsIn(text: string): string[] {
  return text
    .split(",")
    .map((part) =>
      part
        .replace(/\([^()]*\)/g, "")
        .trim()
        .toLowerCase(),
    )
    .filter((pattern) => /^[a-z0-9.*<> _-]+$/.test(pattern));
}

const placeholder = /<[^<>]*>|\*/;
const regionPlaceholder = /<region>/g;

/**
 * The suffix that a host pattern comes down to, with the placeholders that are whole labels on the left taken off; undefined where a
 * placeholder stands elsewhere: a suffix would say more than the pattern.
 */
export function suffixOfPattern(pattern: string): string | undefined {
  const labels = pattern.split(".");
  while (labels.length > 0 && /^(?:<[^<>]*>|\*)$/.test(labels[0] ?? "")) labels.shift();
  const rest = labels.join(".");
  return labels.length < 2 || placeholder.test(rest) ? undefined : plainName(rest);
}

/** The pattern for one region. */
export function patternIn(pattern: string, region: string): string {
  return pattern.replace(regionPlaceholder, region.toLowerCase());
}

/** Whether a pattern names regions. */
export function namesRegions(pattern: string): boolean {
  return pattern.includes("<region>");
}

/**
 * The suffix under which a region's hosts lie: from the label that is or holds the region's id, rightwards. Undefined where the pattern
 * has no such label, or a placeholder in it or right of it.
 */
export function suffixOfRegion(pattern: string, region: string): string | undefined {
  const id = region.toLowerCase();
  const labels = patternIn(pattern, id).split(".");
  const at = labels.findLastIndex((label) => `-${label}-`.includes(`-${id}-`));
  if (at < 0 || at === labels.length - 1) return undefined;
  const rest = labels.slice(at).join(".");
  return placeholder.test(rest) ? undefined : plainName(rest);
}

/** Whether a pattern with placeholders stands for names directly below a suffix, as those of content delivery do. */
export function standsBelow(pattern: string, suffix: string): boolean {
  const labels = pattern.split(".");
  if (labels.shift() !== "*") return false;
  const names = suffix.split(".");
  return labels.length === names.length && labels.every((label, at) => isLabelLike(label, names[at] ?? ""));
}

function isLabelLike(pattern: string, label: string): boolean {
  const [start = "", end, ...more] = pattern.split("*");
  if (end === undefined) return pattern === label;
  return more.length === 0 && label.length >= start.length + end.length && label.startsWith(start) && label.endsWith(end);
}

/** Who may register or publish below a suffix besides its owner, as the Public Suffix List says: `everybody`, `customers`, or nobody. */
export function openTo(suffix: string): "everybody" | "customers" | undefined {
  const { publicSuffix, isIcann, isPrivate } = parse(suffix, { extractHostname: false, detectIp: false, allowPrivateDomains: true });
  if (publicSuffix !== suffix) return undefined;
  if (isPrivate) return "customers";
  // A brand's own top-level domain is in the list too, but only the brand registers there.
  const isBrand = !suffix.includes(".") && suffix.length > 2 && !openTopLevelDomains.has(suffix);
  return isIcann && !isBrand ? "everybody" : undefined;
}

/** Top-level domains that everybody can register under (RFC 920, RFC 1591 and the first additions). */
const openTopLevelDomains = new Set("com net org info biz name pro edu gov mil int arpa".split(" "));
