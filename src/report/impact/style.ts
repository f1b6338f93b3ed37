/** What the page of an impact needs beside the style of the reports; shapes and words say the same without colour. */
export const impactStyle = `
.tag.stops{background:var(--p-fill);color:var(--p-ink);border-color:var(--p-edge)}
.tag.degrades{background:var(--r-fill);color:var(--r-ink);border-color:var(--r-edge)}
.tag.cannot-be-told{background:var(--v-fill);color:var(--v-ink);border-color:var(--v-edge);border-style:dashed}
.about{color:var(--quiet);font-size:.9em}
article.stops{border-left-color:var(--p-edge)}article.degrades{border-left-color:var(--r-edge)}article.cannot-be-told{border-left-color:var(--v-edge)}
td.day,td.amount{white-space:nowrap;font-variant-numeric:tabular-nums}
td.wide{min-width:14rem}
.statements{padding-left:1.1rem;margin:.3rem 0}.statements li{margin:.3rem 0;max-width:64rem}
#systems th[scope=row]{min-width:9rem}
@media (max-width:640px){#systems .scroll table{min-width:0}#systems .tag{padding:0 .2rem;font-size:.7rem;white-space:normal}#systems .tag svg{display:none}#systems th[scope=row]{min-width:0;max-width:7rem}}
`;
