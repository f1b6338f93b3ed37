const KiB = 1024;
const MiB = 1024 * KiB;

/** Enough to tell every format by its content. */
export const headBytes = 64 * KiB;

/** What is read, unpacked and handed to a reader at once: large enough that the cost of a piece does not count. */
export const pieceBytes = 256 * KiB;

/** Deflate cannot do better than 1,032 to 1; registers in XML reach some 50 to 1, and bombs come close to the maximum. */
export const maxExpansionRatio = 200;

/** The ratio is judged only above this, so that a small file of blanks is still read. */
export const ratioJudgedAbove = 64 * MiB;

/** All of GLEIF's relationships and records in XML stay below 20 GiB; what unpacks to more than this is no register. */
export const maxUnpackedBytes = 128 * 1024 * MiB;

/** Of one archive. Archives of registers hold up to some dozens. */
export const maxEntries = 10_000;

/** Refused records that a report holds with line and reason; the rest is counted. */
export const refusalsKept = 100;

/** Kinds of what was passed over; a reader that names more is counting single things. */
export const passedOverKinds = 200;
