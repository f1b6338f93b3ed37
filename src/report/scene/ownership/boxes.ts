import type { TracedNode, Verdict } from "../../../model/index.js";
import { type DrawnKind, drawnKind, gapWords } from "../../trace/party-kind.js";
import { gravest, placeWords } from "../../trace/words.js";
import { counted } from "../../words.js";
import { faces, lineHeight, type TextClass } from "../draw.js";
import type { LooseBox } from "../layout/placed.js";
import { linesOf } from "../letters.js";
import { insetOf, type Shape, type Sign } from "../shapes.js";
import type { IndirectShare } from "./indirect.js";
import type { Folded, Gap } from "./view.js";
import { totalWords, verdictLine } from "./words.js";

/** A box of the chart: what it says, and how it looks. */
export interface OwnershipBox extends LooseBox {
  shape: Shape;
  /** Classes of its group. */
  look: string;
  sign: Sign;
  lines: { text: string; look: TextClass }[];
  /** The whole name where some of it had no room. */
  cut?: string;
  /** Dots above it: no owner is on file. */
  unsought?: boolean;
  /** Parties on file that are tied to it and not in the answer: a badge at its foot. */
  more?: number;
}

const width = 216;
/** Between the signs at the sides. */
const room = width - 2 * 26;
const padding = 10;
/** Room for the dots above a party of which no owner is on file. */
const stub = 22;
const nameLines = 4;
/** Room at the foot of a box for what is not shown: a badge that can be pressed. */
export const badgeRoom = 30;

/** Shape and word say what a party is; a gap is outlined alike and told by its sign and its word. */
export const shapes = {
  company: "plain",
  person: "round",
  state: "pointed",
  fund: "roof",
  aggregate: "stack",
  "not-known": "round",
  "not-disclosed": "round",
  "not-looked-for": "round",
} satisfies Record<DrawnKind, Shape>;

/** `?` nobody on record can say who it is; a crossed circle: kept back; three dots: nobody has looked yet. */
export const gapSigns = { "not-known": "question", "not-disclosed": "none", "not-looked-for": "dots" } satisfies Partial<
  Record<DrawnKind, Sign>
>;

const gravities = { yes: "high", "cannot-be-excluded": "moderate", no: "clear" } satisfies Record<Verdict, string>;
const signsOf = { yes: "octagon", "cannot-be-excluded": "diamond", no: "ring" } satisfies Record<Verdict, Sign>;

/** A party: its shape by what it is, its fill and sign by how the regimes see it. */
export function partyBox(
  node: TracedNode,
  share: IndirectShare | undefined,
  { unsought, isSubject, more }: { unsought: boolean; isSubject: boolean; more: number },
): OwnershipBox {
  const kind = drawnKind(node);
  const gap = kind in gapSigns ? (kind as keyof typeof gapSigns) : null;
  const isUnknown = gap !== null;
  const name = linesOf(isUnknown ? (node.note ?? node.name) : node.name, room, faces.name, nameLines);
  const total = share && (share.chains.length > 1 || (share.chains[0]?.links.length ?? 1) > 1) ? share.total : undefined;
  const texts = [
    ...(gap ? lines(`${gapWords[gap].charAt(0).toUpperCase()}${gapWords[gap].slice(1)}`, 2) : []),
    ...name.lines.map((text) => ({ text, look: (isUnknown ? "about" : "name") as TextClass })),
    ...(isUnknown ? [] : lines(placeWords(node), 2)),
    ...(total ? lines(`in all ${totalWords({ total })}`, 2) : []),
    ...lines(verdictLine(node), 3),
  ];
  const verdict = gravest(node);
  return {
    ...sized(node.id, shapes[kind], texts, more),
    look: `box ${isUnknown ? "unknown" : gravities[verdict]}${isSubject ? " subject" : ""}`,
    sign: gap ? gapSigns[gap] : signsOf[verdict],
    ...(name.cut ? { cut: node.name } : {}),
    ...(unsought ? { unsought, above: stub } : {}),
  };
}

/** A share that nobody on file holds. */
export function gapBox({ party }: Gap): OwnershipBox {
  const texts = lines("On no record: who holds it is unknown", 2);
  return { ...sized(gapId(party), "round", texts, 0), look: "box unrecorded", sign: "question" };
}

export function gapId(party: string): string {
  return `unrecorded ${party}`;
}

/** Parties that are drawn as one. */
export function foldedBox(group: Folded, nameOf: (id: string) => string): OwnershipBox {
  const { id, members } = group;
  const [first = ""] = members;
  const texts = [
    { text: `+${members.length}`, look: "name" as const },
    ...lines(`${groupWords(group)}: ${nameOf(first)}${members.length > 1 ? " …" : ""}`, 4),
  ];
  return { ...sized(id, "stack", texts, 0), look: "box folded", sign: "square" };
}

/** `3 parties above, of CN`; of a group for want of room, that it is one. */
export function groupWords({ members, side, why, country }: Folded): string {
  const many = `${counted(members.length, "party", "parties")} ${side}`;
  return why === "country" ? `${many}, of ${country}` : why === "asked" ? many : `${many}, no room for all`;
}

function lines(text: string, most: number): { text: string; look: TextClass }[] {
  return linesOf(text, room, faces.about, most).lines.map((line) => ({ text: line, look: "about" }));
}

function sized(
  id: string,
  shape: Shape,
  texts: OwnershipBox["lines"],
  more: number,
): Pick<OwnershipBox, "id" | "shape" | "lines" | "width" | "height" | "inset" | "more"> {
  const height = texts.length * lineHeight + 2 * padding + (more > 0 ? badgeRoom : 0);
  return { id, shape, lines: texts, width, height, inset: insetOf(shape, height), ...(more > 0 ? { more } : {}) };
}
