import { constants } from 'node:os';
import { Duplex } from 'node:stream';
import type { Descriptors } from '../../../../src/adapters/tlspool/descriptors.js';

const { EAGAIN, EBADF } = constants.errno;
const LARGEST_READ = 65_536;

/** What a stream needs beside the descriptors that it is over. */
export interface StreamOptions {
  /** Tells the other end that nothing more is written. */
  readonly onFinal: () => void;
  /** Called once, when the stream has gone. */
  readonly onDestroy: () => void;
}

/** A stream over a descriptor, which it closes in the end. What nobody wants yet is left where it is. */
export function streamOver(
  descriptors: Pick<Descriptors, 'receive' | 'send' | 'close' | 'watch' | 'whenWritable'>,
  descriptor: number,
  { onFinal, onDestroy }: StreamOptions,
): Duplex {
  let wanted = false;
  let stopWriting = (): void => undefined;
  const fill = (): void => {
    while (wanted) {
      const { length, bytes } = descriptors.receive(descriptor, LARGEST_READ);
      if (length < 0 && length !== -EBADF) return;
      wanted = length > 0 ? stream.push(bytes) : false;
      if (length <= 0) stream.push(null);
    }
  };
  const stream = new Duplex({
    allowHalfOpen: true,
    read: () => {
      wanted = true;
      setImmediate(fill);
    },
    write: (bytes: Buffer, _encoding, done) => {
      const write = (): void => {
        const sent = descriptors.send(descriptor, bytes, []);
        if (sent === -EAGAIN) stopWriting = descriptors.whenWritable(descriptor, write);
        else done(sent < 0 ? Object.assign(new Error(`errno ${-sent}`), { code: 'EPIPE' }) : null);
      };
      write();
    },
    final: (done) => {
      onFinal();
      done();
    },
    destroy: (error, done) => {
      onDestroy();
      stop();
      stopWriting();
      descriptors.close(descriptor);
      done(error);
    },
  });
  const stop = descriptors.watch(descriptor, fill);
  return stream;
}
