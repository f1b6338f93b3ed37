/**
 * How facts lie in a batch: one after the other, each beginning at a multiple of four bytes with its words (numbers of 32 bits, the first
 * of which is its kind), then its texts in UTF-8, one right after the other. Both ends are this very program.
 */
export const factKinds = { party: 0, wholeParty: 1, interest: 2, listing: 3 } as const;

/** Places of a plain party's words; its texts are JSON, id and name. */
export const partyWord = { id: 1, kind: 2, jurisdiction: 3, nationality: 4, name: 8, json: 9 } as const;
export const partyWords = 10;
export const mostNationalities = partyWord.name - partyWord.nationality;

/** Places of an interest's words; its texts are both ids and its details. */
export const interestWord = {
  owner: 1,
  owned: 2,
  min: 3,
  max: 4,
  from: 5,
  until: 6,
  joint: 7,
  kind: 8,
  capacity: 9,
  form: 10,
  details: 11,
} as const;
export const interestWords = 12;

/** A whole party and a listing are JSON: the second word is its length. */
export const jsonWords = 2;

/** In place of a length: no text, or one of the two ids that were last written out in this batch. */
export const none = -1;
export const latestId = -2;
export const idBefore = -3;
