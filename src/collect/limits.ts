const KiB = 1024;
const MiB = 1024 * KiB;

/** Enough to tell every format by its content. */
export const headBytes = 8 * KiB;

/** Whole-text formats: above this, text and tokens no longer fit a small machine; real state files stay below 200 MB. */
export const maxTextBytes = 256 * MiB;

/** The longest line that any line format has a use for; a longer one is reported and skipped. */
export const maxLineBytes = 1 * MiB;

/** A compressed log may be large, but not without end: 8 GiB is some 80 million flow log rows. */
export const maxExpandedBytes = 8 * 1024 * MiB;

/** Deflate cannot do better than 1,032 to 1, and logs stay below 30 to 1; bombs come close to the maximum. */
export const maxExpansionRatio = 200;

/** The ratio is judged only above this, so that a small file of blanks is still read. */
export const ratioJudgedAbove = 16 * MiB;

/** Each level of nesting takes stack; no real artefact comes near. */
export const maxJsonDepth = 200;

/** Nesting of HCL in levels of its syntax tree, some four to a level of braces; a text is looked at once a template level. */
export const maxHclDepth = 100;

/** A tree-sitter tree takes some 200 times the size of its text at worst, and real configuration stays far below. */
export const maxHclBytes = 2 * MiB;

/** A YAML document with more aliases than this is a bomb. */
export const maxYamlAliases = 1_000;

/** YAML nests as deep as somebody writes by hand; a parser that descends must not meet more. */
export const maxYamlDepth = 200;

/** A YAML tree takes some 130 times the size of its text, and Kubernetes stores no object above 1.5 MiB (etcd's request limit). */
export const maxYamlDocumentLength = 2 * MiB;

/** Files in one review; more is a wrong folder, such as a home directory. */
export const maxFiles = 200_000;

/** Folders below the reviewed one. */
export const maxFolderDepth = 100;

/** Problems of one code that one file may report by themselves; the rest is counted. */
export const maxProblemsPerCode = 20;
