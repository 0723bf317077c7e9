import { adaptersOf, compareAdapters } from '../trace/comparison.js';
import { counted } from '../trace/counted.js';
import type { RequirementTrace, SpecificationTrace, Trace } from '../trace/model.js';
import { skippedIn, skippedText } from '../trace/skipped.js';
import { isProblem } from '../trace/summary.js';
import { countVerdicts, isBad, labelOf, SEVERITY, symbolOf } from '../trace/verdict.js';
import { inTag, inText, listing } from './markdown_text.js';
import { messageOf } from './error_message.js';
import { titleOf } from './scenario_title.js';
import { timelineEnd } from './timeline_text.js';
import { headlineOf, limitsOf } from './headline.js';

/** Characters that a comment on a pull request may have. */
const LIMIT = 65_536;
/** Kept for the note that says what was left out. */
const NOTE = 400;
/** Characters of one problem's details. */
const DETAILS = 4000;
const SENTENCE = 600;

/**
 * A Markdown report for a comment on a pull request: verdict and counts, then what was wrong, folded, then every
 * requirement, folded. What goes beyond the length of a comment is left out, with a note that says so.
 */
export function renderMarkdown(trace: Trace): string {
  const head = renderHead(trace);
  const problems = trace.specifications.flatMap(({ requirements }) =>
    requirements.filter((requirement) => isProblem(requirement, trace.selection)),
  );
  const page = pageOf(LIMIT - NOTE, head);
  if (problems.length > 0) page.add('## What keeps the run from conforming\n\n');
  const shown = page.fill(problems.map(renderProblem));
  const total = trace.summary.requirements;
  const rows = trace.specifications.reduce((sum, specification) => {
    const { open, rows: lines, close } = renderTable(specification, adaptersOf(trace, specification));
    return sum + page.fill(lines, open, close);
  }, 0);
  const note =
    shown === problems.length && rows === total
      ? ''
      : `**Cut** to the length of a comment: the details of ${problems.length - shown} of ${problems.length} problems and ${total - rows} of ${total} requirements are left out. index.html has everything.\n`;
  return `${page.text()}${note}`;
}

interface Page {
  /** Adds a text if there is room for it. */
  readonly add: (text: string) => boolean;
  /** Adds as many parts as there is room for, in their order, between an opening and its closing; says how many. */
  readonly fill: (parts: readonly string[], open?: string, close?: string) => number;
  readonly text: () => string;
}

function pageOf(limit: number, start: string): Page {
  const texts = [start];
  let room = limit - start.length;
  const add = (text: string): boolean => {
    if (text.length > room) return false;
    room -= text.length;
    texts.push(text);
    return true;
  };
  return {
    add,
    fill: (parts, open = '', close = '') => {
      const [first] = parts;
      if (first === undefined || open.length + first.length + close.length > room) return 0;
      add(open);
      room -= close.length;
      const end = parts.findIndex((part) => !add(part));
      texts.push(close);
      return end < 0 ? parts.length : end;
    },
    text: () => texts.join(''),
  };
}

function renderHead(trace: Trace): string {
  const { tool, startedAt, specifications } = trace;
  const { kind, title, sentence } = headlineOf(trace);
  const verdicts = SEVERITY.filter((verdict) => verdict === 'passed' || trace.summary.verdicts[verdict] > 0);
  const rows = specifications.map(({ name, requirements }) => {
    const counts = countVerdicts(requirements.map(({ verdict }) => verdict));
    const cells = [inText(name), requirements.length, ...verdicts.map((verdict) => counts[verdict])];
    return `| ${cells.join(' | ')} |`;
  });
  return `${[
    `# ${{ conforming: '✔', failing: '✘', incomplete: '⚠' }[kind]} ${title}`,
    '',
    sentence,
    ...limitsOf(trace).map((limit) => `\nLimited to ${inText(limit)}.`),
    '',
    `| document | requirements | ${verdicts.map((verdict) => `${symbolOf(verdict)} ${labelOf(verdict)}`).join(' | ')} |`,
    `|---|---:|${verdicts.map(() => '---:|').join('')}`,
    ...rows,
    ...skippedIn(specifications).map((skipped) => `\nSkipped: ${inText(skippedText(skipped))}`),
    '',
    `${startedAt}, iospec ${tool.version}, Node.js ${tool.node}`,
    '',
  ].join('\n')}\n`;
}

function renderProblem(requirement: RequirementTrace): string {
  const { label, text, file, line, verdict, reason, reading, scenarios } = requirement;
  const bad = scenarios.filter((scenario) => isBad(scenario.verdict));
  const told = bad.find((scenario) => scenario.verdict === verdict) ?? bad[0];
  const details = [
    ...(told === undefined ? [] : [`${titleOf(told)}, ${told.feature}:${told.line}`]),
    ...(told?.error == null ? [reason ?? ''] : [told.error.step, messageOf(told.error)]),
    ...(told?.error?.expected == null ? [] : [`expected: ${told.error.expected}`]),
    ...(told?.error?.observed == null ? [] : [`observed: ${told.error.observed}`]),
    ...timelineEnd(told?.timeline ?? [], 12),
    ...(bad.length > 1 ? [`(${bad.length} of ${scenarios.length} scenarios did not pass)`] : []),
  ].join('\n');
  return `${[
    `<details><summary>${symbolOf(verdict)} <b>${inTag(label)}</b>: ${labelOf(verdict)}. ${inTag(shortened(text, SENTENCE))}</summary>`,
    '',
    `${inText(file)}:${line}${reading === null ? '' : `; reading: ${inText(shortened(reading, SENTENCE))}`}`,
    '',
    listing(shortened(details, DETAILS)),
    '',
    '</details>',
    '',
  ].join('\n')}\n`;
}

/** A document's requirements, a row each; with several adapters their verdicts side by side. */
function renderTable(
  specification: SpecificationTrace,
  adapters: readonly string[],
): { readonly open: string; readonly rows: readonly string[]; readonly close: string } {
  const { name, file, requirements } = specification;
  // With one adapter its verdict is the requirement's.
  const compared = adapters.length > 1 ? adapters : [];
  const head = ['', 'requirement', 'line', 'sentence', 'verdict', ...compared.map(inText), 'scenarios'];
  const open = [
    `<details><summary>${counted(requirements.length, 'requirement')} of ${inTag(name)} (${inTag(file)})</summary>`,
    '',
    `|${head.map((title) => ` ${title} `).join('|')}|`,
    `|---|---|---:|---|---|${'---|'.repeat(compared.length)}---:|`,
    '',
  ].join('\n');
  const rows = compareAdapters(specification, compared).map(({ requirement: one, verdicts }) => {
    const cells = [
      symbolOf(one.verdict),
      inText(one.label),
      String(one.line),
      inText(shortened(one.text, SENTENCE)),
      labelOf(one.verdict),
      ...verdicts.map(labelOf),
      String(one.scenarios.length),
    ];
    return `| ${cells.join(' | ')} |\n`;
  });
  return { open, rows, close: '\n</details>\n\n' };
}

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 2)} …`;
}
