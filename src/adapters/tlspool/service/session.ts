import type { Duplex } from 'node:stream';
import type { TLSSocket } from 'node:tls';

/**
 * Carries plain text between an application and its peer until either is gone.
 * @param onEnd Called once, when both directions have ended.
 * @returns Ends it at once.
 */
export function carry(plain: Duplex, secured: TLSSocket, cipher: Duplex, onEnd: () => void): () => void {
  let left = 2;
  const end = (): void => {
    for (const stream of [plain, secured, cipher]) stream.destroy();
  };
  const closed = (): void => {
    left -= 1;
    end();
    if (left === 0) onEnd();
  };
  for (const stream of [plain, secured]) stream.once('close', closed);
  for (const stream of [plain, secured, cipher]) stream.on('error', end);
  plain.pipe(secured);
  secured.pipe(plain);
  return end;
}
