import type { ScreenResult } from "../../src/model/index.js";
import { counted } from "../../src/report/words.js";
import { post } from "../api/client.js";
import { notAllowed, useMay } from "../api/session.js";
import { useKeys } from "../frame/keys.js";
import { Action } from "../parts/action.js";
import { dayWords } from "../parts/days.js";
import { TypedElsewhere } from "../parts/form.js";
import { Table } from "../parts/table.js";
import { Told, useDoing } from "../state/doing.js";
import { useDraft } from "../state/draft.js";
import style from "./timeline.module.css";

const fieldWords: Record<string, string> = {
  lei: "LEI",
  registrationNumber: "Registration number",
  birthDate: "Date of birth",
  nationality: "Nationality",
  country: "Country",
  address: "Address",
};

/** `Country` of `country_match`. */
function titled(field: string): string {
  const words = field.replace(/_(?:match|mismatch)$/, "").replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const verdicts = [
  { key: "1", as: "same", title: "The same" },
  { key: "2", as: "different", title: "A different one" },
  { key: "3", as: "unsure", title: "Not clear yet" },
] as const;

interface Verdict {
  verdict: (typeof verdicts)[number]["as"] | "";
  why: string;
}

const noVerdict: Verdict = { verdict: "", why: "" };

interface MatchCardProps {
  match: ScreenResult;
  query: Record<string, string[]>;
  again(): void;
}

/** The listed record beside the subject, field by field, and what was decided on it. Keys 1, 2 and 3 choose; a reason is needed. */
export function MatchCard({ match, query, again }: MatchCardProps) {
  const may = useMay()("case:write");
  const draft = useDraft<Verdict>(`verdict ${match.matchId}`, noVerdict);
  const { why, verdict } = draft.fields;
  const { doing, failure, run } = useDoing();
  useKeys(
    "The hit",
    may
      ? verdicts.map(({ key, as, title }) => ({
          keys: key,
          does: `It is: ${title.toLowerCase()}`,
          run: () => draft.change({ verdict: as }),
        }))
      : [],
  );
  const record = () => {
    const body = { matches: [match.matchId], as: verdict, why };
    run(async (key) => {
      await post("/api/screen/decisions", body, key);
      draft.clear();
      again();
    }, body);
  };
  return (
    <article className={style.card} aria-label={`Hit: ${match.caption}`}>
      <h3>{match.caption}</h3>
      <p className={style.quiet}>
        {match.listings.length === 0 ? "On no list on that day" : ""}
        {match.listings
          .map(
            ({ list, programme, from, until }) =>
              `${list}${programme ? `, ${programme}` : ""}, since ${from}${until ? ` until ${until}` : ""}`,
          )
          .join("; ")}
        . {counted(match.bearers, "listed name")} {match.bearers === 1 ? "is" : "are"} as near as this one.
      </p>
      <Table
        caption="The record beside the subject"
        captionUnseen
        headings={["Field", "The subject", "The record", "How they stand"]}
        rows={fieldRows(match, query)}
      />
      {match.decision ? (
        <p>
          <strong>Decided: {match.decision.decision}</strong>, by {match.decision.by} on {dayWords(match.decision.on)}: {match.decision.why}
          {match.decision.reopened.length > 0 ? ` Open again, for these changed since: ${match.decision.reopened.join(", ")}.` : ""}
        </p>
      ) : null}
      <form
        className={style.verdict}
        onSubmit={(event) => {
          event.preventDefault();
          if (verdict !== "" && why.trim() !== "") record();
        }}
      >
        <TypedElsewhere draft={draft} />
        <fieldset disabled={!may}>
          <legend>What it is</legend>
          {verdicts.map(({ key, as, title }) => (
            <label key={as}>
              <input
                type="radio"
                name={`verdict-${match.matchId}`}
                checked={verdict === as}
                onChange={() => draft.change({ verdict: as })}
              />{" "}
              {title} <kbd>{key}</kbd>
            </label>
          ))}
          <label className={style.why}>
            Why <textarea rows={2} value={why} onChange={(event) => draft.change({ why: event.target.value })} />
          </label>
          <Action submit disabled={!may || verdict === "" || why.trim() === ""}>
            Record it
          </Action>
        </fieldset>
        <p className={style.quiet}>
          {may
            ? "Recorded as `beholden screen decide` does, for this record as it stands: it opens again when what was compared changes."
            : notAllowed("case:write")}
        </p>
        <Told doing={doing} failure={failure} what="Recording it" />
      </form>
    </article>
  );
}

/** Field by field: agreeing, differing, missing. */
function fieldRows(match: ScreenResult, query: Record<string, string[]>): { key: string; cells: string[] }[] {
  const compared = Object.entries(match.explanations).map(([field, { score, detail, query: asked, candidate }]) => ({
    key: field,
    cells: [
      fieldWords[field] ?? titled(field),
      asked ?? query[field]?.join("; ") ?? "",
      candidate ?? "",
      `${score > 0 ? "agrees" : score < 0 ? "differs" : "counts nothing"}${detail ? `: ${detail}` : ""}`,
    ],
  }));
  const missing = match.missing.map((field) => ({
    key: `missing ${field}`,
    cells: [
      fieldWords[field] ?? field,
      query[field]?.join("; ") ?? "",
      match.properties[field]?.join("; ") ?? "",
      "missing on one side or both",
    ],
  }));
  return [...compared, ...missing];
}
