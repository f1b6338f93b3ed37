import type { WordChange } from "../../../model/index.js";

/** More words than these are not compared one by one. */
const mostWords = 2_000;

/** So many of the first words tell how much of a text is there. */
const mostShared = 200;

/** What became of words: those that stayed, those taken out, those put in, in order. */
export function wordChanges(before: string, after: string): WordChange[] {
  const [old, now] = [words(before), words(after)];
  if (old.length > mostWords || now.length > mostWords)
    return [
      { kind: "removed", text: before },
      { kind: "added", text: after },
    ];
  const longest = common(old, now);
  const changes: WordChange[] = [];
  const add = (kind: WordChange["kind"], text: string) => {
    const last = changes.at(-1);
    if (last?.kind === kind) last.text += ` ${text}`;
    else changes.push({ kind, text });
  };
  for (let left = 0, right = 0; left < old.length || right < now.length; ) {
    const [one, other] = [old[left], now[right]];
    if (one !== undefined && one === other) {
      add("same", one);
      left += 1;
      right += 1;
    } else if (other === undefined || (one !== undefined && at(longest, left + 1, right) >= at(longest, left, right + 1))) {
      add("removed", one as string);
      left += 1;
    } else {
      add("added", other);
      right += 1;
    }
  }
  return changes;
}

/** How much of the first words stands in the second ones too, in the same order: 0 to 1. */
export function sharedWords(before: string, after: string): number {
  const [old, now] = [words(before).slice(0, mostShared), words(after).slice(0, mostShared)];
  return old.length === 0 ? 0 : at(common(old, now), 0, 0) / old.length;
}

function words(text: string): string[] {
  return text.split(" ").filter(Boolean);
}

/** Lengths of the longest common sequence from each pair of places on. */
function common(old: string[], now: string[]): Uint16Array[] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1));
  for (let left = old.length - 1; left >= 0; left--) {
    for (let right = now.length - 1; right >= 0; right--) {
      (lengths[left] as Uint16Array)[right] =
        old[left] === now[right]
          ? at(lengths, left + 1, right + 1) + 1
          : Math.max(at(lengths, left + 1, right), at(lengths, left, right + 1));
    }
  }
  return lengths;
}

function at(lengths: Uint16Array[], left: number, right: number): number {
  return lengths[left]?.[right] ?? 0;
}
