// Traces for the tests of the reports: a small one with every kind of thing, a hostile one, and one of any size.
import { EVERYTHING } from '../../run/selection.js';
import { parseSpecification } from '../../specification/index.js';
import { traceText } from '../../trace/document.js';
import type {
  RequirementTrace,
  ScenarioTrace,
  SpecificationTrace,
  TimelineEntry,
  Trace,
  Verdict,
} from '../../trace/model.js';
import { summarise } from '../../trace/summary.js';

const TOY = `# toy

The toy opens and closes. See [the call](#toy_open), [the web](https://example.org/?a=1&b=2) and [a file](other.md).

## External state

The external states are defined as follows:

* TOY_CLOSED means that the toy is new.
* TOY_OPEN means that \`toy_open\` has returned.

## State transitions

<table>
  <tr>From state <b>TOY_CLOSED</b></tr>
  <tr><td>toy_open</td><td>ok, enter TOY_OPEN</td></tr>
  <tr><td>toy_destroy</td><td>ok (destroyed)</td></tr>
</table>

<table>
  <tr>From state <b>TOY_OPEN</b></tr>
  <tr><td>toy_open</td><td>fail, remain in TOY_OPEN</td></tr>
  <tr><td>toy_close</td><td>ok, enter TOY_CLOSED</td></tr>
</table>

## toy_open

\`\`\`c
int toy_open(TOY_HANDLE toy);
\`\`\`

**SRS_TOY_01_001: [** If \`toy\` is NULL, \`toy_open\` shall log an error and return \`_FAILURE_\`. **]**

**SRS_TOY_01_002: [** \`toy_open\` shall return 0. **]**

**SRS_TOY_01_002: [** \`toy_open\` shall call \`on_open\`. **]**

## toy_close

\`\`\`c
int toy_close(TOY_HANDLE toy);
\`\`\`

**SRS_TOY_01_003: [** \`toy_close\` shall close. **]**
`;

/** A scenario of a toy, changed by `fields`. */
export function scenarioTrace(fields: Partial<ScenarioTrace> = {}): ScenarioTrace {
  return {
    name: 'over a mock underlying IO',
    feature: 'features/toy/toy_open.feature',
    line: 7,
    underlying: 'mock',
    adapter: 'toy_one',
    verdict: 'passed',
    reason: null,
    durationMs: 3,
    error: null,
    timeline: timelineOf(4),
    ...fields,
  };
}

/** Calls and returns, one after the other. */
export function timelineOf(length: number): readonly TimelineEntry[] {
  return Array.from({ length }, (_value, sequence): TimelineEntry => {
    const isCall = sequence % 2 === 0;
    return {
      sequence,
      kind: isCall ? 'call' : 'return',
      from: isCall ? 'user' : 'adapter',
      to: isCall ? 'adapter' : 'user',
      name: 'toy_open',
      detail: isCall ? 'toy=NULL' : '1',
    };
  });
}

export const FAILED = scenarioTrace({
  adapter: 'toy_two',
  line: 12,
  verdict: 'failed',
  reason: 'toy_open returned 0',
  error: {
    step: 'Then toy_open shall return _FAILURE_',
    message: 'ExpectationError: toy_open returned 0\n    at somewhere',
    expected: 'anything but 0',
    observed: '0',
  },
  timeline: timelineOf(120),
});

/**
 * The trace of a document.
 * @param scenariosOf Scenarios by label; a requirement has the worst verdict of its own.
 */
export function traceOfDocument(
  markdown: string,
  scenariosOf: (label: string, index: number) => readonly ScenarioTrace[],
  verdictOf: (scenarios: readonly ScenarioTrace[]) => Verdict,
  fields: Partial<Trace> = {},
): Trace {
  const specification = parseSpecification({ file: 'spec/toy.md', text: markdown });
  const { name, file, sha256, requirements, transitions } = specification;
  const judged = (
    one: Pick<
      RequirementTrace,
      'kind' | 'id' | 'label' | 'text' | 'function' | 'section' | 'line' | 'endLine'
    >,
    index: number,
  ): RequirementTrace => {
    const scenarios = scenariosOf(one.label, index);
    const verdict = verdictOf(scenarios);
    return {
      ...one,
      occurrence: 1,
      file,
      parent: null,
      reading: null,
      verdict,
      reason: scenarios.find((scenario) => scenario.verdict === verdict)?.reason ?? null,
      obligations: [{ text: one.text, verdict }],
      scenarios,
    };
  };
  const traced: SpecificationTrace = {
    name,
    file,
    sha256,
    document: traceText(specification),
    requirements: [
      ...requirements.map(({ id, label, text, function: subject, section, slice: { line, endLine } }) => ({
        ...{ kind: 'requirement' as const, id, label, text, function: subject, section, line, endLine },
      })),
      ...transitions.map(({ label, text, function: subject, slice: { line, endLine } }) => ({
        ...{
          kind: 'transition' as const,
          id: label,
          label,
          text,
          function: subject,
          section: [],
          line,
          endLine,
        },
      })),
    ].map(judged),
  };
  return {
    schemaVersion: 1,
    tool: { name: 'iospec', version: '0.0.0', node: 'v20.0.0' },
    complete: true,
    selection: EVERYTHING,
    startedAt: new Date(0).toISOString(),
    durationMs: 1234,
    specifications: [traced],
    adapters: ['toy_one', 'toy_two'].map((adapter) => ({
      name: adapter,
      version: '1.0.0',
      specification: name,
      capabilities: { design: 'direct' },
    })),
    summary: summarise([traced], fields.complete ?? true, fields.selection ?? EVERYTHING),
    ...fields,
  };
}

const firstVerdict = (scenarios: readonly ScenarioTrace[]): Verdict =>
  scenarios.find(({ verdict }) => verdict !== 'passed')?.verdict ??
  (scenarios.length === 0 ? 'notRun' : 'passed');

/** Two adapters: `toy_two` fails the first requirement; one requirement was not run, one cell is not applicable. */
export function toyTrace(fields: Partial<Trace> = {}): Trace {
  const away = scenarioTrace({ verdict: 'notApplicable', reason: 'design is direct' });
  return traceOfDocument(
    TOY,
    (label) => {
      if (label === 'SRS_TOY_01_003') return [];
      if (label === 'TOY_OPEN/toy_close') return [away];
      const loopback = scenarioTrace({ underlying: 'loopback', line: 8 });
      const second = label === 'SRS_TOY_01_001' ? FAILED : scenarioTrace({ adapter: 'toy_two', line: 9 });
      return [scenarioTrace(), loopback, second];
    },
    firstVerdict,
    fields,
  );
}

/** Words that would be markup, code, or the end of what holds them, were they not text. */
export const HOSTILE_WORDS = [
  '<script>window.hacked = 1</script>',
  '"><img src=x onerror="window.hacked = 2">',
  '</script><script>window.hacked = 3</script>',
  '<!-- <script>',
  '</template><svg onload="window.hacked = 4">',
  "javascript:window.hacked=5 ' & &lt;b&gt;",
  '\u202eright to left\u2066',
] as const;

const LONG_WORD = 'w'.repeat(10_000);

/** Hostile words wherever a document, an adapter or a peer can put them. */
export function hostileTrace(): Trace {
  const words = `${HOSTILE_WORDS.join(' ')} ${LONG_WORD}`;
  const entry: TimelineEntry = {
    sequence: 0,
    kind: 'log',
    from: 'adapter',
    to: 'harness',
    name: HOSTILE_WORDS[0],
    detail: words,
  };
  const trace = traceOfDocument(
    `# ${HOSTILE_WORDS[0]}\n\n${HOSTILE_WORDS[1]}\n\n[link](javascript:window.hacked=6)\n\n<img src=x onerror="window.hacked=7">\n\n**SRS_TOY_01_001: [** toy shall say ${words}. **]**\n`,
    () => [
      scenarioTrace({
        name: HOSTILE_WORDS[1],
        adapter: HOSTILE_WORDS[0],
        underlying: HOSTILE_WORDS[1],
        feature: HOSTILE_WORDS[2],
        verdict: 'failed',
        reason: words,
        error: { step: words, message: words, expected: words, observed: words },
        timeline: [entry, { ...entry, sequence: 1, kind: 'peer', from: 'peer', to: 'underlying' }],
      }),
    ],
    firstVerdict,
  );
  return {
    ...trace,
    adapters: [
      {
        name: HOSTILE_WORDS[0],
        version: HOSTILE_WORDS[1],
        specification: HOSTILE_WORDS[2],
        capabilities: { [HOSTILE_WORDS[0]]: HOSTILE_WORDS[1] },
      },
    ],
    specifications: trace.specifications.map((one) => ({
      ...one,
      requirements: one.requirements.map((requirement) => ({
        ...requirement,
        text: `toy shall say ${words}.`,
        reading: words,
        section: [...HOSTILE_WORDS],
        function: HOSTILE_WORDS[1],
      })),
    })),
  };
}

/** A document with many requirements, one in a hundred failed. */
export function largeTrace(count: number): Trace {
  const sentences = Array.from(
    { length: count },
    (_value, index) =>
      `**SRS_TOY_01_${String(index).padStart(5, '0')}: [** \`toy_open\` shall do the thing number ${index}. **]**\n`,
  );
  return traceOfDocument(
    `# toy\n\n${sentences.join('\n')}`,
    (_label, index) => [
      scenarioTrace({ line: index + 1 }),
      index % 100 === 7
        ? { ...FAILED, line: index + 1 }
        : scenarioTrace({ adapter: 'toy_two', line: index + 1 }),
    ],
    firstVerdict,
  );
}
