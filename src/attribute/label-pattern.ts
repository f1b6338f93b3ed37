/** A host pattern such as `<account>.dkr.ecr.<region>.amazonaws.com` or `oss-*.aliyuncs.com`, ready to be matched. */
export interface LabelPattern {
  text: string;
  /** From the right: the label nearest to the root first. */
  labels: LabelPart[];
  /** The constant labels at the right end, such as `amazonaws.com`. */
  constantEnd: string;
  /** Constant characters, a measure of how narrow the pattern is. */
  constants: number;
}

interface LabelPart {
  /** Constant pieces between the placeholders; one piece means a constant label. */
  pieces: string[];
  names: string[];
  /** The label is a placeholder and nothing else: it stands for one or more labels. */
  whole: boolean;
}

const patternShape = /^[a-z0-9.*<> _-]+$/;
const placeholder = /<([^<>]*)>|\*/g;

/** Compiles a host pattern; undefined where the text is no host pattern, or has no constant end that would tie it to anybody. */
export function compilePattern(text: string): LabelPattern | undefined {
  const pattern = text.trim().toLowerCase();
  if (!patternShape.test(pattern)) return undefined;
  const labels = pattern.split(".").map(compileLabel).reverse();
  const open = labels.findIndex((label) => label.names.length > 0);
  const constantEnd = pattern.split(".").slice(open < 0 ? 0 : labels.length - open);
  if (constantEnd.length < 2) return undefined;
  const constants = labels.reduce((sum, label) => sum + label.pieces.join("").length, 0);
  return { text: pattern, labels, constantEnd: constantEnd.join("."), constants };
}

/** Compiles the host patterns of a free text that lists them, such as `*.a.com, b.com (Beijing)`. */
export function compilePatterns(text: string): LabelPattern[] {
  return text.split(",").flatMap((part) => compilePattern(part.replace(/\([^()]*\)/g, "")) ?? []);
}

/**
 * Matches a host against a pattern from the right end, label by label; what the placeholders stood for, by name, or null.
 * `below` lets further labels stand left of the pattern. Steps are bounded by the product of the two lengths.
 */
export function matchPattern(pattern: LabelPattern, host: string, below: boolean): Map<string, string> | null {
  const hostLabels = host.split(".").reverse();
  const captures = new Map<string, string>();
  let at = 0;
  let inPattern = 0;
  let openEnd: { inPattern: number; at: number } | undefined;
  while (at < hostLabels.length) {
    const part = pattern.labels[inPattern];
    if (!part && below) return captures;
    if (part && matchLabel(part, hostLabels[at] ?? "", captures)) {
      if (part.whole) openEnd = { inPattern: inPattern + 1, at: at + 1 };
      inPattern += 1;
      at += 1;
    } else if (openEnd) {
      openEnd.at += 1;
      ({ inPattern, at } = openEnd);
    } else return null;
  }
  return inPattern === pattern.labels.length ? captures : null;
}

function compileLabel(label: string): LabelPart {
  const names = [...label.matchAll(placeholder)].map((match) => match[1] ?? "");
  const pieces = label.replace(placeholder, "\n").split("\n");
  return { pieces, names, whole: names.length === 1 && pieces.every((piece) => piece === "") };
}

/** Constant pieces are found from left to right, each placeholder taking at least one character. */
function matchLabel({ pieces, names }: LabelPart, label: string, captures: Map<string, string>): boolean {
  const [first = "", ...others] = pieces;
  if (others.length === 0) return label === first;
  if (!label.startsWith(first)) return false;
  let at = first.length;
  for (const [position, piece] of others.entries()) {
    const last = position === others.length - 1;
    const next = last ? label.length - piece.length : label.indexOf(piece, at + 1);
    if (next < at + 1 || (last && !label.endsWith(piece))) return false;
    const name = names[position];
    if (name) captures.set(name, label.slice(at, next));
    at = next + piece.length;
  }
  return true;
}
