// How long a screen takes until its data stands on it, a filter until the list follows, and whether rows are missing while a list scrolls.
import { readdirSync, readFileSync } from "node:fs";

/** No screen that works takes so long; what has not come by then never does. */
const atMost = 30_000;

/**
 * Opens an address anew, and waits until every sign that its data is there stands on the page, and two frames were drawn since.
 *
 * @returns milliseconds since the navigation began, by the page's own clock; processor time of those processes; and what stands there then
 * @throws NeverShown where a sign does not come
 */
export async function openedIn(page, address, signs, processes = []) {
  await page.goto("about:blank");
  const before = processorTicks(processes);
  await page.goto(address, { waitUntil: "commit" });
  const ready = page.waitForFunction(allThere, signs, { polling: "raf", timeout: atMost });
  await ready.catch(async () => {
    const said = await page.evaluate(() => document.querySelector("main")?.textContent?.slice(0, 300));
    throw new NeverShown(`${address} never showed ${JSON.stringify(signs)}, but: ${said}`);
  });
  const ms = await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now())))),
  );
  const processor = processorSince(processes, before);
  return { ms, processor, nodes: await page.evaluate(() => document.querySelectorAll("*").length) };
}

/** A screen without what only its data brings: it has no time, and is no matter of the clock. */
export class NeverShown extends Error {}

/** Whether every sign stands on the page. Runs in the page, in every frame. */
function allThere(signs) {
  return signs.every(({ see, text, least = 1, drawn }) => {
    const found = [...document.querySelectorAll(see)].filter((one) => text === undefined || one.textContent.includes(text));
    if (found.length < least) return false;
    if (!drawn) return true;
    const box = found[0].getBoundingClientRect();
    return box.width > 0 && box.height > 0;
  });
}

/**
 * Types words into the filter of the page, and follows it frame by frame until the count and the rows have changed and stay as they are.
 *
 * @returns milliseconds from the keystroke to the frame that shows the new list
 * @throws where the count does not change
 */
export function filteredIn(page, words) {
  return page.evaluate(
    async ({ words, atMost }) => {
      const box = document.querySelector("search input");
      const seen = () =>
        [
          document.querySelector("search [role=status]")?.textContent,
          document.querySelector("main table")?.getAttribute("aria-rowcount") ??
            document.querySelectorAll("main tbody tr:not([hidden])").length,
          ...[...document.querySelectorAll("main tbody tr:not([hidden])")].slice(0, 4).map((one) => one.textContent),
        ].join("\n");
      // A frame has been painted when a message that was posted in it arrives.
      const painted = () =>
        new Promise((done) =>
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = done;
            port2.postMessage(null);
          }),
        );
      await painted();
      const before = { shown: seen(), count: document.querySelector("search [role=status]")?.textContent };
      const start = performance.now();
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(box, words);
      box.dispatchEvent(new Event("input", { bubbles: true }));
      let [shown, changed] = [before.shown, null];
      for (let now = start; now - start < atMost; now = performance.now()) {
        await painted();
        const next = seen();
        if (next !== shown) [shown, changed] = [next, performance.now()];
        const counted = document.querySelector("search [role=status]")?.textContent !== before.count;
        if (changed !== null && counted && performance.now() - changed > 250) return changed - start;
      }
      throw new Error(`the list did not follow the filter "${words}": ${shown.slice(0, 200)}`);
    },
    { words, atMost: 10_000 },
  );
}

/**
 * Scrolls through the table from its top, then back from its end, and looks in every frame whether a place inside it shows no row, and whether
 * rows that are drawn follow one on the other.
 */
export function scrolledIn(page, frames) {
  return page.evaluate(async (most) => {
    const table = document.querySelector("main table");
    const result = { frames: 0, dropped: 0, longest: 0, lowest: 0 };
    let before = performance.now();
    const look = () => {
      const { top, bottom, left, right } = table.getBoundingClientRect();
      const blank = [0.2, 0.4, 0.6, 0.8].some((share) => {
        const y = innerHeight * share;
        if (y < top + 60 || y > bottom - 60) return false;
        const found = document.elementFromPoint((left + right) / 2, y);
        return found !== null && table.contains(found) && found.closest("tr[aria-hidden]") !== null;
      });
      const drawn = [...table.querySelectorAll("tbody tr[aria-rowindex]")].map((one) => Number(one.getAttribute("aria-rowindex")));
      const torn = drawn.some((index, at) => at > 0 && index !== drawn[at - 1] + 1);
      if (blank || torn) result.dropped += 1;
      result.lowest = Math.max(result.lowest, drawn.at(-1) ?? 0);
    };
    const step = async (place) => {
      window.scrollTo(0, place);
      await new Promise(requestAnimationFrame);
      // What is painted is what stands there once the callbacks of the frame are done.
      await new Promise((done) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = done;
        port2.postMessage(null);
      });
      const now = performance.now();
      result.frames += 1;
      result.longest = Math.max(result.longest, now - before);
      before = now;
      look();
    };
    const end = () => document.documentElement.scrollHeight - innerHeight;
    for (let place = 0; result.frames < most && place < end(); place += 450) await step(place);
    for (let turn = 0; turn < 10 && scrollY < end() - 1; turn++) await step(end());
    for (let place = end(), back = 0; back < most && place > 0; place -= 1_300, back++) await step(place);
    return result;
  }, frames);
}

/** Processor time in clock ticks of each process that is one of some, or that one of them started, as Linux counts it. */
function processorTicks(processes) {
  const all = new Map();
  for (const id of processes.length > 0 ? readdirSync("/proc") : []) {
    if (!/^\d+$/.test(id)) continue;
    try {
      const fields = readFileSync(`/proc/${id}/stat`, "utf8").split(") ")[1].split(" ");
      all.set(Number(id), { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) });
    } catch {
      // It has ended meanwhile.
    }
  }
  const counts = (id) => {
    for (let at = id; all.has(at); at = all.get(at).parent) if (processes.includes(at)) return true;
    return false;
  };
  return new Map([...all].filter(([id]) => counts(id)).map(([id, { ticks }]) => [id, ticks]));
}

/** Milliseconds of processor time since then, of the processes that are still there. */
function processorSince(processes, before) {
  return [...processorTicks(processes)].reduce((sum, [id, ticks]) => sum + ticks - (before.get(id) ?? 0), 0) * 10;
}
