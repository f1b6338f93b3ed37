import { blockStyle } from "../../src/report/scene/block/style.js";
import { sceneStyle } from "../../src/report/scene/style.js";

/** What the page calls the colours of gravity, by what drawings call them. */
const gravities = { p: "critical", r: "high", v: "moderate", n: "low", o: "none" };

const colours = Object.entries(gravities).flatMap(([short, long]) =>
  ["fill", "ink", "edge"].map((part) => `--${short}-${part}:var(--${long}-${part})`),
);

/** What is only ever so in the workbench: what is selected, and what the keyboard is at. */
const screenStyle = `
.drawing [role=button]{cursor:pointer}
.drawing.chains [data-lit] .shape,.drawing.chains [data-lit] .line{stroke-width:4}
.scene [aria-pressed=true]>.shape{stroke:var(--link);stroke-width:4}
.scene [aria-pressed=true]>.line{stroke:var(--link);stroke-width:3.5}
.scene [aria-pressed=true]>text{text-decoration:underline}
.scene :focus-visible{outline:2px solid var(--focus);outline-offset:2px}
@media screen{.block .cite{display:inline-block;min-width:24px;min-height:24px;text-align:center}}
.block>p:first-child::first-letter{text-transform:uppercase}
.block ol.sources{font-size:var(--small)}
@media (forced-colors:active){.scene [aria-pressed=true]>.shape,.scene [aria-pressed=true]>.line{stroke:Highlight!important}}
`;

/** Adds the style of drawings and blocks to the page once: as a constructed sheet, which a content policy without inline style allows. */
export function addSceneStyle(page: Document): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`:root{${colours.join(";")}}${sceneStyle}${screenStyle}.block{${blockStyle}}`);
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
}
