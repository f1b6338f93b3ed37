// The screens that the bench opens, each with what only its data brings: what has to stand on the page before it counts as open.

/** A number as the screens write it. */
const grouped = (number) => number.toLocaleString("en");

/**
 * Every screen with its address and the signs that its data is there. A sign is a selector with the words that one match of it holds, how many
 * there are at least, or that it is drawn, which is to have a size.
 *
 * @param review the large review, `shelved` its id; `folder` the id of the one whose folder can be read anew
 * @param of the case with most entries, `entries` how many these are
 */
export function screensOf({ review, shelved, folder, of, seen, size }) {
  const at = `/reviews/${shelved}`;
  const inCase = `/cases/${of}`;
  const open = review.findings.filter(({ status }) => status === "open").length;
  const row = { see: "main tbody tr[aria-rowindex='2']" };
  const rows = (least) => ({ see: "main tbody tr", least });
  const says = (text, see = "main [role=status]") => ({ see, text });
  const drawn = (see) => ({ see, drawn: true });
  return [
    [
      "overview",
      at,
      [
        says(
          review.answer.find((sentence) => !/\d{4}-\d\d/.test(sentence)),
          "main p",
        ),
      ],
    ],
    ["findings", `${at}/findings`, [says(`${grouped(open)} of ${grouped(review.findings.length)} findings`), row]],
    [
      "finding",
      `${at}/findings/${review.findings[0].id}`,
      [says("What it stands on", "main h2"), says(review.findings[0].citation, "main")],
    ],
    ["reach", `${at}/reach?government=`, [says(`of ${review.reaches.length}:`), row]],
    ["reach, matrix", `${at}/reach?government=&view=matrix`, [says(`of ${review.reaches.length}:`), drawn("main svg [data-id]")]],
    ["ownership", `${at}/ownership`, [drawn("main svg [data-id]"), { see: "main svg [data-id]", least: 3 }]],
    ["timeline", `${at}/timeline`, [drawn("main svg [data-id]"), says("that were searched")]],
    ["where data sits", `${at}/where`, [rows(3), drawn("main svg path")]],
    ["measures", `${at}/measures`, [says("Measures (", "main h2"), rows(5)]],
    [
      "impact",
      `/reviews/${folder}/impact?cut=alibaba-cloud,RU`,
      [{ see: "main section[aria-label^=Scenario]", least: 2 }, drawn("main svg [data-id]")],
    ],
    ["left open", `${at}/left-open`, [says(`(${grouped(review.unattributed.length)} things)`, "main h2"), row]],
    ["parties", "/parties", [says("parties"), row]],
    ["party", "/parties/alibaba-group-holding", [says("How regimes see it", "main h2"), rows(20)]],
    ["changes", "/changes", [rows(1)]],
    ["change", "/changes/user-suppliers", [says(" rows"), says(" added, ", "main p"), row]],
    ["my work", "/work", [says("things that wait"), row]],
    ["cases", "/cases", [says(`${size.cases} of ${size.cases} cases`), row]],
    ["case", inCase, [says(`${size.files} pieces of evidence`, "main p"), rows(1)]],
    ["docket of the case", `${inCase}/docket`, [says(`${grouped(seen.events)} of ${grouped(seen.events)} events`), row]],
    ["deadline", `${inCase}/deadlines/${encodeURIComponent(seen.deadline)}`, [rows(20)]],
    ["evidence", `${inCase}/evidence`, [says(`${size.files} of ${size.files} files`), says("Filing 1", "main td, main th")]],
    ["reader", `${inCase}/evidence/e1?quote=q20`, [says("The end of it.", "#page-text"), drawn("#page-text mark[data-lit]")]],
    ["letters", `${inCase}/letters`, [says(`All (${size.letters})`, "main button"), rows(size.letters)]],
    [
      "letter composer",
      `${inCase}/letters/l1`,
      [says("", "article[aria-label='The letter'] h2"), drawn("form[aria-label='Fields of the letter'] :is(input, textarea)")],
    ],
    ["decisions", `${inCase}/decisions?decision=d1`, [rows(1), says("As the run says.", "main")]],
    ["runs", `${inCase}/runs?run=${seen.run}`, [says(`(${grouped(seen.findings)})`, "main h2"), row]],
    ["record of the case", `${inCase}/record`, [says("entries read"), row]],
    ["the same, all of it", `${inCase}/record`, [says(`${grouped(seen.lines)} of ${grouped(seen.lines)} entries read`), row]],
    ["record", "/record", [says("entries read"), row]],
  ];
}

/**
 * The lists with the words that are typed into their filters, each of which leaves another number of rows than the one before, and where the API has
 * the same rows for a plain table.
 */
export function listsOf({ shelved, of }) {
  const from = (path, list, ...cells) => ({ path, list, cells });
  const review = `/api/reviews/${shelved}`;
  const inCase = `/api/cases/${of}`;
  return [
    [
      ...["findings", `/reviews/${shelved}/findings?filter=`, ["cloud", "outcome:prohibited", "is:open personal", "order", ""]],
      from(review, "review.findings", "outcome", "title", "citation", "provider", "explanation", "certainty", "status"),
    ],
    [
      "parties",
      "/parties",
      ["alibaba", "kind:government", "country:CN", ""],
      from("/api/parties", "parties", "name", "kind", "jurisdiction"),
    ],
    ["cases", "/cases", ["acme", "is:overdue", "hosting", ""], from("/api/cases?limit=1000", "cases", "caption", "id", "state", "since")],
    ["my work", "/work", ["clock:overdue", "about:step", ""], from("/api/work", "items", "ask", "caption", "due", "owner", "group")],
    [
      ...["docket of the case", `/cases/${of}/docket`, ["event:demand-answered", "on:2026-03", "event:review-started", ""]],
      from(inCase, "events", "number", "entry.event", "entry.on", "entry.by", "recorded.by", "recorded.at"),
    ],
    [
      ...["record of the case", `/cases/${of}/record`, ["ana", "filing", "by:ben", ""]],
      from(`${inCase}/record?newestFirst=true&limit=1000`, "lines", "number", "at", "by", "act", "object", "digest"),
    ],
  ];
}

/** Every row of a list as the API has it, page by page. Runs in the page. */
export async function rowsFrom({ path, list, cells }) {
  const within = (value, names) => names.split(".").reduce((found, name) => found?.[name], value);
  const rows = [];
  for (let after = ""; after !== null; ) {
    const part = await fetch(`${path}${after}`).then((answer) => answer.json());
    for (const one of within(part, list)) rows.push(cells.map((cell) => within(one, cell) ?? ""));
    after = part.next ? `&after=${part.next}` : null;
  }
  return rows;
}
