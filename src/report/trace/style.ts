/** The style of a traced party's verdicts beside the style of the reports. */
export const traceStyle = `
.tag.covered{background:var(--r-fill);color:var(--r-ink);border-color:var(--r-edge)}
.tag.open{background:var(--v-fill);color:var(--v-ink);border-color:var(--v-edge)}
article.covered{border-left-color:var(--r-edge)}article.open{border-left-color:var(--v-edge)}
.remarks{min-width:14rem}
article h3{margin:0}
`;
