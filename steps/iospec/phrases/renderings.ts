import { Then } from '../../../src/system/phrase_registry.js';
import { create } from 'xmlbuilder2';
import { reportOf, requirementsIn } from '../stage/reports.js';
import type { CommandWorld } from '../stage/world.js';

interface TestCase {
  readonly name: string;
  /** The verdict that its failure, error or skipped element tells; `passed` without one. */
  readonly verdict: string;
  readonly isFailure: boolean;
}

/** A test case as the XML parser gives it. */
interface ParsedTestCase {
  readonly testcase: {
    readonly '@name': string;
    readonly failure?: { readonly '@type': string };
    readonly error?: { readonly '@type': string };
    readonly skipped?: { readonly '@type': string };
  };
}

/**
 * The test cases of a `junit.xml`.
 * @throws Error when it is no XML.
 */
function testCasesOf(world: CommandWorld): readonly TestCase[] {
  const cases: TestCase[] = [];
  const note = (element: ReturnType<typeof create>): void => {
    if (element.node.nodeName !== 'testcase') return;
    const { testcase } = JSON.parse(element.toString({ format: 'json' })) as ParsedTestCase;
    const outcome = testcase.failure ?? testcase.error ?? testcase.skipped;
    cases.push({
      name: testcase['@name'],
      verdict: outcome?.['@type'] ?? 'passed',
      isFailure: testcase.failure !== undefined,
    });
  };
  create(reportOf(world, 'junit.xml')).each(note, false, true);
  return cases;
}

/** What the page shows of one requirement: the data that its own code renders. */
function htmlVerdict(html: string, label: string): string {
  const [, json = '{"requirements":[]}'] =
    /<script type="application\/json" id="report-data">([^<]*)<\/script>/.exec(html) ?? [];
  const { requirements } = JSON.parse(json) as {
    readonly requirements: readonly { readonly label: string; readonly verdict: string }[];
  };
  return requirements.find((one) => one.label === label)?.verdict ?? 'no requirement';
}

function markdownVerdict(markdown: string, label: string): string {
  const row = markdown
    .split('\n')
    .find((line) => line.startsWith('|') && line.replaceAll('\\', '').includes(`| ${label} |`));
  return (
    row
      ?.split(/(?<!\\)\|/)
      .at(-3)
      ?.trim() ?? 'no row'
  );
}

/** How each report tells the verdict on a requirement; `not applicable` and `notApplicable` are one. */
function toldIn(world: CommandWorld, file: string, label: string): string {
  const text = reportOf(world, file);
  switch (file) {
    case 'trace.json':
      return requirementsIn(world).find((one) => one.label === label)?.verdict ?? 'no requirement';
    case 'junit.xml':
      return testCasesOf(world).find(({ name }) => name === label)?.verdict ?? 'no test case';
    case 'trace.md':
      return markdownVerdict(text, label).replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase());
    case 'index.html':
      return htmlVerdict(text, label);
    default:
      throw new Error(`${file}: not known how it tells a verdict`);
  }
}

Then(
  /^iospec shall write the files (.+) to (\S+)$/,
  function (this: CommandWorld, names: string, folder: string) {
    const { files } = this.stage.execution;
    for (const name of names.split(', ')) {
      const size = files.get(`${folder}/${name}`)?.length ?? 0;
      this.expect.that(
        size > 0,
        `${folder}/${name} is written`,
        'a file',
        size === 0 ? 'none' : `${size} characters`,
      );
    }
  },
);

Then(
  /^iospec shall write a junit\.xml with (\d+) test cases and (\d+) failures?$/,
  function (this: CommandWorld, count: number, failures: number) {
    const cases = testCasesOf(this);
    const failed = cases.filter(({ isFailure }) => isFailure).length;
    const holds = cases.length === count && failed === failures;
    const observed = `${cases.length} test cases, ${failed} of them failures`;
    this.expect.that(
      holds,
      'junit.xml has a test case for each requirement',
      `${count} and ${failures}`,
      observed,
    );
  },
);

Then(/^iospec shall write the same verdicts to (.+)$/, function (this: CommandWorld, names: string) {
  const requirements = requirementsIn(this);
  const verdicts = new Set(requirements.map(({ verdict }) => verdict));
  this.expect.that(
    verdicts.size > 1,
    'the run gives different verdicts',
    'several',
    [...verdicts].join(', '),
  );
  for (const { label, verdict } of requirements) {
    for (const name of names.split(', ')) {
      const told = toldIn(this, name, label);
      this.expect.that(told === verdict, `${name} tells the verdict on ${label}`, verdict, told);
    }
  }
});

Then(
  /^iospec shall write an index\.html that shows (.+) as text$/,
  function (this: CommandWorld, words: string) {
    const html = reportOf(this, 'index.html');
    const shown = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    this.expect.that(html.includes(shown), 'the page shows the words', shown, 'not on the page');
    this.expect.that(!html.includes(words), 'the words are no markup', 'text', 'markup');
  },
);

Then(/^iospec shall write an index\.html that loads no other file$/, function (this: CommandWorld) {
  const html = reportOf(this, 'index.html');
  this.expect.that(html.includes('</html>'), 'the page is whole', '</html>', html.slice(-80));
  const loading = /<link\b|<(?:script|img|iframe)\b[^>]*\bsrc=|@import\b|\burl\(/i.exec(html);
  this.expect.that(loading === null, 'the page is self-contained', 'nothing to load', loading?.[0] ?? '');
});

Then(
  /^iospec shall write a messages\.ndjson in which every scenario finishes$/,
  function (this: CommandWorld) {
    const lines = reportOf(this, 'messages.ndjson').trimEnd().split('\n');
    const messages = lines.map((line) => JSON.parse(line) as Readonly<Record<string, object>>);
    const finished = messages.filter((message) => 'testCaseFinished' in message).length;
    const scenarios = requirementsIn(this).flatMap((one) => one.scenarios).length;
    const holds =
      scenarios > 0 && finished === scenarios && messages.some((message) => 'testRunFinished' in message);
    this.expect.that(holds, 'every scenario has finished', String(scenarios), String(finished));
  },
);
