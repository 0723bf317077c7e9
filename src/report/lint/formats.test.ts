import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { packageRoot } from '../../package.js';
import { lint, LINT_RULES } from '../../specification/lint/index.js';
import { LINT_FORMATS } from './formats.js';
import { renderLintPage } from './testing/page.js';
import { summaryOf } from './text.js';

const TOY = `# toy

**SRS_TOY_01_001 [** \`toy_open\` shall sing. **]**

**SRS_TOY_01_002: [** If the toy
is broken: **]**

[there](#no\u001bwhere)
`;
const folder = resolve('/toys');
const findings = lint({ file: 'a folder/toy#1.md', text: TOY });
const plain = { folder, isColorful: false };

test('text: a line for each finding, without what would steer a terminal', () => {
  assert.equal(
    LINT_FORMATS.text(findings, plain),
    'a folder/toy#1.md:3:1 warning missing-colon the colon behind SRS_TOY_01_001 is missing\n' +
      'a folder/toy#1.md:5:1 warning no-obligation SRS_TOY_01_002 is a condition and asks for nothing\n' +
      'a folder/toy#1.md:8:9 warning dead-link the link leads to #no\ufffdwhere, which is no anchor of this document\n',
  );
});

test('text: colours only where they are wanted', () => {
  assert.ok(
    LINT_FORMATS.text(findings, { ...plain, isColorful: true }).includes('\u001b[33mwarning\u001b[39m'),
  );
});

test('text: the summary counts documents and severities', () => {
  assert.equal(summaryOf(findings, 1), '1 document: 0 errors, 3 warnings, 0 notes');
  const duplicate = lint({ file: 'toy.md', text: '**SRS_A_01_001: [** a shall b **]**\n\n'.repeat(2) });
  assert.equal(summaryOf(duplicate, 2), '2 documents: 1 error, 0 warnings, 0 notes');
});

test('JSON: an array of objects with the place and the requirement', () => {
  const rows = JSON.parse(LINT_FORMATS.json(findings, plain)) as unknown[];
  assert.equal(rows.length, 3);
  assert.deepEqual(rows[1], {
    rule: 'no-obligation',
    severity: 'warning',
    message: 'SRS_TOY_01_002 is a condition and asks for nothing',
    requirement: 'SRS_TOY_01_002',
    file: 'a folder/toy#1.md',
    line: 5,
    column: 1,
    endLine: 6,
  });
  assert.equal(LINT_FORMATS.json([], plain), '[]\n');
});

interface Log {
  readonly version: string;
  readonly $schema: string;
  readonly runs: readonly {
    readonly tool: {
      readonly driver: {
        readonly name: string;
        readonly rules: readonly {
          readonly id: string;
          readonly shortDescription: { readonly text: string };
          readonly defaultConfiguration: { readonly level: string };
        }[];
      };
    };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly locations: readonly {
        readonly physicalLocation: {
          readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string };
          readonly region: Readonly<Record<string, number>>;
        };
      }[];
    }[];
  }[];
}

test('SARIF: version, rules and results as the standard wants them', () => {
  const log = JSON.parse(LINT_FORMATS.sarif(findings, plain)) as Log;
  assert.equal(log.version, '2.1.0');
  assert.match(log.$schema, /^https:.*sarif-schema-2\.1\.0\.json$/);
  const [run, ...others] = log.runs;
  assert.ok(run !== undefined && others.length === 0);
  assert.equal(run.tool.driver.name, 'iospec');
  assert.equal(new Set(run.tool.driver.rules.map(({ id }) => id)).size, LINT_RULES.length);
  for (const { shortDescription, defaultConfiguration } of run.tool.driver.rules) {
    assert.match(shortDescription.text, /^Finds .*\.$/s);
    assert.match(defaultConfiguration.level, /^(?:error|warning|note)$/);
  }
  for (const { ruleId, ruleIndex } of run.results) assert.equal(run.tool.driver.rules[ruleIndex]?.id, ruleId);
  assert.deepEqual(
    run.results.map(({ ruleId, level, locations }) => [ruleId, level, locations[0]?.physicalLocation]),
    [
      ['missing-colon', 'warning', at({ startLine: 3, startColumn: 1, endLine: 3, endColumn: 21 })],
      ['no-obligation', 'warning', at({ startLine: 5, startColumn: 1, endLine: 6 })],
      ['dead-link', 'warning', at({ startLine: 8, startColumn: 9, endLine: 8, endColumn: 18 })],
    ],
  );
});

function at(region: Readonly<Record<string, number>>): object {
  return { artifactLocation: { uri: 'a%20folder/toy%231.md', uriBaseId: '%SRCROOT%' }, region };
}

test('SARIF: an absolute path below the folder becomes a relative address', () => {
  const file = join(folder, 'spec', 'toy.md');
  const log = JSON.parse(LINT_FORMATS.sarif(lint({ file, text: TOY }), plain)) as Log;
  assert.equal(log.runs[0]?.results[0]?.locations[0]?.physicalLocation.artifactLocation.uri, 'spec/toy.md');
});

test('docs/lint.md is the page of the rules (IOSPEC_WRITE_DOCS=1 writes it)', () => {
  const file = join(packageRoot, 'docs', 'lint.md');
  const page = renderLintPage(LINT_RULES);
  if (process.env.IOSPEC_WRITE_DOCS === '1') writeFileSync(file, page);
  assert.equal(readFileSync(file, 'utf8'), page);
});
