import { useRef } from "react";
import type { ScreenResult, ScreenRun } from "../../src/model/index.js";
import { movedEditions, movedEditionWords } from "../../src/report/screen/edition-words.js";
import { counted } from "../../src/report/words.js";
import { post } from "../api/client.js";
import { notAllowed, useMay } from "../api/session.js";
import { useKeys } from "../frame/keys.js";
import { Action } from "../parts/action.js";
import { dayWords } from "../parts/days.js";
import { TypedElsewhere } from "../parts/form.js";
import { Note } from "../parts/state.js";
import { Table } from "../parts/table.js";
import { Told, useDoing } from "../state/doing.js";
import { useDraft } from "../state/draft.js";
import { tellDone } from "../state/toast.js";
import { fieldRows, fieldTitle } from "./field-rows.js";
import style from "./timeline.module.css";

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
  run: ScreenRun;
  again(): void;
}

/**
 * The listed record beside the subject, field by field, and what was decided on it. Keys 1, 2 and 3 choose and go to the reason, which is
 * needed; Ctrl Enter records it, Escape gives the keys back.
 */
export function MatchCard({ match, query, run: searched, again }: MatchCardProps) {
  const may = useMay()("case:write");
  const draft = useDraft<Verdict>(`verdict ${match.matchId}`, noVerdict);
  const { why, verdict } = draft.fields;
  const { doing, failure, run } = useDoing();
  const card = useRef<HTMLElement>(null);
  const reason = useRef<HTMLTextAreaElement>(null);
  useKeys(
    "The hit",
    may
      ? verdicts.map(({ key, as, title }) => ({
          keys: key,
          does: `It is: ${title.toLowerCase()}`,
          run: () => {
            draft.change({ verdict: as });
            reason.current?.focus();
          },
        }))
      : [],
  );
  // Nothing is erased: what stood before is recorded again, or that it is not clear.
  const takeBack = async () => {
    const before = match.decision?.reopened.length === 0 ? match.decision : { decision: "unsure", why: "Taken back." };
    await post(
      "/api/screen/decisions",
      { matches: [match.matchId], as: before.decision, why: before.why, name: match.matched.query },
      crypto.randomUUID(),
    );
    again();
  };
  const record = () => {
    const body = { matches: [match.matchId], as: verdict, why, name: match.matched.query };
    run(async (key) => {
      await post("/api/screen/decisions", body, key);
      draft.clear();
      tellDone({ text: `${match.caption}: the verdict is recorded.`, undo: takeBack });
      // Out of the field, so that the next key is a key again.
      card.current?.focus();
      again();
    }, body);
  };
  return (
    <article ref={card} tabIndex={-1} className={style.card} aria-label={`Hit: ${match.caption}`}>
      <h3>{match.caption}</h3>
      <p className={style.quiet}>
        {match.listings.length === 0 ? "On no list on that day" : ""}
        {match.listings
          .map(
            ({ list, programme, from, until }) =>
              `${searched.lists.find(({ id }) => id === list)?.name ?? list}${programme ? `, ${programme}` : ""}, since ${dayWords(from)}${until ? ` until ${dayWords(until)}` : ""}`,
          )
          .join("; ")}
        . {counted(match.bearers, "listed name")} {match.bearers === 1 ? "is" : "are"} as near as this one.
      </p>
      <Table
        caption="The record beside the subject"
        captionUnseen
        headings={["Field", "The subject", "The record", "How they stand"]}
        rows={fieldRows(match, query).map((cells) => ({ key: cells.join(" "), cells }))}
      />
      <div aria-live="polite">{match.decision ? <Decided decision={match.decision} run={searched} /> : null}</div>
      <form
        className={style.verdict}
        onSubmit={(event) => {
          event.preventDefault();
          if (!doing && verdict !== "" && why.trim() !== "") record();
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
          if (event.key === "Escape" && event.target === reason.current) card.current?.focus();
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
            Why <textarea ref={reason} rows={2} value={why} onChange={(event) => draft.change({ why: event.target.value })} />
          </label>
          <Action submit disabled={!may || verdict === "" || why.trim() === ""}>
            Record it <kbd>Ctrl Enter</kbd>
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

/** What was decided, on which editions of the lists, and whether it holds. */
function Decided({ decision, run }: { decision: NonNullable<ScreenResult["decision"]>; run: ScreenRun }) {
  const moved = movedEditions(decision, run);
  const editions = moved?.map((one) => movedEditionWords(one, dayWords)).join("; ");
  const changed = decision.reopened.map(fieldTitle).join(", ");
  return (
    <>
      <p>
        <strong>Decided: {verdicts.find(({ as }) => as === decision.decision)?.title.toLowerCase()}</strong>, by {decision.by} on{" "}
        {dayWords(decision.on)}: {decision.why}
      </p>
      {changed === "" ? null : (
        <Note kind="stale">
          <strong>Open again.</strong> Changed since it was decided: {changed}. {editions ? `Editions: ${editions}.` : ""}
        </Note>
      )}
      {changed === "" ? (
        <p className={style.quiet}>
          {moved === undefined
            ? "On which editions of the lists was not recorded."
            : editions
              ? `It was decided on other editions: ${editions}. What was compared is the same in them, so the verdict holds.`
              : "It was decided on the editions that are in force."}
        </p>
      ) : null}
    </>
  );
}
