import { read, useKept } from "../state/kept.js";

export const densities = { roomy: "Roomy", compact: "Compact" } as const;
export type Density = keyof typeof densities;

const setting = "density";

/** Puts the chosen height of rows on the page; the tokens do the rest. */
export function showDensity(): void {
  if (read(setting) === "compact") document.documentElement.dataset.density = "compact";
  else delete document.documentElement.dataset.density;
}

/** The chosen height of rows, remembered in this browser. */
export function useDensity(): [Density, (density: Density) => void] {
  const [kept, keep] = useKept(setting, "roomy");
  const choose = (density: Density) => {
    keep(density);
    showDensity();
  };
  return [kept === "compact" ? "compact" : "roomy", choose];
}
