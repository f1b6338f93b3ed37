import type { ReactNode } from "react";
import style from "./page.module.css";
import { Worded } from "./worded.js";

/** The head of a screen: what it is, in a heading and at most a sentence, and what can be done with the whole of it. */
export function PageHead({ title, about, children }: { title: ReactNode; about?: ReactNode; children?: ReactNode }) {
  return (
    <div className={style.head}>
      <div>
        <h1>{title}</h1>
        {about ? <p className={style.about}>{typeof about === "string" ? <Worded>{about}</Worded> : about}</p> : null}
      </div>
      {children ? <div className={style.actions}>{children}</div> : null}
    </div>
  );
}

interface SectionProps {
  title: string;
  id: string;
  about?: ReactNode;
  /** Whether it is for the screen alone, being only what can be done. */
  unprinted?: boolean;
  children: ReactNode;
}

/** One part of a screen under a heading. */
export function Section({ title, id, children, about, unprinted }: SectionProps) {
  return (
    <section className={unprinted ? `${style.section} ${style.unprinted}` : style.section} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {about ? <p className={style.about}>{typeof about === "string" ? <Worded>{about}</Worded> : about}</p> : null}
      {children}
    </section>
  );
}
