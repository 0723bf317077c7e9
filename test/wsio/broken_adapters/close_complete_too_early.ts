import { broken } from './broken.js';

/** The close callback comes before there is anything closed (SRS_WSIO_01_047). */
export const adapter = broken('close_complete_too_early', (sound) => ({
  wsio_close: (handle, on_io_close_complete, context) => {
    let told = false;
    const tell = (): void => {
      if (!told) on_io_close_complete?.(context);
      told = true;
    };
    // What a dry run shows: a close is accepted where a send is.
    const isOpen = handle !== null && sound.wsio_send(handle, new Uint8Array(1), 1, null, null) === 0;
    if (isOpen) tell();
    return sound.wsio_close(handle, tell, context);
  },
}));

export const violates: readonly string[] = ['SRS_WSIO_01_047'];
