/** The most that the server takes at once, all files of an upload together. */
export const mostBytes = 64 << 20;

/** The bound as it is said before a file is picked. */
export const boundWords = "At most 64 MiB.";

/** Why a file is not sent; null where it is not too large. The server refuses more all the same. */
export function tooLargeWords({ name, size }: Pick<File, "name" | "size">): string | null {
  if (size <= mostBytes) return null;
  return `${name} has ${(size / (1 << 20)).toFixed(1)} MiB. Expected at most 64 MiB; the command line takes more.`;
}
