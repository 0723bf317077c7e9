/** Contents for a message in which every byte out of its place shows: a row of bytes whose period is prime. */
export function patterned(size: number): Buffer {
  const period = Buffer.from(Uint8Array.from({ length: 251 }, (_, index) => (index * 31 + 7) & 0xff));
  return Buffer.alloc(size, period);
}
