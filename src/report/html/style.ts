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

const outcomes = `
.tag{display:inline-block;border:1px solid var(--o-edge);border-radius:3px;padding:0 .4rem;font-size:.8rem;font-weight:600;white-space:nowrap;background:var(--o-fill);color:var(--o-ink)}
.tag svg{fill:currentColor;vertical-align:-1px}
.tag.prohibited{background:var(--p-fill);color:var(--p-ink);border-color:var(--p-edge)}
.tag.restricted,.tag.confirmed{background:var(--r-fill);color:var(--r-ink);border-color:var(--r-edge)}
.tag.review,.tag.permitted-with-measures{background:var(--v-fill);color:var(--v-ink);border-color:var(--v-edge)}
.tag.applies{background:var(--p-fill);color:var(--p-ink);border-color:var(--p-edge)}
.tag.cannot-be-excluded{background:var(--v-fill);color:var(--v-ink);border-color:var(--v-edge)}
.tag.not-in-force{border-style:dashed}
.because{min-width:16rem}
.tag.note{background:var(--n-fill);color:var(--n-ink);border-color:var(--n-edge)}
.tag.lead,.tag.cannot-be-judged{border-style:dashed;border-width:2px}
a.cell{text-decoration:none}a.cell:hover .tag{text-decoration:underline}
article{border:1px solid var(--line);border-left:6px solid var(--o-edge);border-radius:4px;padding:.75rem 1rem;margin:.75rem 0}
article.prohibited{border-left-color:var(--p-edge)}article.restricted{border-left-color:var(--r-edge)}article.review{border-left-color:var(--v-edge)}article.note{border-left-color:var(--n-edge)}
article header{padding:0;display:flex;flex-wrap:wrap;gap:.3rem .75rem;align-items:baseline;max-width:none;margin:0}
dl{display:grid;grid-template-columns:fit-content(14rem) 1fr;gap:.25rem .9rem;margin:.6rem 0 0}
dt{color:var(--quiet)}dd{margin:0}dd>ul.plain{margin-top:0}
.claim{margin:.7rem 0 .2rem}
.path{list-style:none;margin:.2rem 0 .6rem;padding:0;counter-reset:step}
.path li{position:relative;padding:.3rem .6rem .45rem 2.2rem;border-left:2px solid var(--line);margin-left:.8rem;max-width:62rem}
.path li:last-child{border-left-color:transparent}
.path li::before{counter-increment:step;content:counter(step);position:absolute;left:-.8rem;top:.3rem;width:1.5rem;height:1.5rem;line-height:1.4rem;text-align:center;border-radius:50%;background:var(--panel);border:1px solid var(--quiet);font-size:.8rem;font-variant-numeric:tabular-nums}
.path li.medium{border-left-style:dashed}.path li.low{border-left-style:dotted}
.path li.medium::before{border-style:dashed}.path li.low::before{border-style:dotted}
.path strong{display:block}
.grounds{display:block;font-size:.9em}
#paths>details,#paths>details p{font-size:.95em}
.cite::before{content:"["}.cite::after{content:"]"}
.cite{text-decoration:none}.cite:hover{text-decoration:underline}
.sources{font-size:.9rem;padding-left:2.2rem}.sources li{margin:.2rem 0}
:target{outline:2px solid var(--link);outline-offset:4px}
footer{margin-top:2.5rem;padding-bottom:2rem;color:var(--quiet);font-size:.9rem}`;

const media = `
@media (max-width:640px){main,header,footer{padding-left:.8rem;padding-right:.8rem}dl{grid-template-columns:1fr}dd{margin-bottom:.3rem}article{padding:.6rem .7rem}.scroll table{min-width:34rem}tbody th{position:sticky;left:0;background:var(--paper);max-width:9rem}.path li{padding-right:0}}
@page{size:A4;margin:14mm 12mm}
@media print{body{font-size:9.5pt}table{font-size:7.5pt}main,header,footer{padding-left:0;padding-right:0;max-width:none}nav,.skip{display:none}.tag{print-color-adjust:exact;-webkit-print-color-adjust:exact}td .tag{font-size:1em;white-space:normal}.facts li{border:1px solid var(--line)}
details>*{display:block}details::details-content{content-visibility:visible;display:block;block-size:auto}summary{list-style:none;color:var(--ink)}
.scroll{overflow:visible}thead{display:table-header-group}tr,.path li{break-inside:avoid}h2,h3,h4,.claim,summary{break-after:avoid}.sources a[href^="https"]::after{content:" " attr(href);font-size:.9em}}
@media (forced-colors:active){article,.tag{border-color:CanvasText}}`;

/** The style of a page, colours from the palette that the drawings share. */
export const style = `${paletteStyle}${layout}${outcomes}${media}
`;
