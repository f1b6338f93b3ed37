/**
 * A text of its own. V8 keeps a part of a text as a view into the whole, so that one kept name would hold the megabyte it was read
 * from; parts under 13 characters are copied anyway.
 */
export function ownCopy(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}
