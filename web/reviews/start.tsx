import { Link } from "wouter";
import { useShelf } from "../api/reviews.js";
import { reviewAddress } from "../frame/screens.js";
import { Action } from "../parts/action.js";
import { dayWords } from "../parts/days.js";
import { PageHead } from "../parts/page.js";
import { Note } from "../parts/state.js";
import { BundleDoor } from "./bundle-door.js";
import { FolderDrop } from "./folder-drop.js";
import { FolderForm } from "./folder-form.js";
import { useOpenMade } from "./made.js";
import { MakeExample } from "./make-example.js";
import style from "./start.module.css";

/** Nothing is there yet: the doors in, where everything is kept, and the lines of the command that do the same. */
export function Start() {
  const { value: shelf, failure, again } = useShelf();
  const last = shelf?.reviews[0];
  const open = useOpenMade();
  return (
    <>
      <PageHead
        title="Which governments can reach your data, or cut you off?"
        about="A review answers that from what you have: infrastructure code, manifests, logs, lists of vendors. It is made on this machine."
      />
      {last ? (
        <Note kind="plain">
          {shelf?.folder ? `There is no review of ${shelf.folder} yet. ` : ""}The last review that is kept is of{" "}
          <Link href={reviewAddress(last.id)}>{last.subject}</Link>, as of {dayWords(last.asOf)}.{" "}
          <Link href="/reviews">All that are kept</Link>
        </Note>
      ) : null}
      {failure ? (
        <Note kind="stale">
          Which reviews are kept could not be read, nor which folder is served. {failure.what} The doors below work all the same.{" "}
          <Action onPress={again}>Try again</Action>
        </Note>
      ) : null}
      <div className={style.doors}>
        <section className={style.door} aria-labelledby="door-example">
          <h2 id="door-example">Open the worked example</h2>
          <p>
            A made-up shop with a Chinese archive, a payment service and a Russian telephone, reviewed from its own files. Takes a second.
          </p>
          <MakeExample onMade={open} />
          <code className={style.line}>beholden review examples/meridian-retail</code>
        </section>
        <section className={style.door} aria-labelledby="door-folder">
          <h2 id="door-folder">Review a folder</h2>
          <p>Its files are read, and nothing in it is changed, run or sent to another machine.</p>
          <FolderDrop onMade={open} />
          {shelf?.folder ? <FolderForm served={shelf.folder} onMade={open} /> : null}
          <code className={style.line}>beholden review FOLDER</code>
        </section>
        <section className={style.door} aria-labelledby="door-bundle">
          <h2 id="door-bundle">Take in a case bundle</h2>
          <p>
            A case that another docket exported, with its part of the record. It is verified first, and nothing is taken in before you say
            so.
          </p>
          <BundleDoor />
          <code className={style.line}>beholden docket import BUNDLE</code>
        </section>
      </div>
    </>
  );
}
