import { createRequire } from 'node:module';
import { Then } from '../../../src/system/phrase_registry.js';
import { DOCUMENT } from '../stage/documents.js';
import type { CommandWorld } from '../stage/world.js';

const LONGEST_QUOTED = 400;

/** An output as a failure quotes it. */
function quoted(text: string): string {
  if (text === '') return 'nothing';
  return text.length <= LONGEST_QUOTED ? text : `${text.slice(0, LONGEST_QUOTED)}…`;
}

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/);
}

Then(/^iospec shall exit with status (\d+)$/, function (this: CommandWorld, status: number) {
  const { execution } = this.stage;
  const observed = `${execution.status}; standard error: ${quoted(execution.stderr)}`;
  this.expect.that(
    execution.status === status,
    `iospec exits with status ${status}`,
    String(status),
    observed,
  );
});

Then(
  /^iospec shall write nothing to standard (output|error)$/,
  function (this: CommandWorld, stream: string) {
    const { stdout, stderr } = this.stage.execution;
    const text = stream === 'output' ? stdout : stderr;
    this.expect.that(text === '', `iospec writes nothing to standard ${stream}`, 'nothing', quoted(text));
  },
);

Then(
  /^iospec shall write one line with (.+?) and (.+) to standard error$/,
  function (this: CommandWorld, one: string, other: string) {
    const { stderr } = this.stage.execution;
    const isOneLine = /^[^\n]+\n$/.test(stderr);
    const what = `iospec writes one line with ${one} and ${other}`;
    const holds = isOneLine && stderr.includes(one) && stderr.includes(other);
    this.expect.that(holds, what, `one line with ${one} and ${other}`, quoted(stderr));
  },
);

Then(/^iospec shall (not )?print (\S+)$/, function (this: CommandWorld, not: string | null, word: string) {
  const { stdout } = this.stage.execution;
  const wanted = not === null;
  const what = `iospec ${wanted ? 'prints' : 'does not print'} ${word}`;
  this.expect.that(
    wordsOf(stdout).includes(word) === wanted,
    what,
    `${wanted ? '' : 'no '}${word}`,
    quoted(stdout),
  );
});

Then(/^iospec shall print the version of its package$/, function (this: CommandWorld) {
  const { version } = createRequire(import.meta.url)('iospec/package.json') as { readonly version: string };
  const { stdout } = this.stage.execution;
  this.expect.that(stdout === `${version}\n`, 'iospec prints its version', version, quoted(stdout));
});

Then(/^iospec shall print the line (.+)$/, function (this: CommandWorld, line: string) {
  const { stdout } = this.stage.execution;
  const holds = stdout.split('\n').includes(line);
  this.expect.that(holds, 'iospec prints a line', line, quoted(stdout));
});

Then(/^iospec shall print the summary (.+)$/, function (this: CommandWorld, summary: string) {
  const { stdout } = this.stage.execution;
  const holds = stdout.split('\n').some((line) => line.endsWith(`: ${summary}`));
  this.expect.that(holds, 'iospec prints a summary', summary, quoted(stdout));
});

Then(
  /^iospec shall print (\w+) with its place in (\S+)$/,
  function (this: CommandWorld, id: string, file: string) {
    const { stdout, files } = this.stage.execution;
    const line = (files.get(DOCUMENT) ?? '').split('\n').findIndex((text) => text.includes(`**${id}:`)) + 1;
    const place = `${file}:${line}`;
    const holds = stdout
      .split('\n')
      .some((text) => wordsOf(text).includes(id) && wordsOf(text).includes(place));
    this.expect.that(holds, `iospec prints ${id} with its place`, `${id} ${place}`, quoted(stdout));
  },
);

Then(/^iospec shall print a step definition with (.+)$/, function (this: CommandWorld, words: string) {
  const { stdout } = this.stage.execution;
  const holds = stdout
    .split('\n')
    .some((line) => /\b(?:Given|When|Then)\(/.test(line) && line.includes(words));
  this.expect.that(
    holds,
    'iospec prints a step definition to write',
    `Then('… ${words}', …)`,
    quoted(stdout),
  );
});
