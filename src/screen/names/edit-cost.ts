const longestWord = 40;
const width = longestWord + 1;
const costs = new Float64Array(width * width);
const rightLetters = new Int32Array(longestWord);
const rightInsertions = new Float64Array(longestWord);

/**
 * The least cost to turn one word into the other. Most changes cost 1; a vowel for a vowel, letters that are taken for one another by eye
 * or by ear, a letter doubled, two neighbours swapped cost less. Words are cut at 40 letters. A cost over `most` need not be known: it is
 * told as infinite as soon as that is certain.
 */
export function editCost(left: string, right: string, most = Number.POSITIVE_INFINITY): number {
  const rows = Math.min(left.length, longestWord);
  const columns = Math.min(right.length, longestWord);
  let previous = -1;
  costs[0] = 0;
  for (let column = 0; column < columns; column += 1) {
    const letter = right.charCodeAt(column);
    const inserted = insertion(letter, previous);
    rightLetters[column] = letter;
    rightInsertions[column] = inserted;
    costs[column + 1] = (costs[column] ?? 0) + inserted;
    previous = letter;
  }
  let before = -1;
  let leastAbove = 0;
  for (let row = 1; row <= rows; row += 1) {
    const here = left.charCodeAt(row - 1);
    const least = fillRow(row, columns, here, before);
    if (least > most && leastAbove > most) return Number.POSITIVE_INFINITY;
    leastAbove = least;
    before = here;
  }
  return costs[rows * width + columns] ?? 0;
}

/** Fills the costs of one letter of the left word, and gives the least of them: no way leads past two rows that cost too much. */
function fillRow(row: number, columns: number, here: number, before: number): number {
  const inserted = insertion(here, before);
  const substitutions = letterClass(here) * classes;
  let cell = row * width;
  let behind = (costs[cell - width] ?? 0) + inserted;
  costs[cell] = behind;
  let least = behind;
  let previous = -1;
  for (let column = 0; column < columns; column += 1) {
    const there = rightLetters[column] ?? 0;
    cell += 1;
    let best = costs[cell - width - 1] ?? 0;
    if (here !== there) best += substitution[substitutions + letterClass(there)] ?? 1;
    best = Math.min(best, (costs[cell - width] ?? 0) + inserted, behind + (rightInsertions[column] ?? 0));
    if (here === previous && before === there) best = Math.min(best, (costs[cell - 2 * width - 2] ?? 0) + swap);
    costs[cell] = best;
    if (best < least) least = best;
    behind = best;
    previous = there;
  }
  return least;
}

const swap = 0.7;

/** A letter more or less: cheap where it only doubles its neighbour, or is a vowel or an h, which are heard least. */
function insertion(letter: number, neighbour: number): number {
  if (letter === neighbour) return 0.3;
  return isVowel(letter) || letter === 104 ? 0.6 : 1;
}

function isVowel(code: number): boolean {
  return code === 97 || code === 101 || code === 105 || code === 111 || code === 117 || code === 121;
}

/** Letters beyond ASCII are like no other. */
const classes = 128;

function letterClass(code: number): number {
  return code < classes ? code : 0;
}

/**
 * What one letter for another costs. Less than 1 for vowels, and for letters taken for one another: alike on paper (0 and o, 1 and l), or
 * one sound in two systems of writing (b and p, d and t, g and k, j and ch in Wade-Giles against pinyin or in the two systems for Korean;
 * v and w; s, z and c).
 */
const substitution = new Float64Array(classes * classes).fill(1);
for (const one of "aeiouy") for (const other of "aeiouy") makeSimilar(one, other);
for (const pair of "0o 1i 1l 5s 9g 6b 8b 2z ck kq sz cs cz cj jz bp dt gk mn vw vb fv jy ij uv jg".split(" ")) {
  makeSimilar(pair.charAt(0), pair.charAt(1));
}

function makeSimilar(one: string, other: string): void {
  substitution[one.charCodeAt(0) * classes + other.charCodeAt(0)] = 0.5;
  substitution[other.charCodeAt(0) * classes + one.charCodeAt(0)] = 0.5;
}
