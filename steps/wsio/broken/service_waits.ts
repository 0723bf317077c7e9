import { brokenBelow } from './broken.js';

/** libwebsockets may wait for something to do (SRS_WSIO_01_112). */
export const adapter = brokenBelow('service_waits', (sound) => ({
  lws_service: (context) => sound.lws_service(context, 10),
}));

export const violates: readonly string[] = ['SRS_WSIO_01_112'];
