import { create_tlsio_direct } from '../../../src/adapters/index.js';
import { broken, direct } from './broken.js';

/** The caller's buffer is not copied: what it holds when tlsio_dowork runs is what goes out (SRS_TLSIO_30_063). */
export const adapter = broken('buffer_not_copied', direct, (_sound, dependencies) => {
  let memory: Uint8Array = new Uint8Array();
  const aliases: (() => void)[] = [];
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
    tlsio_send_async: (handle, buffer, size, ...others) => {
      const result = sound.tlsio_send_async(handle, buffer, size, ...others);
      const copy = memory;
      if (result === 0)
        aliases.push(() => {
          copy.set(buffer?.subarray(0, size) ?? []);
        });
      return result;
    },
    tlsio_dowork: (handle) => {
      for (const look of aliases.splice(0)) look();
      sound.tlsio_dowork(handle);
    },
  };
});

export const violates: readonly string[] = ['SRS_TLSIO_30_063'];
