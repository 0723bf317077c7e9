import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { packageRoot } from '../../../../src/package.js';
import { parseSpecification } from '../../../../src/specification/index.js';
import { tablesOf } from './tables.js';
import { Wire, wireOf } from './wire.js';

const file = 'tlspool_requirements.md';
const text = readFileSync(join(packageRoot, 'spec', file), 'utf8');
const specification = parseSpecification({ file, text });
const wire = wireOf(specification);

/** What the judge reads from the document, a part of which is replaced. */
function changed(from: string, to: string): () => Wire {
  assert.ok(text.includes(from), from);
  return () => new Wire(tablesOf(parseSpecification({ file, text: text.replace(from, to) })));
}

describe('the messages of a document', () => {
  it('are read from it once', () => {
    assert.equal(wireOf(specification), wire);
  });

  it('have the size that their last field reaches', () => {
    assert.equal(wire.size, 388);
    assert.equal(changed('| 8 | 380 |', '| 8 | 381 |')().size, 389);
  });

  it('hold numbers, texts and bytes where the tables say', () => {
    const message = wire.encode({
      reqid: 0x0102,
      cmd: 'STARTTLS',
      flags: 'LOCALROLE_SERVER+FORK',
      localid: 'server.example',
      ctlkey: Buffer.alloc(16, 0xab),
    });
    assert.equal(wire.command(message), 'STARTTLS');
    assert.equal(wire.number(message, 'flags'), 0x4002);
    assert.equal(message.toString('latin1', 20, 34), 'server.example');
    assert.equal(wire.value(message, 'localid'), 'server.example');
    assert.equal(wire.value(message, 'ctlkey'), 'ab'.repeat(16));
    const moved = changed('| 20 | 128 |', '| 260 | 128 |')();
    assert.equal(moved.encode({ localid: 'a' }).indexOf('a'), 260);
  });

  it('have signed numbers for errors, by name', () => {
    const error = wire.encode({ cmd: 'ERROR', tlserrno: 'E_TLSPOOL_COMMAND_UNKNOWN' });
    assert.equal(wire.number(error, 'tlserrno'), -1167372280);
    assert.equal(wire.errorIn(error), 'E_TLSPOOL_COMMAND_UNKNOWN');
    assert.equal(wire.errors.number('EPIPE'), constants.errno.EPIPE);
    assert.equal(wire.errorName(12345), '12345');
  });

  it('have texts that end: one without a NUL is none', () => {
    const message = wire.encode({ service: wire.longest('service') });
    assert.equal(wire.text(message, 'service'), wire.longest('service'));
    message.fill('x', 292, 308);
    assert.equal(wire.text(message, 'service'), null);
    assert.throws(() => wire.encode({ service: 'x'.repeat(16) }), /no room/);
  });

  it('are known by their commands: which of them ask, and which are commands of the API', () => {
    assert.ok(wire.asks(wire.encode({ cmd: 'PLAINTEXT_CONNECT' })));
    assert.ok(!wire.asks(wire.encode({ cmd: 'STARTTLS' })));
    assert.equal(wire.command(wire.encode({ cmd: '0x7f' })), '0x7f');
    const command = wire.commandOf({ cmd: 'PING', producer: 'somebody' });
    const message = wire.messageOf(command);
    assert.equal(message && wire.text(message, 'producer'), 'somebody');
    for (const none of [null, {}, { cmd: 1, payload: Buffer.alloc(3) }])
      assert.equal(wire.messageOf(none), null);
  });
});

describe('what the tables of a document lack', () => {
  it('is named', () => {
    for (const [from, to, error] of [
      [
        '| command | number | kind |',
        '| command | code | kind |',
        /0 tables with the columns command, number/,
      ],
      ['| signed number |', '| integer |', /tlserrno is of the kind integer; expected one of number/],
      ['| 292 | 16 |', '| behind | 16 |', /expected a whole number in the column offset, not behind/],
    ] as const)
      assert.throws(changed(from, to), error);
  });

  it('is no field, command, flag or error', () => {
    for (const name of ['nothing', 'constructor', 'toString'])
      assert.throws(() => wire.encode({ [name]: 1 }), new RegExp(`no field ${name}`));
    assert.throws(() => wire.encode({ cmd: 'constructor' }), /no command constructor/);
    assert.throws(() => wire.encode({ flags: 'FORK+NONE' }), /no flag NONE/);
    assert.throws(() => wire.encode({ tlserrno: 'E_NONE' }), /no error E_NONE/);
  });
});

it('each row of these tables is a requirement, and each a row', () => {
  const rows = tablesOf(specification).filter(([row]) =>
    /field|number/.test([...(row?.keys() ?? [])].join(' ')),
  );
  const ids = rows.flat().map((row) => /SRS_TLSPOOL_01_\d+(?=: \[)/.exec([...row.values()].join(' '))?.[0]);
  const expected = specification.requirements.filter(({ id }) => /_01_3\d\d$/.test(id)).map(({ id }) => id);
  assert.deepEqual(ids, expected);
  assert.equal(expected.length, 41);
});
