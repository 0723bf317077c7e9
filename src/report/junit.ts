import { create } from 'xmlbuilder2';
import type {
  RequirementTrace,
  ScenarioTrace,
  Selection,
  SpecificationTrace,
  Trace,
} from '../trace/model.js';
import { isProblem } from '../trace/summary.js';
import { isBad, labelOf } from '../trace/verdict.js';
import { messageOf } from './error_message.js';
import { titleOf } from './scenario_title.js';
import { timelineEnd } from './timeline_text.js';

type Builder = ReturnType<typeof create>;

/** JUnit XML: a document is a suite, a requirement a test case. */
export function renderJunit(trace: Trace): string {
  const counts = countsOf(
    trace.specifications.flatMap(({ requirements }) => requirements),
    trace.selection,
  );
  const root = create({ version: '1.0', encoding: 'UTF-8' }).ele('testsuites', {
    name: 'iospec',
    ...(trace.complete ? counts : withOneErrorMore(counts)),
    time: seconds(trace.durationMs),
  });
  if (!trace.complete) addInterruption(root, trace);
  for (const specification of trace.specifications) addSuite(root, specification, trace);
  return `${root.end({ prettyPrint: true })}\n`;
}

/** Without it, what a run was kept from judging would read as left out on purpose. */
function addInterruption(root: Builder, { startedAt }: Trace): void {
  const one = { tests: '1', failures: '0', errors: '1', skipped: '0' };
  const suite = root.ele('testsuite', { name: 'iospec', ...one, time: '0', timestamp: startedAt });
  const element = suite.ele('testcase', { name: 'the whole run', classname: 'iospec', time: '0' });
  element.ele('error', { message: 'the run was interrupted', type: 'incomplete' });
}

function withOneErrorMore(counts: Counts): Counts {
  return { ...counts, tests: String(Number(counts.tests) + 1), errors: String(Number(counts.errors) + 1) };
}

function addSuite(
  root: Builder,
  { name, file, requirements }: SpecificationTrace,
  { startedAt, selection }: Trace,
): void {
  const suite = root.ele('testsuite', {
    name: legal(name),
    file: legal(file),
    ...countsOf(requirements, selection),
    time: seconds(requirements.reduce((sum, requirement) => sum + durationOf(requirement), 0)),
    timestamp: startedAt,
  });
  for (const requirement of requirements) addCase(suite, name, requirement, selection);
}

function addCase(suite: Builder, system: string, requirement: RequirementTrace, selection: Selection): void {
  const { label, section, file, line, verdict, reason } = requirement;
  const element = suite.ele('testcase', {
    name: legal(label),
    classname: legal([system, ...section].join(' / ')),
    file: legal(file),
    line: String(line),
    time: seconds(durationOf(requirement)),
  });
  const kind = elementOf(requirement, selection);
  if (kind === null) return;
  const message = legal(`${labelOf(verdict)}: ${reason ?? requirement.text}`);
  element.ele(kind, { message, type: verdict }).txt(legal(bodyOf(requirement)));
}

function elementOf(
  requirement: RequirementTrace,
  selection: Selection,
): 'failure' | 'error' | 'skipped' | null {
  const { verdict } = requirement;
  if (verdict === 'passed') return null;
  if (verdict === 'failed') return 'failure';
  return isProblem(requirement, selection) ? 'error' : 'skipped';
}

type Counts = Readonly<Record<'tests' | 'failures' | 'errors' | 'skipped', string>>;

function countsOf(requirements: readonly RequirementTrace[], selection: Selection): Counts {
  const count = (kind: ReturnType<typeof elementOf>): string =>
    String(requirements.filter((requirement) => elementOf(requirement, selection) === kind).length);
  return {
    tests: String(requirements.length),
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
  };
}

function bodyOf({ text, file, line, scenarios }: RequirementTrace): string {
  const bad = scenarios.filter(({ verdict }) => isBad(verdict));
  return [text, `${file}:${line}`, ...bad.flatMap(describe)].join('\n');
}

function describe(scenario: ScenarioTrace): readonly string[] {
  const { feature, line, verdict, reason, error, timeline } = scenario;
  return [
    '',
    `${labelOf(verdict)}: ${titleOf(scenario)}, ${feature}:${line}`,
    ...(error === null ? [reason ?? ''] : [`step: ${error.step}`, messageOf(error)]),
    ...(error?.expected == null ? [] : [`expected: ${error.expected}`, `observed: ${error.observed}`]),
    ...timelineEnd(timeline, 12),
  ];
}

function durationOf({ scenarios }: RequirementTrace): number {
  return scenarios.reduce((sum, { durationMs }) => sum + durationMs, 0);
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}

/** Replaces what XML 1.0 can't hold, not even escaped: most control characters, and halves of surrogate pairs. */
function legal(text: string): string {
  return Array.from(text, (character) =>
    isLegal(character.codePointAt(0) ?? 0) ? character : '\ufffd',
  ).join('');
}

function isLegal(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return (code < 0xd800 || code > 0xdfff) && code !== 0xfffe && code !== 0xffff;
}
