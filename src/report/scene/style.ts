import { dark, light, print, properties, writtenOut } from "./palette.js";

/**
 * How drawings look. Colours come from the palette's custom properties of the page; fills tell how grave something is, line styles how two things
 * hang together, and shapes, signs and words say the same without colour.
 */
export const sceneStyle = `
.scene{display:block;font:12px system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Sans CJK SC",sans-serif}
.scene text{fill:var(--ink);unicode-bidi:plaintext}
.scene .middle{text-anchor:middle}.scene .end{text-anchor:end}
.scene .heading{font-size:15px;font-weight:600}
.scene .name{font-weight:600}
.scene .remark{fill:var(--quiet)}
.scene .under{fill:var(--paper)}
.scene .line{fill:none;stroke:var(--quiet);stroke-width:1.4}
.scene .t2{stroke-width:2}.scene .t3{stroke-width:3}.scene .t4{stroke-width:4}
.scene .votes .line,.scene .medium .line{stroke-dasharray:9 4}
.scene .control .line,.scene .low .line{stroke-dasharray:1 5;stroke-linecap:round;stroke-width:2.4}
.scene .gap .line{stroke-dasharray:1 6;stroke-linecap:round}
.scene .ended .line{stroke-dasharray:2 3;stroke-width:1}.scene .ended text{fill:var(--quiet)}
.scene .head{fill:var(--quiet);stroke:none}.scene .head.open{fill:none;stroke:var(--quiet);stroke-width:1.6}
.scene .box>.shape{fill:var(--o-fill);stroke:var(--o-edge);stroke-width:1.4}
.scene .box text{fill:var(--o-ink)}.scene .sign{fill:var(--o-ink);fill-rule:evenodd;stroke:none}
${[
  ["critical", "p"],
  ["high", "r"],
  ["moderate", "v"],
  ["slight", "n"],
]
  .map(
    ([look, gravity]) =>
      `.scene .${look}>.shape{fill:var(--${gravity}-fill);stroke:var(--${gravity}-edge);stroke-width:2}.scene .${look} text,.scene .${look} .sign{fill:var(--${gravity}-ink)}`,
  )
  .join("\n")}
.scene .unknown>.shape{fill:var(--panel);stroke:var(--quiet);stroke-dasharray:6 3}.scene .unknown text,.scene .unknown .sign{fill:var(--ink)}
.scene .unrecorded>.shape{fill:none;stroke:var(--quiet);stroke-dasharray:2 3}.scene .unrecorded text,.scene .unrecorded .sign{fill:var(--quiet)}
.scene .folded>.shape{fill:var(--panel);stroke:var(--quiet)}.scene .folded text{fill:var(--ink)}
.scene .pill{fill:var(--paper);stroke:var(--link);stroke-width:1.4}.scene .more text{fill:var(--link)}
.scene .doubtful>.shape{stroke-dasharray:6 3}
.scene .subject>.shape{stroke:var(--ink);stroke-width:3.5}
.scene .stripe{fill:none;stroke:var(--o-ink);stroke-width:1.2}
.scene .critical .stripe{stroke:var(--p-ink)}.scene .high .stripe{stroke:var(--r-ink)}.scene .moderate .stripe{stroke:var(--v-ink)}
.scene .grid{fill:none;stroke:var(--line);stroke-width:1}
.scene .day{fill:none;stroke:var(--ink);stroke-width:2;stroke-dasharray:7 3}
.scene .land{fill:var(--panel);stroke:var(--line);stroke-width:.8}
.scene .weakest .shape.ring{fill:none;stroke:var(--ink);stroke-width:2}
.drawing{border:1px solid var(--line);border-radius:4px;margin:.6rem 0;overflow:auto;max-width:100%}
.drawing:focus-visible{outline:2px solid var(--link);outline-offset:2px}
.drawing .scene{margin:0 auto}
@media print{.drawing{overflow:visible;border:0}.drawing .scene{max-width:100%;max-height:210mm;height:auto}.scene *{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
@media (forced-colors:active){${forced()}}
`;

/** Where the reader has chosen the colours, shapes, signs, line styles and words are all that is left. */
function forced(): string {
  return `.scene text,.scene .sign,.scene .head{fill:CanvasText!important}.scene .head.open{fill:none!important;stroke:CanvasText}.scene .under,.scene .ground{fill:Canvas!important}.scene .shape,.scene .land{fill:Canvas!important;stroke:CanvasText!important}.scene .line,.scene .grid,.scene .day,.scene .stripe{stroke:CanvasText!important}.scene .pill{fill:Canvas!important;stroke:LinkText!important}.scene .more text{fill:LinkText!important}.scene .subject>.shape{stroke:Highlight!important}`;
}

/** The custom properties of the palette for pages: light, dark where the reader wants it, and paper. */
export const paletteStyle = `
:root{color-scheme:light dark;${properties(light)}}
@media (prefers-color-scheme:dark){:root{${properties(dark)}}}
@media print{:root{color-scheme:light;${properties(print)}}}`;

/**
 * The style of a drawing in a file of its own. Colours are written out, for many programs that show SVG know no custom properties; those
 * that know no media queries show it light.
 */
export function fileStyle(look: "any" | "paper"): string {
  const screen = sceneStyle.slice(0, sceneStyle.indexOf(".drawing{"));
  const base = `${screen}.scene .ground{fill:var(--paper)}`;
  if (look === "paper") return writtenOut(base, light);
  return `${writtenOut(base, light)}
@media (prefers-color-scheme:dark){${writtenOut(base, dark)}}
@media print{${writtenOut(base, print)}.scene *{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
@media (forced-colors:active){${forced()}}
`;
}
