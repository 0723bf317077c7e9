import type { Socket } from 'node:net';
import type { DialListener } from '../wire.js';
import type { LineEnd, LineListener } from './line.js';

/** A TCP socket as an end of a line. */
export function socketLine(socket: Socket): LineEnd {
  // An error always comes with a `close`, which is what is reported if nobody listens yet.
  let failure: Error | null = null;
  socket.on('error', (error) => {
    failure = error;
  });
  return {
    write(bytes, done) {
      socket.write(bytes, (error) => {
        done(error ?? null);
      });
    },
    finish() {
      socket.end();
    },
    reset() {
      socket.resetAndDestroy();
    },
    destroy() {
      socket.destroy();
    },
    pause() {
      socket.pause();
    },
    resume() {
      socket.resume();
    },
    attach(listener: LineListener) {
      socket.on('data', (bytes: Buffer) => {
        listener.received(bytes);
      });
      socket.on('end', () => {
        listener.finished();
      });
      socket.on('error', (error) => {
        listener.failed(error);
      });
      if (failure !== null) listener.failed(failure);
    },
  };
}

/** A socket that begins to connect as an end of a line; the listener is told how that ended. */
export function diallingLine(socket: Socket, listener: DialListener): LineEnd {
  const failed = (error: Error): void => {
    listener.failed(error);
  };
  socket.once('error', failed);
  socket.once('connect', () => {
    socket.off('error', failed);
    listener.connected();
  });
  return socketLine(socket);
}
