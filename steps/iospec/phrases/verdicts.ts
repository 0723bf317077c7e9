import { createHash } from 'node:crypto';
import { Ajv } from 'ajv';
import { Then } from '../../../src/system/phrase_registry.js';
import { DOCUMENT } from '../stage/documents.js';
import { requirementIn, requirementsIn, traceOf, traceSchema } from '../stage/reports.js';
import { rowsOf } from './rows.js';
import type { CommandWorld } from '../stage/world.js';

Then(
  /^iospec shall give (SRS_\S+) the verdict (\w+)$/,
  function (this: CommandWorld, label: string, verdict: string) {
    const observed = requirementIn(this, label);
    const why = `${observed.verdict}: ${observed.reason ?? 'no reason'}`;
    this.expect.that(observed.verdict === verdict, `${label} is ${verdict}`, verdict, why);
  },
);

Then(
  /^iospec shall give (SRS_\S+) the reason (.+)$/,
  function (this: CommandWorld, label: string, reason: string) {
    const observed = requirementIn(this, label).reason ?? 'no reason';
    this.expect.that(observed.includes(reason), `${label} has a reason`, reason, observed);
  },
);

Then(
  /^iospec shall give the obligation that ends in (.+) the verdict (\w+)$/,
  function (this: CommandWorld, words: string, verdict: string) {
    const all = requirementsIn(this).flatMap(({ obligations }) => obligations);
    const found = all.filter(({ text }) => text.endsWith(` ${words}`));
    const observed = found.map((one) => one.verdict).join(', ');
    this.expect.that(observed === verdict, `the obligation "${words}" is ${verdict}`, verdict, observed);
  },
);

Then(/^iospec shall give a verdict to (SRS_\S+) alone$/, function (this: CommandWorld, label: string) {
  const observed = requirementsIn(this).map((one) => one.label);
  const holds = observed.length === 1 && observed[0] === label;
  this.expect.that(holds, `only ${label} has a verdict`, label, observed.join(', '));
});

Then(/^iospec shall run its scenarios over (\w+) alone$/, function (this: CommandWorld, underlying: string) {
  const scenarios = requirementsIn(this).flatMap((one) => one.scenarios);
  const observed = scenarios.map((one) => `${one.underlying} ${one.verdict}`);
  const holds =
    scenarios.length > 0 &&
    scenarios.every((one) => one.underlying === underlying && one.verdict !== 'notRun');
  this.expect.that(holds, `every scenario runs over ${underlying}`, underlying, observed.join(', '));
});

Then(/^iospec shall write a trace that is not complete$/, function (this: CommandWorld) {
  const { complete } = traceOf(this);
  this.expect.that(!complete, 'the trace says that the run was interrupted', 'false', String(complete));
});

Then(/^iospec shall write a trace of (\d+) requirements$/, function (this: CommandWorld, count: number) {
  const labels = requirementsIn(this).map(({ label }) => label);
  this.expect.that(
    labels.length === count,
    'the trace has every requirement',
    String(count),
    labels.join(', '),
  );
});

Then(/^iospec shall write a trace that its JSON Schema accepts$/, function (this: CommandWorld) {
  const validate = new Ajv({ allowUnionTypes: true, allErrors: true }).compile(traceSchema());
  const accepts = validate(traceOf(this));
  this.expect.that(accepts, 'the schema accepts the trace', 'no error', JSON.stringify(validate.errors));
});

Then(
  /^iospec shall write for each requirement the text, line, endLine and section that iospec extract prints$/,
  async function (this: CommandWorld) {
    const traced = requirementsIn(this);
    await this.stage.run(['extract', '--format', 'json', DOCUMENT]);
    const rows = rowsOf(this);
    const [expected = '', observed = ''] = [rows, traced].map((list) =>
      list
        .map(({ text, line, endLine, section }) => JSON.stringify([text, line, endLine, section]))
        .join('\n'),
    );
    this.expect.that(rows.length > 0, 'iospec extract prints rows', 'some', 'none');
    this.expect.that(expected === observed, 'both say the same of every requirement', expected, observed);
  },
);

Then(/^iospec shall write the SHA-256 of the document to the trace$/, function (this: CommandWorld) {
  const { execution } = this.stage;
  const expected = createHash('sha256')
    .update(execution.files.get(DOCUMENT) ?? '')
    .digest('hex');
  const observed = traceOf(this)
    .specifications.map(({ sha256 }) => sha256)
    .join(', ');
  this.expect.that(observed === expected, 'the trace says which version was judged', expected, observed);
});

Then(
  /^iospec shall write the failed step, the expected value (\S+) and the call of (\w+) to the trace of (SRS_\S+)$/,
  function (this: CommandWorld, value: string, functionName: string, label: string) {
    const { text, obligations, scenarios } = requirementIn(this, label);
    const failed = scenarios.filter(({ verdict }) => verdict === 'failed');
    this.expect.that(failed.length > 0, `${label} has a failed scenario`, 'one', `none for "${text}"`);
    for (const { error, timeline } of failed) {
      const step = error?.step ?? 'no step';
      const named = obligations.some((obligation) => step.endsWith(obligation.text));
      this.expect.that(named, 'the step that failed is told', 'an obligation', step);
      this.expect.that(
        error?.expected === value,
        'what was expected is told',
        value,
        String(error?.expected),
      );
      const calls = timeline.filter(({ kind }) => kind === 'call').map(({ name }) => name);
      this.expect.that(
        calls.includes(functionName),
        'the timeline has the call',
        functionName,
        calls.join(', '),
      );
    }
  },
);
