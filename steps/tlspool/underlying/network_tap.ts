import { Duplex } from 'node:stream';

/** A stream as another one, that keeps a copy of what is read from it. */
export function tapped(stream: Duplex): { readonly stream: Duplex; readonly seen: () => Buffer } {
  const seen: Buffer[] = [];
  const copy = new Duplex({
    allowHalfOpen: true,
    read: () => {
      stream.resume();
    },
    write: (bytes: Buffer, _encoding, done) => {
      if (stream.destroyed) done(new Error('the connection is closed'));
      else stream.write(bytes, done);
    },
    final: (done) => {
      stream.end(done);
    },
    destroy: (error, done) => {
      stream.destroy();
      done(error);
    },
  });
  stream.on('data', (bytes: Buffer) => {
    seen.push(bytes);
    if (!copy.push(bytes)) stream.pause();
  });
  stream.on('end', () => copy.push(null));
  stream.on('error', (error) => copy.destroy(error));
  stream.on('close', () => copy.destroy());
  return { stream: copy, seen: () => Buffer.concat(seen) };
}
