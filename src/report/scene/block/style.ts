/** How blocks of findings look, in reports and on the screen; colours come from the palette's custom properties of the page. */
export const blockStyle = `
.tag{display:inline-block;border:1px solid var(--o-edge);border-radius:3px;padding:0 .4rem;font-size:.8rem;font-weight:600;white-space:nowrap;background:var(--o-fill);color:var(--o-ink);print-color-adjust:exact}
.tag svg{fill:currentColor;vertical-align:-1px}
.tag.prohibited{background:var(--p-fill);color:var(--p-ink);border-color:var(--p-edge)}
.tag.restricted,.tag.confirmed{background:var(--r-fill);color:var(--r-ink);border-color:var(--r-edge)}
.tag.review,.tag.permitted-with-measures{background:var(--v-fill);color:var(--v-ink);border-color:var(--v-edge)}
.tag.applies{background:var(--p-fill);color:var(--p-ink);border-color:var(--p-edge)}
.tag.cannot-be-excluded{background:var(--v-fill);color:var(--v-ink);border-color:var(--v-edge)}
.tag.not-in-force{border-style:dashed}
.tag.note{background:var(--n-fill);color:var(--n-ink);border-color:var(--n-edge)}
.tag.lead,.tag.cannot-be-judged{border-style:dashed;border-width:2px}
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
.cite::before{content:"["}.cite::after{content:"]"}
.cite{text-decoration:none}.cite:hover{text-decoration:underline}
.sources{font-size:.9rem;padding-left:2.2rem}.sources li{margin:.2rem 0}
blockquote{margin:.3rem 0;padding-left:.7rem;border-left:3px solid var(--line)}`;
