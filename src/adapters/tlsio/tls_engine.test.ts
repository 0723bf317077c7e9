import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createSecureContext } from 'node:tls';
import { TICK } from '../testing/user.js';
import { CipherPipe } from './cipher_pipe.js';
import { TlsEngine } from './tls_engine.js';

describe('a TLS engine', () => {
  it('takes only little before what it was given has gone, and says of none that it has', async () => {
    const pipe = new CipherPipe();
    const engine = new TlsEngine(pipe.stream, {
      hostname: 'h',
      port: 1,
      secureContext: createSecureContext(),
    });
    let given = 0;
    while (engine.writable && given < 1024 * 1024) {
      given += 1024;
      engine.write(Buffer.alloc(1024), () => assert.fail('nothing has gone'));
    }
    assert.ok(given > 0 && given < 64 * 1024, `${given} bytes were taken`);
    engine.discard();
    pipe.discard();
    for (let turn = 0; turn < 5; turn += 1) await TICK();
  });

  it('makes no connection of trust by itself: it is not secured before the handshake', () => {
    const pipe = new CipherPipe();
    const engine = new TlsEngine(pipe.stream, {
      hostname: 'h',
      port: 1,
      secureContext: createSecureContext(),
    });
    const sent: number[] = [];
    pipe.flush((bytes, done) => {
      sent.push(bytes[0] ?? 0);
      done(true);
      return true;
    });
    assert.deepEqual(sent, [22], 'one handshake record, the ClientHello');
    assert.ok(!engine.secured);
    engine.discard();
    pipe.discard();
  });
});
