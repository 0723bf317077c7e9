import { broken } from './broken.js';

/** Each send is completed with the context of the first one (SRS_WSIO_01_059). */
export const adapter = broken('wrong_context_on_send_complete', (sound) => {
  let first: unknown = null;
  return {
    wsio_send: (handle, buffer, size, on_send_complete, context) => {
      first ??= context;
      return sound.wsio_send(handle, buffer, size, on_send_complete, first);
    },
  };
});

export const violates: readonly string[] = ['SRS_WSIO_01_059', 'SRS_WSIO_01_110'];
