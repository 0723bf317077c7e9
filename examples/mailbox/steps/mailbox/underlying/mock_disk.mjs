import { Buffer } from 'node:buffer';

/** Files in memory. They fail when they are told to, and at no other time. */
export function mockDisk() {
  const files = new Map();
  return {
    write(file, bytes) {
      files.set(file, Buffer.from(bytes));
      return true;
    },
    failingWrite: () => () => false,
    read: (file) => files.get(file) ?? null,
    remove: (file) => files.delete(file),
    names: () => [...files.keys()].sort(),
    dispose: () => undefined,
  };
}
