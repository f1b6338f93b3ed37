/** What a dossier needs beside the style of the reports; colours are theirs, and words say the same without them. */
export const dossierStyle = `
.page{display:grid;grid-template-columns:minmax(6rem,max-content) 1fr;gap:.3rem 1rem;margin:.8rem 0;max-width:66rem}
.page dt{font-weight:600;color:var(--ink)}.page dd{margin:0}.page dd p{margin:0 0 .15rem;max-width:none}
.about{color:var(--quiet);font-size:.9em}
.tag.answered{background:var(--n-fill);color:var(--n-ink);border-color:var(--n-edge)}
.tag.partly{background:var(--v-fill);color:var(--v-ink);border-color:var(--v-edge)}
.tag.open{background:var(--r-fill);color:var(--r-ink);border-color:var(--r-edge)}
.tag.low,.tag.medium{border-style:dashed}
.statements{padding-left:1.1rem;margin:.3rem 0}.statements li{margin:.3rem 0;max-width:64rem}
article.question{border-left-color:var(--line)}article.question.answered{border-left-color:var(--n-edge)}article.question.partly{border-left-color:var(--v-edge)}article.question.open{border-left-color:var(--r-edge)}
td.date{white-space:nowrap;font-variant-numeric:tabular-nums}
@media (max-width:640px){.page{grid-template-columns:1fr;gap:.1rem}.page dd{margin-bottom:.5rem}}
@media print{.page{font-size:8.5pt;gap:.1rem .8rem}#page{break-after:page}}
`;
