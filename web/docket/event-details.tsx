import { eventTitle } from "../../src/model/event-words.js";
import type { Procedure, ShownEvent } from "../../src/model/index.js";
import { eventDetails } from "../../src/report/docket/cases.js";
import { cited } from "../../src/report/docket/words.js";
import type { SeenCase } from "../api/cases.js";
import { notAllowed, useMay } from "../api/session.js";
import { Action } from "../parts/action.js";
import { daysInWords, dayWords, momentWords } from "../parts/days.js";
import style from "./docket.module.css";
import { readsNow } from "./event-names.js";

interface EventDetailsProps {
  shown: SeenCase;
  procedure: Procedure | undefined;
  event: ShownEvent;
  onDo(what: "correct" | "withdraw" | "confirm"): void;
}

/** One event of the docket, with what became of it and what can be done about it. */
export function EventDetails({ shown, procedure, event, onDo }: EventDetailsProps) {
  const { number, entry, corrected, recorded } = event;
  const may = useMay();
  const now = readsNow(event, shown.events);
  const without = shown.standing?.ineffective.filter((one) => one.entry.id === String(number)) ?? [];
  const service = procedure?.services.find(({ id }) => id === now.method);
  const about = shown.events.filter(({ entry: { corrects, confirms } }) => corrects === String(number) || confirms === String(number));
  const changes = entry.event !== "entry-corrected" && corrected !== "struck-out";
  return (
    <section className={style.details} aria-label={`Event ${number}`}>
      <h2>
        {number}. {eventTitle(procedure, entry.event)}
      </h2>
      <p>{dayWords(now.on)}</p>
      {corrected === "struck-out" ? <p>Struck out: it no longer counts.</p> : null}
      {eventDetails(now).map((one) => (
        <p key={one}>{daysInWords(one)}</p>
      ))}
      {service ? (
        <p className={style.quiet}>
          {service.title}: {service.counts === "on-the-day" ? "counts from its day" : "counts once a person confirms its day"},{" "}
          {cited(service)}
        </p>
      ) : null}
      {without.map(({ because, as, ...rule }) => (
        <p key={because}>
          Kept without effect ({as}): {because} ({cited(rule)}).
        </p>
      ))}
      {about.map((one) => (
        <p key={one.number}>
          Event {one.number}: {daysInWords(eventDetails(one.entry).join("; "))}
        </p>
      ))}
      <p className={style.quiet}>
        Recorded by {recorded.by}, {momentWords(recorded.at)}
      </p>
      {!changes ? null : may("case:write") ? (
        <p className={style.buttons}>
          <Action onPress={() => onDo("correct")}>Correct it</Action>
          <Action onPress={() => onDo("withdraw")}>Withdraw it</Action>
          {now.method ? <Action onPress={() => onDo("confirm")}>Confirm the service</Action> : null}
        </p>
      ) : (
        <p className={style.quiet}>{notAllowed("case:write")}</p>
      )}
    </section>
  );
}
