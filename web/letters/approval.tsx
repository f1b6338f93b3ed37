import type { ShownLetter } from "../../src/model/index.js";
import { approveLetter, reviewLetter } from "../api/letters.js";
import { notAllowed, useMay, useSession } from "../api/session.js";
import { Action } from "../parts/action.js";
import { momentWords } from "../parts/days.js";
import { Field, TypedElsewhere } from "../parts/form.js";
import { Told, useDoing } from "../state/doing.js";
import { useDraft } from "../state/draft.js";
import { tellDone } from "../state/toast.js";
import style from "./letters.module.css";

/** Reviews and approval: both by somebody who did not write on the letter, both of exactly these words. */
export function Approval({ of, shown }: { of: string; shown: ShownLetter }) {
  const session = useSession();
  const may = useMay();
  const reviewing = useDoing();
  const approving = useDoing();
  const draft = useDraft(`review ${of} ${shown.id}`, { note: "" });
  const { note } = draft.fields;
  const author = session !== undefined && shown.authors.some((one) => one.trim().toLowerCase() === session.name.trim().toLowerCase());
  const say = (verdict: "fit" | "changes") =>
    reviewing.run(
      async (key) => {
        await reviewLetter(of, shown.id, verdict, note.trim(), key);
        draft.clear();
        tellDone({
          text: verdict === "fit" ? `Letter ${shown.id} is found fit.` : `Changes of letter ${shown.id} are asked for.`,
          finishes: true,
        });
      },
      [verdict, note],
    );
  const wrote = `You wrote on it (${shown.authors.join(", ")} did), and nobody approves or finds fit what is their own: somebody else does.`;
  return (
    <section aria-labelledby="approval">
      <h2 id="approval">Review and approval</h2>
      {shown.reviews.map((one) => (
        <p key={one.at + one.by}>
          {one.by} {one.verdict === "fit" ? "found it fit" : "asks for changes"}, {momentWords(one.at)}
          {one.note ? `: ${one.note}` : ""}
        </p>
      ))}
      {shown.approved ? (
        <p>
          Approved by {shown.approved.by}, {momentWords(shown.approved.at)}: exactly these words.
        </p>
      ) : author ? (
        <p>{wrote}</p>
      ) : null}
      {may("letter:review") && !author && !shown.approved ? (
        <div>
          <TypedElsewhere draft={draft} />
          <Field label="Remark of a reviewer" kind="long" value={note} onChange={(value) => draft.change({ note: value })} />
          <p className={style.buttons}>
            <Action disabled={reviewing.doing} onPress={() => say("fit")}>
              It is fit
            </Action>
            <Action disabled={reviewing.doing || !note.trim()} onPress={() => say("changes")}>
              It needs changes
            </Action>
          </p>
          <Told doing={reviewing.doing} failure={reviewing.failure} what="Recording it" />
        </div>
      ) : null}
      {shown.approved || author ? null : may("letter:approve") ? (
        <p className={style.buttons}>
          <Action
            main
            disabled={approving.doing}
            onPress={() =>
              approving.run(async (key) => {
                await approveLetter(of, shown.id, key);
                tellDone({ text: `Letter ${shown.id} is approved. To issue it is the next step.`, finishes: true });
              }, shown.version)
            }
          >
            Approve exactly these words
          </Action>
        </p>
      ) : (
        <p className={style.quiet}>{notAllowed("letter:approve")}</p>
      )}
      <Told doing={approving.doing} failure={approving.failure} what="Approving it" />
    </section>
  );
}
