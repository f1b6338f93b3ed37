/** `27 Nov 2026`: never a form in which day and month can be taken for each other. */
export function dayWords(day: string): string {
  const date = new Date(`${day.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? day : threeLetters(dayFormat.format(date));
}

/** A sentence with its days as `27 Nov 2026`, and its moments as `27 Nov 2026, 10:41` with the zone. */
export function daysInWords(sentence: string): string {
  return sentence.replace(/\b\d{4}-\d\d-\d\dT[\d:.]+Z/g, momentWords).replace(/\b\d{4}-\d\d-\d\d\b/g, dayWords);
}

/** `27 Nov 2026, 10:41` in the zone of this machine, with the zone named. */
export function momentWords(instant: string): string {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? instant : threeLetters(momentFormat.format(date));
}

const dayFormat = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const momentFormat = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  timeZoneName: "short",
});

/** Of the months, September alone has four letters in British English. */
function threeLetters(words: string): string {
  return words.replace("Sept ", "Sep ");
}

/** How far a day is from another, in words: `in 3 days`, `today`, `2 days ago`. */
export function daysAway(day: string, from: string): string {
  const days = Math.round((Date.parse(day) - Date.parse(from)) / 86_400_000);
  if (days === 0) return "today";
  const count = `${Math.abs(days).toLocaleString("en")} ${Math.abs(days) === 1 ? "day" : "days"}`;
  return days > 0 ? `in ${count}` : `${count} ago`;
}
