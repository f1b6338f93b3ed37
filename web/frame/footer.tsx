import { legalNotice } from "../../src/report/words.js";
import style from "./footer.module.css";
import { JournalLine } from "./journal-line.js";

/** What holds on every page. */
export function Footer() {
  return (
    <footer className={style.footer}>
      <p>{legalNotice}</p>
      <JournalLine />
      <p className={style.local}>
        No request leaves this machine. <a href="/licenses.txt">Licences of what the workbench is built with</a>
      </p>
    </footer>
  );
}
