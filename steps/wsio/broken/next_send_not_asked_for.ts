import { brokenBelow } from './broken.js';

/** Behind a write libwebsockets is not asked for the next event (SRS_WSIO_01_081). */
export const adapter = brokenBelow('next_send_not_asked_for', (sound) => {
  let isWriting = false;
  return {
    lws_service: (context, timeout_ms) => {
      isWriting = true;
      const result = sound.lws_service(context, timeout_ms);
      isWriting = false;
      return result;
    },
    lws_callback_on_writable: (wsi) => (isWriting ? 0 : sound.lws_callback_on_writable(wsi)),
  };
});

export const violates: readonly string[] = ['SRS_WSIO_01_081', 'SRS_WSIO_01_115', 'SRS_WSIO_01_116'];
