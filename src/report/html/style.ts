import { blockStyle } from "../scene/block/style.js";
import { paletteStyle } from "../scene/style.js";

const layout = `
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Sans CJK SC",sans-serif;overflow-wrap:anywhere}
main,header,footer{max-width:76rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:1.5rem}
h1{font-size:1.5rem;line-height:1.25;margin:0 0 .25rem}
h2{font-size:1.15rem;margin:2.25rem 0 .6rem;padding-top:.6rem;border-top:2px solid var(--line)}
h3{font-size:1rem;margin:1.1rem 0 .3rem}
h4{font-size:1rem;margin:0}
p{margin:.4rem 0;max-width:60rem}
a{color:var(--link)}
a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:2px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-99rem}.skip:focus{position:static}
.quiet,.sub,.grounds{color:var(--quiet)}
.sub{display:block;font-weight:400;font-size:.93em}
.answer{background:var(--panel);border-left:4px solid var(--ink);padding:.4rem 1rem;margin:1rem 0}
.assumed{border-left-style:dashed}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:.5rem;margin:1rem 0;padding:0;list-style:none}
.facts li{background:var(--panel);padding:.5rem .75rem;border-radius:4px}
.facts b{display:block;font-size:1.25rem;font-variant-numeric:tabular-nums}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem;list-style:none;padding:0;margin:.75rem 0}
nav a,summary{display:inline-block;min-height:24px}
.scroll{overflow-x:auto;max-width:100%}
table{border-collapse:collapse;width:100%;font-size:.9rem}
caption{text-align:left;color:var(--quiet);padding:.25rem 0}
th,td{text-align:left;vertical-align:top;padding:.35rem .6rem .35rem 0;border-bottom:1px solid var(--line);overflow-wrap:break-word}
thead th{border-bottom:2px solid var(--line);vertical-align:bottom}
td.mono{overflow-wrap:anywhere;min-width:8rem}
td.number{text-align:right;font-variant-numeric:tabular-nums}
code,.mono{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"Noto Sans Mono CJK SC",monospace;font-size:.87em}
details{margin:.35rem 0}
summary{display:list-item;cursor:pointer;color:var(--link)}
summary strong{font-weight:600}
ul.plain{margin:.25rem 0;padding-left:1.1rem}`;

const page = `
.because{min-width:16rem}
a.cell{text-decoration:none}a.cell:hover .tag{text-decoration:underline}
#paths>details,#paths>details p{font-size:.95em}
:target{outline:2px solid var(--link);outline-offset:4px}
footer{margin-top:2.5rem;padding-bottom:2rem;color:var(--quiet);font-size:.9rem}`;

const media = `
@media (min-width:900px){.drawing.path{float:right;margin:0 0 .6rem 1.2rem}details.reach>div{display:flow-root}}
@media (max-width:640px){main,header,footer{padding-left:.8rem;padding-right:.8rem}dl{grid-template-columns:1fr}dd{margin-bottom:.3rem}article{padding:.6rem .7rem}.scroll table{min-width:34rem}tbody th{position:sticky;left:0;background:var(--paper);max-width:9rem}.path li{padding-right:0}}
@page{size:A4;margin:14mm 12mm;@bottom-right{content:counter(page) " / " counter(pages);font-size:8pt}}
@media print{body{font-size:9.5pt}table{font-size:7.5pt}main,header,footer{padding-left:0;padding-right:0;max-width:none}nav,.skip{display:none}.tag{print-color-adjust:exact;-webkit-print-color-adjust:exact}td .tag{font-size:1em;white-space:normal}.facts li{border:1px solid var(--line)}
details>*{display:block}details::details-content{content-visibility:visible;display:block;block-size:auto}summary{list-style:none;color:var(--ink)}
.scroll{overflow:visible}thead{display:table-header-group}tr,.path li{break-inside:avoid}tbody>tr:first-child{break-before:avoid}h2,h3,h4,.claim,summary,caption{break-after:avoid}.sources a[href^="https"]::after{content:" " attr(href);font-size:.9em}}
@media (forced-colors:active){article,.tag{border-color:CanvasText}}`;

/** The style of a page, colours from the palette that the drawings share. */
export const style = `${paletteStyle}${layout}${blockStyle}${page}${media}
`;
