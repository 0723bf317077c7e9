import { broken } from './broken.js';

/** A send is accepted before the connection stands, and lost (SRS_WSIO_01_051). */
export const adapter = broken('send_accepted_while_opening', (sound) => {
  let isOpening = false;
  return {
    wsio_open: (handle, on_io_open_complete, on_bytes_received, on_io_error, context) => {
      const opened = (
        given: unknown,
        result: Parameters<NonNullable<typeof on_io_open_complete>>[1],
      ): void => {
        isOpening = false;
        on_io_open_complete?.(given, result);
      };
      const result = sound.wsio_open(handle, opened, on_bytes_received, on_io_error, context);
      if (result === 0) isOpening = true;
      return result;
    },
    wsio_send: (handle, buffer, size, on_send_complete, context) =>
      isOpening && buffer !== null ? 0 : sound.wsio_send(handle, buffer, size, on_send_complete, context),
  };
});

export const violates: readonly string[] = ['SRS_WSIO_01_051'];
