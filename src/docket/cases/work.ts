import {
  byText,
  type Day,
  type DocketDecision,
  type DocketLetter,
  type Fact,
  type HandlingMark,
  type Permission,
  type Procedure,
  type Quote,
  type WorkItem,
  type WorkList,
  workGroups,
} from "../../model/index.js";
import { calendarOf } from "../calendar/calendar-of.js";
import { offDay } from "../calendar/off-days.js";
import { addDays, daysBetween } from "../days.js";
import type { DocketView, ShownObject } from "../journal/index.js";
import { isSamePerson } from "../same-person.js";
import { knownProcedures, whoAndWhen } from "./case-file.js";
import type { WaitingDeadline } from "./line.js";
import { allLines, type Placed } from "./list.js";
import type { Look } from "./show.js";

/** Who looks: what waits for them depends on what they may do, see and wrote themselves. */
export interface Looking {
  name: string;
  may(permission: Permission): boolean;
  sees(mark: HandlingMark): boolean;
}

/** Business days of the office within which something is due soon. */
const soonWithin = 5;

type Waiting = Omit<WorkItem, "case" | "caption" | "changed">;

/** What waits in every case, by its clock: deadlines, decisions and letters on their way, facts without evidence, and steps without a clock. */
export async function workOf(view: DocketView, look: Look, who: Looking): Promise<WorkList> {
  const [lines, changed, kept] = [await allLines(view, look), await view.lastEntries(), await keptItems(view, who)];
  const items = lines.flatMap((placed) => {
    const { id, caption } = placed.line;
    const waiting = [...deadlineItems(placed), ...(kept.items.get(id) ?? [])];
    const all = waiting.length > 0 ? waiting : nextStep(placed);
    return all.map((item): WorkItem => ({ case: id, caption, ...item, changed: whoAndWhen(changed.get(id)) }));
  });
  return {
    schemaVersion: "1",
    asOf: look.asOf ?? lines[0]?.day ?? look.at.slice(0, 10),
    items: items.sort(byClock),
    cases: lines.length,
    withheld: kept.withheld,
    head: await view.head(),
  };
}

function byClock(left: WorkItem, right: WorkItem): number {
  return (
    workGroups.indexOf(left.group) - workGroups.indexOf(right.group) ||
    byText(left.due ?? "9999", right.due ?? "9999") ||
    byText(left.case, right.case) ||
    byText(left.ask, right.ask)
  );
}

function deadlineItems({ line, day }: Placed): Waiting[] {
  const procedure = line.procedure === null ? undefined : knownProcedures().get(line.procedure);
  return line.waiting.map((one) => ({
    ...deadlineAsk(one, procedure, day),
    about: "deadline",
    object: one.deadline,
    due: one.due,
    days: one.due === null ? null : daysBetween(day, one.due),
    owner: one.status === "unsettled" ? "whoever knows how it was served" : (one.agency ?? actorOf(one, procedure)),
  }));
}

function deadlineAsk(
  { title, agency, due, status, rule }: WaitingDeadline,
  procedure: Procedure | undefined,
  day: Day,
): Pick<Waiting, "group" | "ask"> {
  const what = agency === null ? title : `${title} (${agency})`;
  if (status === "paused") return { group: "no-clock", ask: `Let the clock run again: ${what}` };
  if (status === "unsettled") return { group: "no-clock", ask: `Confirm the day of service: ${what}` };
  if (status === "overdue") return { group: "overdue", ask: `Act on what is overdue: ${what}` };
  // A window is somebody else's to use: it closes, and nobody is late.
  if (procedure?.deadlines.find(({ id }) => id === rule)?.kind === "window") return { group: "others", ask: `Await: ${what}` };
  return { group: due !== null && isSoon(due, day, procedure) ? "soon" : "later", ask: `Act before the last day: ${what}` };
}

/** Whether a last day comes within so many business days of the office. */
function isSoon(due: Day, today: Day, procedure: Procedure | undefined): boolean {
  const calendar = procedure && calendarOf(procedure);
  let [day, business] = [today, 0];
  while (day < due && business <= soonWithin) {
    day = addDays(day, 1);
    if (!calendar || !offDay(calendar, day)) business += 1;
  }
  return day >= due && business <= soonWithin;
}

/** Who may keep a deadline: the actor of what meets it. */
function actorOf({ rule }: WaitingDeadline, procedure: Procedure | undefined): string {
  const [met] = procedure?.deadlines.find(({ id }) => id === rule)?.metBy ?? [];
  return procedure?.moves.find(({ event }) => event === met)?.actor ?? "not said";
}

/** Of a case in which nothing else waits: whose step is next; nothing of one that is nobody's. */
function nextStep({ line }: Placed): Waiting[] {
  const none = { about: "step", object: null, due: null, days: null } as const;
  if (line.procedure === null)
    return [{ ...none, group: "no-clock", ask: "Decide what is next: it follows no procedure", owner: "whoever works on it" }];
  const state = knownProcedures()
    .get(line.procedure)
    ?.states.find(({ id }) => id === line.state);
  if (!state) return [{ ...none, group: "no-clock", ask: "Record what happened first", owner: "whoever works on it" }];
  return state.actor === "nobody" ? [] : [{ ...none, group: "no-clock", ask: `Take the next step: ${state.title}`, owner: state.actor }];
}

/** What waits of the things that are kept in cases, by case. */
async function keptItems(view: DocketView, who: Looking): Promise<{ items: Map<string, Waiting[]>; withheld: number }> {
  const items = new Map<string, Waiting[]>();
  let withheld = 0;
  const add = (of: ShownObject, found: Waiting[]) => {
    if (found.length === 0) return;
    if (who.sees((of.state as { handling: HandlingMark }).handling))
      items.set(of.case ?? "", [...(items.get(of.case ?? "") ?? []), ...found]);
    else withheld += found.length;
  };
  for (const one of await view.objects({ kind: "decision" })) add(one, decisionItems(one, who));
  for (const one of await view.objects({ kind: "letter" })) add(one, letterItems(one, who));
  const lacking = counter("fact", (count) => `Find evidence for ${count} ${count === 1 ? "fact" : "facts"} without any`);
  const amiss = counter("quote", (count) => `Look at ${count} ${count === 1 ? "quote" : "quotes"} that changed or are gone`);
  for (const one of await view.objects({ kind: "fact" })) {
    const { quotes, supposed, withdrawn, handling } = one.state as unknown as Fact;
    if (withdrawn !== null || supposed || quotes.length > 0) continue;
    if (who.sees(handling)) lacking.add(one);
    else withheld += 1;
  }
  for (const one of await view.objects({ kind: "quote" })) {
    const { checked, withdrawn, handling } = one.state as unknown as Quote;
    if (withdrawn !== null || !["changed", "gone"].includes(checked?.outcome ?? "")) continue;
    if (who.sees(handling)) amiss.add(one);
    else withheld += 1;
  }
  for (const [of, found] of [...lacking.items(), ...amiss.items()]) items.set(of, [...(items.get(of) ?? []), found]);
  return { items, withheld };
}

const undated = { due: null, days: null } as const;

/** What something is called in a list: of what is restricted the name alone. */
function toldTitle(id: string, { title, handling }: { title: string; handling: HandlingMark }): string {
  return handling === "restricted" ? `${shortName(id)}, which is restricted` : title;
}

function decisionItems({ id, state }: ShownObject, who: Looking): Waiting[] {
  const { authors, approved, returned, withdrawn, ...decision } = state as unknown as DocketDecision;
  const title = toldTitle(id, decision);
  const item = { ...undated, about: "decision", object: shortName(id) } as const;
  if (withdrawn !== null || approved !== null) return [];
  const own = authors.some((author) => isSamePerson(author, who.name));
  if (returned !== null)
    return [{ ...item, group: own ? "no-clock" : "others", ask: `Propose anew, or withdraw: ${title}`, owner: authors.at(-1) ?? "" }];
  const asked = !own && who.may("decision:approve");
  return [
    {
      ...item,
      group: asked ? "no-clock" : "others",
      ask: `Approve, or send back: ${title}`,
      owner: `an approver other than ${authors.join(" and ")}`,
    },
  ];
}

function letterItems({ id, state }: ShownObject, who: Looking): Waiting[] {
  const { status, drafted, ...letter } = state as unknown as DocketLetter;
  const title = toldTitle(id, letter);
  const item = { ...undated, about: "letter", object: shortName(id) } as const;
  if (status === "issued") return [];
  if (status === "approved")
    return [{ ...item, group: who.may("letter:issue") ? "no-clock" : "others", ask: `Issue the letter: ${title}`, owner: "a clerk" }];
  const own = isSamePerson(drafted.by, who.name);
  return [
    {
      ...item,
      group: own || who.may("letter:approve") ? "no-clock" : "others",
      ask: own ? `Finish the letter: ${title}` : `Review the letter: ${title}`,
      owner: drafted.by,
    },
  ];
}

/** Counts things of one kind by case, and makes one item of them. */
function counter(about: "fact" | "quote", ask: (count: number) => string) {
  const counts = new Map<string, number>();
  return {
    add: ({ case: of }: ShownObject) => counts.set(of ?? "", (counts.get(of ?? "") ?? 0) + 1),
    items: (): [string, Waiting][] =>
      [...counts].map(([of, count]) => [
        of,
        { ...undated, group: "no-clock", ask: ask(count), about, object: null, owner: "whoever works on it" },
      ]),
  };
}

function shortName(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1);
}
