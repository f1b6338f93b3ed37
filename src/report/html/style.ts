/** Every colour pair keeps 4.5:1 or more in light and in dark; shapes and words carry the meaning without colour. */
export const style = `
:root{color-scheme:light dark;--ink:#1b1f24;--quiet:#4d5661;--paper:#fff;--panel:#f5f6f8;--line:#c9ced6;--link:#0b57a4;--grave:#9b1c1c;--high:#8a3b00;--mid:#6b4e00;--calm:#2f5d50;--mono:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
@media (prefers-color-scheme:dark){:root{--ink:#e6e9ee;--quiet:#aab3bf;--paper:#14171b;--panel:#1d2126;--line:#3a414b;--link:#8ab8f0;--grave:#ff9a94;--high:#ffb27a;--mid:#ecc94b;--calm:#8fd3bd}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Sans CJK SC",sans-serif;overflow-wrap:anywhere}
main,header,footer{max-width:76rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:1.5rem}
h1{font-size:1.5rem;line-height:1.25;margin:0 0 .25rem}
h2{font-size:1.15rem;margin:2.25rem 0 .6rem;padding-top:.6rem;border-top:2px solid var(--line)}
h3{font-size:1rem;margin:0}
p{margin:.4rem 0}
a{color:var(--link)}
a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-99rem}.skip:focus{position:static}
.quiet{color:var(--quiet)}
.answer{background:var(--panel);border-left:4px solid var(--ink);padding:.6rem 1rem;margin:1rem 0}
.answer li{margin:.25rem 0}.answer ul{margin:.25rem 0;padding-left:1.1rem}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:.5rem;margin:1rem 0;padding:0;list-style:none}
.facts li{background:var(--panel);padding:.5rem .75rem;border-radius:4px}
.facts b{display:block;font-size:1.25rem;font-variant-numeric:tabular-nums}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem;list-style:none;padding:0;margin:.75rem 0}
.scroll{overflow-x:auto;max-width:100%}
table{border-collapse:collapse;width:100%;font-size:.9rem}
caption{text-align:left;color:var(--quiet);padding:.25rem 0}
th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid var(--line)}
thead th{border-bottom:2px solid var(--line);white-space:nowrap}
td.number{text-align:right;font-variant-numeric:tabular-nums}
code,.mono{font-family:var(--mono);font-size:.87em}
.tag{display:inline-block;border:1px solid currentColor;border-radius:3px;padding:0 .4rem;font-size:.8rem;font-weight:600;white-space:nowrap}
.tag.prohibited{color:var(--grave)}.tag.restricted{color:var(--high)}.tag.review{color:var(--mid)}.tag.note,.tag.exempt{color:var(--quiet)}
.tag.cut,.tag.not-prohibited{color:var(--calm)}.tag.confirmed{color:var(--high)}.tag.lead{color:var(--quiet);border-style:dashed}
.tag.permitted-with-measures{color:var(--mid)}.tag.cannot-be-judged{color:var(--high);border-style:dashed}
article{border:1px solid var(--line);border-left-width:5px;border-radius:4px;padding:.75rem 1rem;margin:.75rem 0;break-inside:avoid}
article.prohibited{border-left-color:var(--grave)}article.restricted{border-left-color:var(--high)}article.review{border-left-color:var(--mid)}
article header{padding:0;display:flex;flex-wrap:wrap;gap:.4rem .75rem;align-items:baseline;max-width:none;margin:0}
dl{display:grid;grid-template-columns:minmax(6.5rem,max-content) 1fr;gap:.2rem .9rem;margin:.5rem 0}
dt{color:var(--quiet)}dd{margin:0}
.path{list-style:none;margin:.6rem 0;padding:0;counter-reset:step}
.path li{position:relative;padding:.35rem .6rem .35rem 2.4rem;border-left:2px solid var(--line);margin-left:.8rem}
.path li::before{counter-increment:step;content:counter(step);position:absolute;left:-.82rem;top:.4rem;width:1.5rem;height:1.5rem;line-height:1.5rem;text-align:center;border-radius:50%;background:var(--panel);border:1px solid var(--line);font-size:.8rem;font-variant-numeric:tabular-nums}
.path li.medium{border-left-style:dashed}.path li.low{border-left-style:dotted}
.path strong{display:block}
summary{cursor:pointer;color:var(--link)}
details{margin:.35rem 0}
ul.plain{margin:.25rem 0;padding-left:1.1rem}
footer{margin-top:2.5rem;padding-bottom:2rem;border-top:2px solid var(--line);color:var(--quiet);font-size:.9rem}
@media (max-width:640px){main,header,footer{padding-left:.8rem;padding-right:.8rem}dl{grid-template-columns:1fr}dt{margin-top:.4rem}article{padding:.6rem .7rem}}
@media print{:root{--ink:#000;--quiet:#333;--paper:#fff;--panel:#fff;--line:#888;--link:#000;--grave:#000;--high:#000;--mid:#000;--calm:#000}body{font-size:10pt}nav,.skip{display:none}details>*{display:block}details::details-content{content-visibility:visible;display:block}.scroll{overflow:visible}a[href^="https"]::after{content:" (" attr(href) ")";font-size:.8em}h2{break-after:avoid}thead{display:table-header-group}}
@media (forced-colors:active){article,.tag{border-color:CanvasText}}
`;
