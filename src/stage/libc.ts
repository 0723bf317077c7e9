import { createRequire } from 'node:module';
import type * as Koffi from 'koffi';

/** Memory that functions of libc read and write: it has an address, and stays where it is. */
export interface Memory {
  /** For a parameter `void *`. */
  readonly pointer: unknown;
  readonly address: bigint;
  readonly bytes: Buffer;
}

/** The C library of this process, as the judge's peers and doubles use it: an adapter that needs it has a binding of its own. */
export interface Libc {
  /** A function by its prototype in C, whose result is a whole number; a `void *` takes a buffer or {@link Memory}'s pointer. */
  readonly function: (prototype: string) => (...parameters: readonly unknown[]) => number;
  /** Number of the error that the last call has left on this thread. */
  readonly errno: () => number;
  readonly memory: (size: number) => Memory;
}

let loaded: Libc | null = null;

/**
 * libc, loaded with the first call.
 * @throws Error where the system is not Linux, or koffi can't be loaded.
 */
export function libc(): Libc {
  loaded ??= load();
  return loaded;
}

function load(): Libc {
  if (process.platform !== 'linux')
    throw new Error(`libc is bound on Linux alone, not on ${process.platform}`);
  // Not imported: who never needs it does not pay for loading it.
  const koffi = createRequire(import.meta.url)('koffi') as typeof Koffi;
  const library = koffi.load('libc.so.6');
  return {
    function: (prototype) => library.func(prototype) as (...parameters: readonly unknown[]) => number,
    errno: () => koffi.errno(),
    memory: (size) => {
      const pointer: unknown = koffi.alloc('uint8_t', size);
      return { pointer, address: koffi.address(pointer), bytes: Buffer.from(koffi.view(pointer, size)) };
    },
  };
}
