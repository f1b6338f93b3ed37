/** Colours by what they are for. One palette for pages, drawings and files. */
export type Palette = Readonly<Record<PaletteName, string>>;
export type PaletteName = "ink" | "quiet" | "paper" | "panel" | "line" | "link" | `${Gravity}-${"fill" | "ink" | "edge"}`;

/** How grave something is, from critical to none; what each stands for is told beside it in words and by a shape. */
export type Gravity = "p" | "r" | "v" | "n" | "o";

/**
 * Every ink keeps 4.5:1 or more on its ground, every edge 3:1 on the page, and the fills of light pages darken with gravity, so that the order survives
 * grey print and colour-vision deficiency.
 */
export const light: Palette = {
  ink: "#1b1f24",
  quiet: "#4d5661",
  paper: "#fff",
  panel: "#f4f6f8",
  line: "#c9ced6",
  link: "#0b57a4",
  "p-fill": "#6b0f3f",
  "p-ink": "#fff",
  "p-edge": "#6b0f3f",
  "r-fill": "#d9590b",
  "r-ink": "#000",
  "r-edge": "#8f3a05",
  "v-fill": "#f5c542",
  "v-ink": "#2b1d00",
  "v-edge": "#8a6d00",
  "n-fill": "#cfe3f5",
  "n-ink": "#0b2540",
  "n-edge": "#3b6fa0",
  "o-fill": "#fff",
  "o-ink": "#1f2933",
  "o-edge": "#6b7280",
};

export const dark: Palette = {
  ink: "#e6e9ee",
  quiet: "#aab3bf",
  paper: "#14171b",
  panel: "#1d2126",
  line: "#3a414b",
  link: "#8ab8f0",
  "p-fill": "#ffc4de",
  "p-ink": "#3a0420",
  "p-edge": "#ffc4de",
  "r-fill": "#f2934a",
  "r-ink": "#1c0d00",
  "r-edge": "#f2934a",
  "v-fill": "#7a5a08",
  "v-ink": "#fff",
  "v-edge": "#d4a72c",
  "n-fill": "#24496b",
  "n-ink": "#e6f2ff",
  "n-edge": "#6ea3d0",
  "o-fill": "#161c23",
  "o-ink": "#c9d1d9",
  "o-edge": "#7d8894",
};

/** Paper is white whatever the screen is. */
export const print: Palette = {
  ...light,
  ink: "#000",
  quiet: "#333",
  panel: "#fff",
  line: "#999",
  link: "#000",
  "o-ink": "#000",
  "o-edge": "#555",
};

/** A palette as custom properties: `--ink:#1b1f24;…`. */
export function properties(palette: Palette): string {
  return Object.entries(palette)
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(";");
}

/** A style with every custom property of the palette written out: for programs that know none. */
export function writtenOut(style: string, palette: Palette): string {
  return style.replace(/var\(--([a-z-]+)\)/g, (whole, name: string) =>
    Object.hasOwn(palette, name) ? palette[name as PaletteName] : whole,
  );
}
