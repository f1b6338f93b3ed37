/** Gives bytes in pieces of one size, each in the same memory again, as a stream may: for tests. */
export async function* samplePieces(content: string | Uint8Array, pieceBytes: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(content);
  const memory = Buffer.alloc(pieceBytes);
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const length = bytes.copy(memory, 0, at, at + pieceBytes);
    yield memory.subarray(0, length);
  }
}
