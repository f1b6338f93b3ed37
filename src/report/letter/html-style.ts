/** What a letter needs beside the style of the reports: a sheet to read and print, gaps that nobody overlooks. Words say the same without it. */
export const letterStyle = (stamp: string) => `
.letter{max-width:58rem;margin:0 auto}
.letter main,.letter header{max-width:none}
.letter .stamp{font-weight:700;border:2px solid var(--r-edge);border-radius:4px;padding:.25rem .7rem;display:inline-block;margin:.2rem 0 .6rem}
.letter .head{grid-template-columns:minmax(9rem,max-content) 1fr;border-bottom:1px solid var(--line);padding-bottom:.8rem;margin-bottom:.4rem}
.letter .head dt{color:var(--quiet)}
.letter p,.letter li{max-width:none}
.letter li{margin:.25rem 0}
.letter h3{margin-top:1.8rem;padding-top:.5rem;border-top:1px solid var(--line);font-size:1.05rem}
.letter h4{margin:1.1rem 0 .25rem}
mark.gap{background:var(--v-fill);color:var(--v-ink);border:1px dashed var(--v-edge);border-radius:3px;padding:0 .25rem;font-weight:600}
sup.notes{font-size:.75em;line-height:0;white-space:nowrap}sup.notes a{text-decoration:none}sup.notes a:hover{text-decoration:underline}
.day{white-space:nowrap}.address{overflow-wrap:anywhere}
.letter td p{margin:0 0 .35rem}
.letter .contents{display:block;list-style:none;columns:2;column-gap:2rem;font-size:.93rem;padding-left:0}
.letter .contents li{margin:0;break-inside:avoid}
.letter .contents .sub3{margin-left:1rem}
@media (max-width:640px){.letter .head{grid-template-columns:1fr}.letter .contents{columns:1}}
@page{@top-left{content:"${inCss(stamp)}";font-size:8pt}}
@media print{.letter .contents{display:none}body.letter{font:10.5pt/1.4 Georgia,"Times New Roman",serif}.letter table{font-size:8.5pt}mark.gap{background:#fff;color:#000;border:1.5px dashed #000;print-color-adjust:exact;-webkit-print-color-adjust:exact}.letter .stamp{border-color:#000}}
`;

/** A text inside a CSS string: only letters, digits, spaces and a few signs stand as they are. */
function inCss(text: string): string {
  return text.replace(/[^\p{L}\p{N} .,;:()-]/gu, (character) => `\\${(character.codePointAt(0) ?? 0).toString(16)} `);
}
