/** Smaller pieces are not looked at: they are many, and add up in the memory that the thread has a limit for. */
const leastBytes = 1 << 20;

/**
 * Bounds what is unpacked in a thread. Buffers lie outside the memory that `resourceLimits` bounds, and a stream of a few kilobytes can swell
 * to gigabytes whatever it is packed with, and however often; so every larger buffer is refused once those that live come to more.
 *
 * For a thread of its own alone: it changes what `Uint8Array` is there.
 *
 * @returns whether something was refused: whoever asked may have passed over it
 */
export function boundBuffers(megabytes: number): () => boolean {
  const most = megabytes << 20;
  let refused = false;
  globalThis.Uint8Array = new Proxy(Uint8Array, {
    construct(target, given: unknown[], newTarget) {
      const [size] = given;
      if (typeof size === "number" && size >= leastBytes && (size > most || process.memoryUsage().arrayBuffers + size > most)) {
        refused = true;
        throw new RangeError("it unpacks to more than is read of one file");
      }
      return Reflect.construct(target, given, newTarget) as Uint8Array;
    },
  });
  return () => refused;
}
