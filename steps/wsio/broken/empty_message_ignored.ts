import { brokenBelow } from './broken.js';

/** An empty message is taken for nothing (SRS_WSIO_01_087). */
export const adapter = brokenBelow('empty_message_ignored', (sound) => ({
  lws_create_context: (info) =>
    sound.lws_create_context({
      ...info,
      protocols: info.protocols.map((protocol) => ({
        ...protocol,
        callback:
          protocol.callback &&
          ((wsi, reason, user, bytes, len) =>
            reason === 'LWS_CALLBACK_CLIENT_RECEIVE' && len === 0
              ? 0
              : (protocol.callback?.(wsi, reason, user, bytes, len) ?? 0)),
      })),
    }),
}));

export const violates: readonly string[] = ['SRS_WSIO_01_087'];
