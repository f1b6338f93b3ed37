/** The style of the drawing; colours are those of the report, and shape, line style and words say the same without them. */
export const chartStyle = `
.chart{display:block;margin:0 auto;font:12px system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Sans CJK SC",sans-serif}
.chart text{text-anchor:middle;fill:var(--ink)}
.chart text.beside{text-anchor:start}
.chart .under{fill:var(--paper)}
.chart .line{fill:none;stroke:var(--quiet);stroke-width:1.6}
.chart .head{fill:var(--quiet)}
.chart .voting .line{stroke-dasharray:9 4}
.chart .control .line{stroke-dasharray:1 5;stroke-linecap:round;stroke-width:2.4}
.chart .gap .line{stroke-dasharray:1 6;stroke-linecap:round}
.chart .box path{fill:var(--o-fill);stroke:var(--o-edge);stroke-width:1.2}
.chart .box text{fill:var(--o-ink)}.chart .name{font-weight:600}
.chart .covered path{fill:var(--r-fill);stroke:var(--r-edge);stroke-width:2}.chart .covered text{fill:var(--r-ink)}
.chart .open path{fill:var(--v-fill);stroke:var(--v-edge);stroke-width:2}.chart .open text{fill:var(--v-ink)}
.chart .withheld path{fill:var(--panel);stroke:var(--quiet);stroke-width:1.6;stroke-dasharray:6 3}.chart .withheld text{fill:var(--ink)}
.chart .unrecorded path{fill:none;stroke:var(--quiet);stroke-width:1.2;stroke-dasharray:2 3}.chart .unrecorded text{fill:var(--quiet)}
.chart .subject path{stroke:var(--ink);stroke-width:3.5}
.legend{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;list-style:none;padding:0;margin:.5rem 0;font-size:.9rem}
.legend svg{vertical-align:-4px;margin-right:.35rem}
.tag.covered{background:var(--r-fill);color:var(--r-ink);border-color:var(--r-edge)}
.tag.open{background:var(--v-fill);color:var(--v-ink);border-color:var(--v-edge)}
article.covered{border-left-color:var(--r-edge)}article.open{border-left-color:var(--v-edge)}
.remarks{min-width:14rem}
article h3{margin:0}
.drawing{border:1px solid var(--line);border-radius:4px;padding:.5rem;margin:.6rem 0;overflow:auto;max-width:100%}
@media print{.remarks{min-width:14rem}
article h3{margin:0}
.drawing{overflow:visible;border:0;padding:0}.drawing svg{max-width:100%;max-height:240mm;height:auto}.chart *{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;
