const longestWord = 40;
const width = longestWord + 1;
const costs = new Float64Array(width * width);

/**
 * The least cost to turn one word into the other. Most changes cost 1; a vowel for a vowel, letters that are taken for one another by eye
 * or by ear, a letter doubled, two neighbours swapped cost less. Words are cut at 40 letters.
 */
export function editCost(left: string, right: string): number {
  const rows = Math.min(left.length, longestWord);
  const columns = Math.min(right.length, longestWord);
  costs[0] = 0;
  for (let column = 1; column <= columns; column += 1) {
    costs[column] = (costs[column - 1] ?? 0) + insertion(right.charCodeAt(column - 1), right.charCodeAt(column - 2));
  }
  for (let row = 1; row <= rows; row += 1) {
    const here = left.charCodeAt(row - 1);
    const before = left.charCodeAt(row - 2);
    const inserted = insertion(here, before);
    let cell = row * width;
    costs[cell] = (costs[cell - width] ?? 0) + inserted;
    for (let column = 1; column <= columns; column += 1) {
      cell += 1;
      const there = right.charCodeAt(column - 1);
      const previous = right.charCodeAt(column - 2);
      let best = (costs[cell - width - 1] ?? 0) + (here === there ? 0 : substitution(here, there));
      best = Math.min(best, (costs[cell - width] ?? 0) + inserted, (costs[cell - 1] ?? 0) + insertion(there, previous));
      if (here === previous && before === there) best = Math.min(best, (costs[cell - 2 * width - 2] ?? 0) + swap);
      costs[cell] = best;
    }
  }
  return costs[rows * width + columns] ?? 0;
}

const swap = 0.7;

function substitution(left: number, right: number): number {
  return (isVowel(left) && isVowel(right)) || similar[left * 128 + right] === 1 ? 0.5 : 1;
}

/** A letter more or less: cheap where it only doubles its neighbour, or is a vowel or an h, which are heard least. */
function insertion(letter: number, neighbour: number): number {
  if (letter === neighbour) return 0.3;
  return isVowel(letter) || letter === 104 ? 0.6 : 1;
}

function isVowel(code: number): boolean {
  return code === 97 || code === 101 || code === 105 || code === 111 || code === 117 || code === 121;
}

/**
 * Letters taken for one another: alike on paper (0 and o, 1 and l), or one sound in two systems of writing (b and p, d and t, g and k,
 * j and ch in Wade-Giles against pinyin or in the two systems for Korean; v and w; s, z and c).
 */
const similar = new Uint8Array(128 * 128);
for (const pair of "0o 1i 1l 5s 9g 6b 8b 2z ck kq sz cs cz cj jz bp dt gk mn vw vb fv jy ij uv jg".split(" ")) {
  const [one, other] = [pair.charCodeAt(0), pair.charCodeAt(1)];
  similar[one * 128 + other] = 1;
  similar[other * 128 + one] = 1;
}
