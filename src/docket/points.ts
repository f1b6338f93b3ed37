import type { Confirmation, Mark, OpenPoint, Procedure } from "../model/index.js";

export type Confirmations = ReadonlyMap<string, Confirmation>;

/** Whether wording with this mark was read as it is in force. */
export function hasBeenRead(mark: Mark): boolean {
  return mark === "R" || mark === "R*" || mark === "SAME";
}

type Point = Omit<OpenPoint, "confirmed">;

/** Every point of a procedure that a person can confirm, by its name: what was not read as it is in force. */
export function doubtfulPoints(procedure: Procedure): Map<string, Point> {
  const { states, moves, deadlines, lapses, dates, services, hold, receipt } = procedure;
  const points: Point[] = [
    ...states.map((one) => ({ ...one, point: `state/${one.id}` })),
    ...moves.flatMap((move) => [
      { ...move, point: `move/${move.event}` },
      ...move.requires.map(({ kind, citation, mark }) => ({
        point: `requirement/${move.event}/${kind}`,
        title: `${move.title}: ${kind}`,
        citation,
        mark,
      })),
      ...move.contents.map(({ id, what, mark }) => ({
        point: `content/${move.event}/${id}`,
        title: `${move.title}: it holds ${what}`,
        citation: move.citation,
        mark,
      })),
    ]),
    ...deadlines.flatMap((deadline) => [
      { ...deadline, point: `deadline/${deadline.id}` },
      ...(deadline.roll === "unconfirmed" ? [{ ...deadline, ...rollPoint(deadline) }] : []),
      ...(deadline.lengthened
        ? [{ ...deadline.lengthened, point: `lengthened/${deadline.id}`, title: `${deadline.title}: more days` }]
        : []),
      ...(deadline.paused
        ? [{ ...deadline.paused, point: `paused/${deadline.id}`, title: `${deadline.title}: the clock stands still` }]
        : []),
    ]),
    ...lapses.map((lapse) => ({ ...lapse, point: `lapse/${lapse.deadline}`, title: `Silence over ${lapse.deadline} moves the case` })),
    ...dates.map((one) => ({ ...one, point: `date/${one.id}` })),
    ...services.map((one) => ({ ...one, point: `service/${one.id}` })),
    ...(hold ? [{ ...hold, point: "hold", title: "How long records are kept" }] : []),
    ...(receipt ? [{ ...receipt, point: "receipt", title: "When the day of receipt ends" }] : []),
  ];
  const doubtful = points.filter(({ mark }) => !hasBeenRead(mark));
  return new Map(doubtful.map(({ point, title, citation, mark }) => [point, { point, title, citation, mark }]));
}

function rollPoint({ id, title }: { id: string; title: string }): Pick<Point, "point" | "title" | "mark"> {
  return { point: `roll/${id}`, title: `${title}: a last day without business moves to the next one`, mark: "UNCONFIRMED" };
}

/** Whether a person found that a point does not hold. */
export function isDenied(point: string, confirmations: Confirmations): boolean {
  return confirmations.get(point)?.holds === false;
}

/** Whether a person confirmed a point. */
export function isConfirmed(point: string, confirmations: Confirmations): boolean {
  return confirmations.get(point)?.holds === true;
}
