/** A row of a legacy file, with "-0-" as nothing. */
export interface LegacyRow {
  line: number;
  number: string;
  /** Of the party. */
  id: string;
  data: string[];
}

export const cutOffPart = "parts of remarks cut in two at 1,000 characters";

const controlZ = String.fromCharCode(26);

/** The cells of a row; none for an empty row and for the control-Z that ends a file. */
export function dataOf(cells: readonly string[]): string[] {
  const data = cells.map((cell) => cell.replaceAll(controlZ, "").trim()).map((cell) => (cell === "-0-" ? "" : cell));
  return data.some(Boolean) ? data : [];
}
