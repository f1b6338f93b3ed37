import { useShelf } from "../api/reviews.js";
import { PageHead } from "../parts/page.js";
import { FolderDrop } from "./folder-drop.js";
import { FolderForm } from "./folder-form.js";
import { useOpenMade } from "./made.js";
import { MakeExample } from "./make-example.js";
import style from "./start.module.css";

/** A further review: of a folder, or of the worked example. */
export function NewReview() {
  const { value: shelf } = useShelf();
  const open = useOpenMade();
  return (
    <>
      <PageHead
        title="New review"
        about="Nothing in the folder is changed, run or sent anywhere. The review is kept in the folder of data."
      />
      <div className={style.doors}>
        <section className={style.door} aria-labelledby="new-folder">
          <h2 id="new-folder">Of a folder</h2>
          <FolderDrop onMade={open} />
          {shelf?.folder ? <FolderForm served={shelf.folder} onMade={open} /> : null}
        </section>
        <section className={style.door} aria-labelledby="new-example">
          <h2 id="new-example">Of the worked example</h2>
          <p>A made-up shop, reviewed from its own files.</p>
          <MakeExample onMade={open} />
        </section>
      </div>
    </>
  );
}
