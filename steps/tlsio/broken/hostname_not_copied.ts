import { create_tlsio_direct } from '../../../src/adapters/index.js';
import type { CONCRETE_IO_HANDLE, TLSIO_CONFIG } from '../../../src/adapters/index.js';
import { broken, direct } from './broken.js';

/** The hostname is not copied: the caller's own is looked at again by each open (SRS_TLSIO_30_016). */
export const adapter = broken('hostname_not_copied', direct, (_sound, dependencies) => {
  let memory: Uint8Array = new Uint8Array();
  const aliases = new Map<CONCRETE_IO_HANDLE | null, () => void>();
  const sound = create_tlsio_direct({
    ...dependencies,
    allocate: (size) => {
      const granted = dependencies.allocate(size);
      memory = granted ?? memory;
      return granted;
    },
  });
  return {
    ...sound,
    tlsio_create: (parameters) => {
      const handle = sound.tlsio_create(parameters);
      const copy = memory;
      const look = (): void => {
        const { hostname } = parameters as TLSIO_CONFIG;
        copy.set(new TextEncoder().encode(hostname ?? '').subarray(0, copy.length));
      };
      if (handle !== null) aliases.set(handle, look);
      return handle;
    },
    tlsio_open_async: (handle, ...others) => {
      aliases.get(handle)?.();
      return sound.tlsio_open_async(handle, ...others);
    },
  };
});

export const violates: readonly string[] = ['SRS_TLSIO_30_016'];
