import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { extracted, readSpecification, type Requirement, type Specification } from './index.js';

const COUNTS = {
  tlsio: [69, 68],
  wsio: [126, 126],
  async_socket_linux: [84, 84],
  async_socket_win32: [81, 81],
} as const;
const NAMES = Object.keys(COUNTS) as (keyof typeof COUNTS)[];

const fileOf = (name: string): string => `spec/${name}_requirements.md`;
const sources = new Map(NAMES.map((name) => [name, readFileSync(fileOf(name), 'utf8')]));
const specifications = new Map<string, Specification>();
for (const name of NAMES) specifications.set(name, await readSpecification(fileOf(name)));

function specification(name: string): Specification {
  const found = specifications.get(name);
  assert.ok(found);
  return found;
}

function requirement(label: string): Requirement {
  const found = [...specifications.values()]
    .flatMap(({ requirements }) => requirements)
    .find((one) => one.label === label);
  assert.ok(found, label);
  return found;
}

interface Derived {
  readonly id: string;
  readonly text: string;
  readonly line: number;
  readonly endLine: number;
}

/** The requirements as a plain pattern finds them in the bundled documents, which all keep to one of two notations. */
function derived(source: string): readonly Derived[] {
  const lineAt = (offset: number): number => source.slice(0, offset).split('\n').length;
  return [...source.matchAll(/\*\*(SRS_\w+):? \\?\[\*\*([^]*?)\*\*\\?\]\*\*/g)].map(
    ({ index, 0: whole, 1: id, 2: body }) => ({
      id: id ?? '',
      text: reduced(body ?? ''),
      line: lineAt(index),
      endLine: lineAt(index + whole.length),
    }),
  );
}

function reduced(markdown: string): string {
  return markdown
    .replace(/^```c?$/gm, '')
    .replace(/\[([^\]]+)\]\(#\S+(?: ".*?")?\)/g, '$1')
    .replace(/(?<!\S)_([a-z ]+)_(?=[\s,.])/g, '$1')
    .replaceAll('`', '')
    .replace(/\s+/g, ' ')
    .trim();
}

describe('the bundled documents', () => {
  for (const name of NAMES) {
    const source = sources.get(name) ?? '';

    it(`${name}: every requirement, its text and its lines`, () => {
      const { requirements } = specification(name);
      const found = requirements.map(({ id, text, slice }) => ({
        id,
        text,
        line: slice.line,
        endLine: slice.endLine,
      }));
      assert.deepEqual(found, derived(source));
      assert.deepEqual([found.length, new Set(found.map(({ id }) => id)).size], COUNTS[name]);
    });

    it(`${name}: slices cut the source from the marker to its end`, () => {
      const lines = source.split('\n');
      for (const { id, slice, markdown } of specification(name).requirements) {
        const cut = source.slice(slice.start, slice.end);
        assert.match(cut, new RegExp(`^X?\\*\\*${id}:? \\\\?\\[\\*\\*[^]*\\]\\*\\*$`));
        assert.ok(cut.includes(markdown));
        const line = lines[slice.line - 1] ?? '';
        assert.ok(line.slice(slice.column - 1).startsWith(cut.split('\n')[0] ?? ''));
      }
    });

    it(`${name}: name, file and hash`, () => {
      const { name: found, file, sha256 } = specification(name);
      assert.deepEqual([found, file], [name, fileOf(name)]);
      assert.equal(
        sha256,
        createHash('sha256')
          .update(readFileSync(fileOf(name)))
          .digest('hex'),
      );
    });
  }

  it('texts that a plain pattern could get wrong', () => {
    assert.equal(
      requirement('SRS_TLSIO_30_017').text,
      'For direct designs, if either the underlying_io_interface or underlying_io_parameters of io_create_parameters is non-NULL, tlsio_create shall log an error and return NULL.',
    );
    assert.equal(
      requirement('SRS_TLSIO_30_022').text,
      'If the adapter is in any state other than TLSIO_STATE_EXT_CLOSED when tlsio_destroy is called, the adapter shall enter TLSIO_STATE_EXT_CLOSING and then enter TLSIO_STATE_EXT_CLOSED before completing the destroy process.',
    );
    assert.match(requirement('SRS_TLSIO_30_030').text, /return _FAILURE_\.$/);
    assert.equal(
      requirement('SRS_WSIO_01_003').text,
      'io_create_parameters shall be used as a WSIO_CONFIG* .',
    );
    assert.equal(
      requirement('SRS_TLSIO_30_124').text,
      'Adapters which implement options shall store the option value until tlsio_destroy is called.',
    );
    assert.match(
      requirement('SRS_TLSIO_30_077#2').text,
      /^If the adapter is in TLSIO_STATE_EXT_OPEN then tlsio_dowork shall/,
    );
    assert.deepEqual(
      [requirement('SRS_TLSIO_30_201').slice.line, requirement('SRS_TLSIO_30_201').slice.endLine],
      [491, 492],
    );
  });

  it('the listing inside SRS_TLSIO_30_001', () => {
    const { text, listing, slice } = requirement('SRS_TLSIO_30_001');
    const lines = sources.get('tlsio')?.split('\n') ?? [];
    assert.deepEqual([slice.line, slice.endLine], [19, 48]);
    assert.equal(listing, lines.slice(20, 46).join('\n'));
    assert.match(
      text,
      /defined in the xio\.h\. typedef OPTIONHANDLER_HANDLE \(\*IO_RETRIEVEOPTIONS\)\(CONCRETE_IO_HANDLE concrete_io\);/,
    );
    assert.match(text, /IO_SETOPTION concrete_io_setoption; \} IO_INTERFACE_DESCRIPTION;$/);
    assert.equal(requirement('SRS_TLSIO_30_005').listing, '');
  });

  it('parents', () => {
    const parents = NAMES.flatMap((name) => specification(name).requirements)
      .filter(({ parent }) => parent !== null)
      .map(({ id, parent }) => `${id.slice(-3)}<${parent?.slice(4).replace('ASYNC_SOCKET_', '')}`);
    assert.deepEqual(parents.join(' ').split(' '), [
      ...['024', '025', '026', '027', '103', '028', '029', '030', '031', '032'].map(
        (id) => `${id}<WSIO_01_023`,
      ),
      ...['115', '116'].map((id) => `${id}<WSIO_01_081`),
      ...['055<LINUX_11_054', '056<LINUX_11_055', '057<LINUX_11_055', '059<LINUX_11_054', '060<LINUX_11_054'],
      ...['081<LINUX_11_080', '084<LINUX_11_080', '083<LINUX_11_082', '088<LINUX_11_083'],
      ...[
        '089<LINUX_11_088',
        '090<LINUX_11_088',
        '095<LINUX_11_088',
        '091<LINUX_11_083',
        '092<LINUX_11_083',
        '093<LINUX_11_082',
      ],
      ...['096<LINUX_11_094', '097<LINUX_11_094', '098<LINUX_11_097', '099<LINUX_11_097', '101<LINUX_11_094'],
      ...['086<LINUX_11_085', '087<LINUX_11_085'],
      ...['066', '067', '102'].map((id) => `${id}<WIN32_01_065`),
      ...['069', '070', '095'].map((id) => `${id}<WIN32_01_071`),
    ]);
  });

  it('functions and sections', () => {
    const about = (label: string) => requirement(label).function;
    assert.equal(about('SRS_TLSIO_30_001'), null);
    assert.equal(about('SRS_TLSIO_30_005'), null);
    assert.equal(about('SRS_TLSIO_30_010'), 'tlsio_create');
    assert.equal(about('SRS_TLSIO_30_107'), 'tlsio_dowork');
    assert.equal(about('SRS_TLSIO_30_200'), null);
    assert.equal(about('SRS_WSIO_01_001'), 'wsio_create');
    assert.equal(about('SRS_WSIO_01_066'), 'on_ws_callback');
    assert.equal(about('SRS_WSIO_01_130'), 'on_ws_callback');
    assert.equal(about('SRS_ASYNC_SOCKET_LINUX_11_079'), 'event_complete_callback');
    assert.equal(about('SRS_ASYNC_SOCKET_WIN32_01_066'), 'on_io_complete');
    assert.deepEqual(requirement('SRS_TLSIO_30_071').section, [
      'tlsio',
      'API Calls',
      'tlsio_dowork',
      'Behavior selection',
    ]);
    assert.deepEqual(requirement('SRS_WSIO_01_066').section, [
      'wsio requirements',
      'Exposed API',
      'on_ws_callback',
      'LWS_CALLBACK_CLIENT_ESTABLISHED',
    ]);
    assert.deepEqual(requirement('SRS_ASYNC_SOCKET_WIN32_01_001').section, [
      'async_socket_win32 requirements',
      'Exposed API',
      'async_socket_create',
    ]);
    const without = NAMES.flatMap((name) => specification(name).requirements).filter(
      (one) => one.function === null,
    );
    assert.equal(without.length, 8);
  });

  it('prototypes, types and enumerations', () => {
    const names = (name: string, kind: 'function' | 'functionType') =>
      specification(name)
        .prototypes.filter((one) => one.kind === kind)
        .map((one) => one.name);
    assert.deepEqual(names('tlsio', 'function'), [
      'tlsio_get_interface_description',
      'tlsio_create',
      'tlsio_destroy',
      'tlsio_open_async',
      'tlsio_close_async',
      'tlsio_send_async',
      'tlsio_dowork',
      'tlsio_setoption',
      'tlsio_retrieveoptions',
    ]);
    assert.equal(names('tlsio', 'functionType').length, 13);
    assert.equal(names('wsio', 'function').length, 8);
    assert.deepEqual(
      new Set(names('async_socket_win32', 'function')),
      new Set(
        ['create', 'destroy', 'open_async', 'close', 'send_async', 'receive_async']
          .map((name) => `async_socket_${name}`)
          .concat('on_io_complete'),
      ),
    );
    const open = specification('tlsio').prototypes.find(({ name }) => name === 'tlsio_open_async');
    assert.ok(open);
    assert.deepEqual(
      open.parameters.map(({ type, name }) => `${type} ${name}`),
      [
        'CONCRETE_IO_HANDLE tlsio_handle',
        'ON_IO_OPEN_COMPLETE on_io_open_complete',
        'void* on_io_open_complete_context',
        'ON_BYTES_RECEIVED on_bytes_received',
        'void* on_bytes_received_context',
        'ON_IO_ERROR on_io_error',
        'void* on_io_error_context',
      ],
    );
    assert.deepEqual([open.slice.line, open.slice.endLine], [308, 315]);
    assert.deepEqual(
      specification('tlsio').enumerations.map(({ name, values }) => [name, values]),
      [
        ['IO_OPEN_RESULT', ['IO_OPEN_OK', 'IO_OPEN_ERROR', 'IO_OPEN_CANCELLED']],
        ['IO_SEND_RESULT', ['IO_SEND_OK', 'IO_SEND_ERROR', 'IO_SEND_CANCELLED']],
      ],
    );
    assert.deepEqual(
      specification('async_socket_win32').enumerations.map(({ values }) => values.at(-1)),
      ['ASYNC_SOCKET_OPEN_ERROR', 'ASYNC_SOCKET_SEND_BECAUSE_CLOSE', 'ASYNC_SOCKET_RECEIVE_BECAUSE_CLOSE'],
    );
    assert.deepEqual(
      specification('wsio').structs.map(({ name, members }) => [
        name,
        members.map((member) => `${member.type} ${member.name}`),
      ]),
      [
        [
          'WSIO_CONFIG',
          [
            'const char* host',
            'int port',
            'const char* protocol_name',
            'const char* relative_path',
            'bool use_ssl',
            'const char* trusted_ca',
          ],
        ],
      ],
    );
  });

  it('states and the twenty cells of the state tables', () => {
    const { states, transitions } = specification('tlsio');
    const suffixes = ['CLOSED', 'OPENING', 'OPEN', 'CLOSING', 'ERROR'];
    assert.deepEqual(
      states.map(({ name }) => name),
      suffixes.map((suffix) => `TLSIO_STATE_EXT_${suffix}`),
    );
    assert.equal(
      states[2]?.text,
      'TLSIO_STATE_EXT_OPEN means that the on_tlsio_open_complete callback has returned with IO_OPEN_OK.',
    );
    assert.deepEqual(
      transitions.map(({ label }) => label),
      suffixes.flatMap((suffix) =>
        ['destroy', 'open_async', 'close_async', 'dowork'].map(
          (call) => `TLSIO_STATE_EXT_${suffix}/tlsio_${call}`,
        ),
      ),
    );
    const source = sources.get('tlsio') ?? '';
    const cells = [...source.matchAll(/<td>(.*)<\/td>/g)]
      .map((match) => match[1] ?? '')
      .filter((_, index) => index % 2 === 1);
    assert.deepEqual(
      transitions.map(({ slice }) => source.slice(slice.start, slice.end)),
      cells,
    );
    assert.deepEqual(
      transitions.map(({ text }) => text),
      cells.map((cell) => cell.replace(/<br\/>/g, ' ').replace(/\s+/g, ' ')),
    );
    assert.deepEqual(
      transitions.slice(0, 2).map(({ slice }) => [slice.line, slice.column]),
      [
        [101, 9],
        [105, 9],
      ],
    );
  });

  it('phrases and the requirements that use them', () => {
    const { phrases } = specification('tlsio');
    assert.deepEqual(
      phrases.map(({ phrase, requirement: label, usedBy }) => [
        phrase,
        label?.slice(-3) ?? null,
        usedBy.map((user) => user.slice(-3)).join(),
      ]),
      [
        ['enter TLSIO_STATE_EXT_ERROR', '005', '095'],
        ['enter TLSIO_STATE_EXT_CLOSING', '009', '022,056'],
        ['enter TLSIO_STATE_EXT_CLOSED', '006', '022,051,082,106,107'],
        ['enter TLSIO_STATE_EXT_OPENING', null, '038,035'],
        ['enter TLSIO_STATE_EXT_OPEN', '007', '083'],
        ['destroy the failed message', '002', '095'],
        ['high-level retry sequence', null, '200,201'],
      ],
    );
    assert.deepEqual(phrases[0]?.meaning, [
      'the adapter shall call the on_io_error function and pass the on_io_error_context that was supplied in tlsio_open_async.',
    ]);
    assert.equal(phrases[6]?.meaning.length, 5);
    assert.equal(phrases[6].meaning[2], 'tlsio_open_async has been called successfully.');
    assert.deepEqual([phrases[6].slice.line, phrases[6].slice.endLine], [479, 484]);
  });

  it('call sequences', () => {
    const { sequences } = specification('tlsio');
    assert.deepEqual(
      sequences.map(({ label, name, groups }) => [
        label,
        name,
        groups.map(({ calls }) => calls.map((call) => call.function.replace('tlsio_openssl_', '')).join()),
      ]),
      [
        ['sequence/connect', 'Connect example', ['create,setoption', 'setoption', 'open']],
        ['sequence/telemetry-send', 'Telemetry Send example', ['dowork,send']],
        ['sequence/close', 'Close example', ['close,destroy']],
        ['sequence/retry', 'Retry example', ['retrieveoptions,destroy,create,setoption,open']],
      ],
    );
    assert.equal(sequences[0]?.groups[2]?.lead, 'First IoTHubDeviceClient_LL_DoWork:');
    assert.equal(
      sequences[3]?.groups[0]?.calls[3]?.note,
      'Repeats multiple times as it clones all configuration options.',
    );
    assert.deepEqual(
      sequences.map(({ slice }) => [slice.line, slice.endLine]),
      [
        [496, 506],
        [508, 512],
        [514, 518],
        [520, 527],
      ],
    );
  });

  it('rows for extract, in the order of the contract', () => {
    const [row] = extracted(specification('wsio'));
    assert.deepEqual(row, {
      id: 'SRS_WSIO_01_001',
      occurrence: 1,
      text: 'wsio_create shall create an instance of a wsio and return a non-NULL handle to it.',
      file: fileOf('wsio'),
      line: 37,
      endLine: 37,
      section: ['wsio requirements', 'Exposed API', 'wsio_create'],
      function: 'wsio_create',
      parent: null,
    });
    assert.deepEqual(Object.keys(row), [
      'id',
      'occurrence',
      'text',
      'file',
      'line',
      'endLine',
      'section',
      'function',
      'parent',
    ]);
  });
});
