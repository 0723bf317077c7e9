import assert from 'node:assert/strict';
import { endianness } from 'node:os';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { COMMANDS, commandName, FLAGS, isCallback, KNOWN_FLAGS } from './commands.js';
import { errorText, TLSPOOL_ERRORS, type TlspoolErrorName } from './errors.js';
import {
  encode,
  longestText,
  MESSAGE_SIZE,
  payloadOf,
  readBytes,
  readNumber,
  readText,
  withPayload,
  writeFields,
  type FieldName,
  type FieldValues,
  type TextField,
} from './wire.js';

/** Bytes of a number, written here as a little endian host has them. */
const host = (...bytes: readonly number[]): readonly number[] =>
  endianness() === 'LE' ? bytes : [...bytes].reverse();

/** 388 bytes, all zero but for those given at their offsets. */
function layout(parts: Readonly<Record<number, readonly number[] | string>>): Buffer {
  const message = Buffer.alloc(388);
  for (const [offset, bytes] of Object.entries(parts))
    Buffer.from(bytes as string).copy(message, Number(offset));
  return message;
}

describe('a message on the wire', () => {
  const NUMBERS: readonly (readonly [FieldName, number, number, readonly number[]])[] = [
    ['reqid', 0xa1b2, 0, host(0xb2, 0xa1)],
    ['cbid', 0x0304, 2, host(0x04, 0x03)],
    ['cmd', 0x8000002a, 4, host(0x2a, 0, 0, 0x80)],
    ['tlserrno', -1167372288 + 24, 8, host(0x18, 0x50, 0x6b, 0xba)],
    ['facilities', 0xdeadbeef, 144, host(0xef, 0xbe, 0xad, 0xde)],
    ['flags', 0x00017fed, 8, host(0xed, 0x7f, 0x01, 0)],
    ['local', 0x01020304, 12, host(4, 3, 2, 1)],
    ['ipproto', 6, 16, [6]],
    ['streamid', 0x1234, 18, host(0x34, 0x12)],
    ['timeout', 0xfffffffe, 308, host(0xfe, 0xff, 0xff, 0xff)],
  ];
  for (const [name, value, offset, bytes] of NUMBERS) {
    it(`has ${name} at offset ${offset}`, () => {
      const message = layout({ [offset]: bytes });
      assert.deepEqual(encode({ [name]: value }), message);
      assert.equal(readNumber(message, name as 'reqid'), value);
    });
  }

  const TEXTS: readonly (readonly [TextField, number, number])[] = [
    ['message', 12, 128],
    ['producer', 8, 136],
    ['localid', 20, 128],
    ['remoteid', 148, 128],
    ['service', 292, 16],
  ];
  for (const [name, offset, size] of TEXTS) {
    it(`has ${name}, a text, in ${size} bytes from offset ${offset}`, () => {
      const message = layout({ [offset]: 'imap' });
      assert.deepEqual(encode({ [name]: 'imap' }), message);
      assert.equal(readText(message, name), 'imap');
      assert.equal(longestText(name), size - 1);
    });

    it(`refuses a ${name} that leaves no byte for the NUL, counted in bytes`, () => {
      const longest = 'x'.repeat(size - 1);
      assert.deepEqual(encode({ [name]: longest }), layout({ [offset]: longest }));
      const two = 'é'.repeat(size / 2);
      for (const long of [`${longest}x`, two]) assert.throws(() => encode({ [name]: long }), RangeError);
    });

    it(`ends a ${name} that came without a NUL before its last byte`, () => {
      const message = Buffer.alloc(388, 'y');
      assert.equal(readText(message, name), 'y'.repeat(size - 1));
    });
  }

  it('reads a text up to its first NUL, whatever stands behind it', () => {
    assert.equal(readText(layout({ 20: 'one\0two' }), 'localid'), 'one');
    assert.equal(readText(layout({ 21: 'one' }), 'localid'), '');
  });

  it('leaves nothing of a longer text behind a shorter one', () => {
    const message = encode({ localid: 'a long name' });
    writeFields(message, { localid: 'b' });
    assert.deepEqual(message, layout({ 20: 'b' }));
  });

  it('has the control key at offset 276', () => {
    const ctlkey = Buffer.from('0123456789abcdef');
    const message = layout({ 276: '0123456789abcdef' });
    assert.deepEqual(encode({ ctlkey }), message);
    assert.deepEqual(readBytes(message, 'ctlkey'), ctlkey);
    assert.throws(() => encode({ ctlkey: Buffer.alloc(17) }), RangeError);
  });

  it('is a STARTTLS of a client as the C structures have it', () => {
    const message = encode({
      reqid: 0x0102,
      cmd: COMMANDS.STARTTLS,
      flags: FLAGS.LOCALROLE_CLIENT | FLAGS.REMOTEROLE_SERVER,
      ipproto: 6,
      localid: 'me@example.org',
      remoteid: 'imap.example.org',
      ctlkey: Buffer.alloc(16, 0x7e),
      service: 'imap',
      timeout: 1000,
    });
    assert.deepEqual(
      message,
      layout({
        0: host(2, 1),
        4: host(0x24, 0, 0, 0),
        8: host(9, 0, 0, 0),
        16: [6],
        20: 'me@example.org',
        148: 'imap.example.org',
        276: '~'.repeat(16),
        292: 'imap',
        308: host(0xe8, 3, 0, 0),
      }),
    );
  });

  it('refuses numbers that their fields do not hold', () => {
    const bad: readonly FieldValues[] = [
      { reqid: 0x10000 },
      { cbid: -1 },
      { cmd: 2 ** 32 },
      { ipproto: 256 },
    ];
    for (const values of bad) assert.throws(() => encode(values), RangeError);
  });

  it('carries all 380 bytes of a payload behind its header, and no more', () => {
    const payload = Buffer.alloc(400, 1);
    const message = withPayload({ reqid: 1, cbid: 2, cmd: 3 }, payload);
    assert.equal(message.length, MESSAGE_SIZE);
    assert.deepEqual([...message.subarray(0, 8)], [...host(1, 0), ...host(2, 0), ...host(3, 0, 0, 0)]);
    assert.deepEqual(payloadOf(message), payload.subarray(0, 380));
    assert.deepEqual([...withPayload({ reqid: 0, cbid: 0, cmd: 0 }, Buffer.of(9)).subarray(8, 10)], [9, 0]);
  });

  it('can be read whatever its bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 388, maxLength: 388 }), (bytes) => {
        const message = Buffer.from(bytes);
        for (const [name, , offset, { length }] of NUMBERS) {
          assert.deepEqual(
            encode({ [name]: readNumber(message, name as 'reqid') }),
            layout({ [offset]: [...message.subarray(offset, offset + length)] }),
          );
        }
        for (const [name] of TEXTS) assert.doesNotMatch(readText(message, name), /\0/);
      }),
    );
  });
});

describe('the numbers of the protocol', () => {
  it('are those of the C headers', () => {
    const { SUCCESS, ERROR, PING, STARTTLS, STARTTLS_LOCALID, PINENTRY, PLAINTEXT_CONNECT, PRNG, INFO } =
      COMMANDS;
    assert.deepEqual(
      [SUCCESS, ERROR, PING, STARTTLS, STARTTLS_LOCALID, PINENTRY, PLAINTEXT_CONNECT, PRNG, INFO],
      [0, 1, 0x10, 0x24, 0x28, 0x29, 0x2a, 0x2b, 0x2c],
    );
    assert.equal(KNOWN_FLAGS, 0x7ff0f);
    assert.equal(commandName(0x28), 'STARTTLS_LOCALID');
    assert.equal(commandName(0x7f), '0x7f');
  });

  it('tell callbacks from what ends an exchange', () => {
    const all = Array.from({ length: 0x400 }, (_, cmd) => cmd);
    assert.deepEqual(all.filter(isCallback), [0x28, 0x2a]);
  });

  it('are those of the table of errors', () => {
    assert.equal(TLSPOOL_ERRORS.E_TLSPOOL_OUT_OF_MEMORY, -1167372288);
    assert.equal(TLSPOOL_ERRORS.E_TLSPOOL_CLIENT_REFUSES_CALLBACK, -1167372285);
    assert.equal(TLSPOOL_ERRORS.E_TLSPOOL_COMMAND_UNKNOWN, -1167372280);
    assert.equal(TLSPOOL_ERRORS.E_TLSPOOL_RENEGOTIATION_NOT_FOUND, -1167372269);
    assert.equal(TLSPOOL_ERRORS.E_TLSPOOL_STIRRED_NOT_SHAKEN, -1167372264);
    const names = Object.keys(TLSPOOL_ERRORS) as TlspoolErrorName[];
    assert.equal(new Set(Object.values(TLSPOOL_ERRORS)).size, names.length);
    for (const name of names)
      assert.equal(readText(encode({ message: errorText(name) }), 'message'), errorText(name));
  });
});
