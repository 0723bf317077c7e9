import { brokenBelow } from './broken.js';

/** Messages go out as text (SRS_WSIO_01_075). */
export const adapter = brokenBelow('text_frames', (sound) => ({
  lws_write: (wsi, buf, len) => sound.lws_write(wsi, buf, len, 'LWS_WRITE_TEXT'),
}));

export const violates: readonly string[] = ['SRS_WSIO_01_050', 'SRS_WSIO_01_075'];
