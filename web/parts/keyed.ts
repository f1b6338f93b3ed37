/** Things that have no name of their own, by what they say and how often that was said before. */
export function withKeys<One>(all: readonly One[]): { key: string; one: One }[] {
  const seen = new Map<string, number>();
  return all.map((one) => {
    const text = JSON.stringify(one);
    const count = seen.get(text) ?? 0;
    seen.set(text, count + 1);
    return { key: `${count} ${text}`, one };
  });
}
