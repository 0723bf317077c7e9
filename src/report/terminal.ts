import pc from 'picocolors';
import { counted } from '../trace/counted.js';
import type {
  RequirementTrace,
  ScenarioTrace,
  Selection,
  SpecificationTrace,
  Trace,
} from '../trace/model.js';
import { skippedIn, skippedText } from '../trace/skipped.js';
import { isProblem } from '../trace/summary.js';
import { countVerdicts, labelOf, SEVERITY, symbolOf } from '../trace/verdict.js';
import { messageOf } from './error_message.js';
import { printable } from './printable.js';
import { titleOf } from './scenario_title.js';
import { timelineEnd } from './timeline_text.js';
import { painted, type Colors } from './verdict_colours.js';

const TIMELINE_LINES = 12;
/** Unbound requirements of one document that are written out; the reports have them all. */
const UNBOUND_SHOWN = 10;

/** What a terminal shows at the end of a run: each problem, then the counts of each document. */
export function renderTerminal(rawTrace: Trace, isColorful: boolean): string {
  const trace = printable(withoutQuietTimelines(rawTrace));
  const colors = pc.createColors(isColorful);
  return `${[
    ...trace.specifications.flatMap((specification) =>
      renderProblems(specification, trace.selection, colors),
    ),
    ...trace.specifications.map((specification) => renderCounts(specification, colors)),
    ...skippedIn(trace.specifications).map((skipped) => colors.yellow(`skipped: ${skippedText(skipped)}`)),
    renderVerdict(trace, colors),
  ].join('\n')}\n`;
}

/** The trace without the timelines of requirements that are only counted: of a run they are nearly everything. */
function withoutQuietTimelines(trace: Trace): Trace {
  const specifications = trace.specifications.map((specification) => ({
    ...specification,
    requirements: specification.requirements.map((requirement) =>
      isProblem(requirement, trace.selection)
        ? requirement
        : {
            ...requirement,
            scenarios: requirement.scenarios.map((scenario) => ({ ...scenario, timeline: [] })),
          },
    ),
  }));
  return { ...trace, specifications };
}

function renderProblems(
  { requirements }: SpecificationTrace,
  selection: Selection,
  colors: Colors,
): readonly string[] {
  const bad = requirements.filter((requirement) => isProblem(requirement, selection));
  const unbound = bad.filter(({ verdict }) => verdict === 'unbound');
  const shown = new Set([
    ...bad.filter(({ verdict }) => verdict !== 'unbound'),
    ...unbound.slice(0, UNBOUND_SHOWN),
  ]);
  const hidden = bad.length - shown.size;
  return [
    ...bad
      .filter((requirement) => shown.has(requirement))
      .flatMap((requirement) => renderRequirement(requirement, colors)),
    ...(hidden === 0 ? [] : [colors.dim(`… and ${counted(hidden, 'more unbound requirement')}`), '']),
  ];
}

/** One requirement with the first scenario that explains its verdict. */
export function renderRequirement(requirement: RequirementTrace, colors: Colors): readonly string[] {
  const { label, text, file, line, verdict, reason, scenarios } = requirement;
  const cause = scenarios.find((scenario) => scenario.verdict === verdict);
  return [
    `${painted(verdict, `${symbolOf(verdict)} ${labelOf(verdict)}`, colors)} ${colors.bold(label)} ${colors.dim(`${file}:${line}`)}`,
    `  ${text}`,
    ...(cause === undefined ? indented(reason ?? '') : renderScenario(cause, colors)),
    '',
  ];
}

/** A scenario with its error and the end of its timeline. */
export function renderScenario(scenario: ScenarioTrace, colors: Colors): readonly string[] {
  const { feature, line, reason, error, timeline } = scenario;
  return [
    `  scenario: ${titleOf(scenario)} ${colors.dim(`${feature}:${line}`)}`,
    ...(error === null
      ? indented(reason ?? '')
      : [
          `  step:     ${error.step}`,
          ...(error.expected === null
            ? []
            : [`  expected: ${error.expected}`, `  observed: ${error.observed}`]),
          ...indented(messageOf(error)),
        ]),
    ...timelineEnd(timeline, TIMELINE_LINES).map((entry) => colors.dim(`    ${entry}`)),
  ];
}

function renderCounts({ name, requirements }: SpecificationTrace, colors: Colors): string {
  const counts = countVerdicts(requirements.map(({ verdict }) => verdict));
  const found = SEVERITY.filter((verdict) => counts[verdict] > 0).map((verdict) =>
    painted(verdict, `${counts[verdict]} ${labelOf(verdict)}`, colors),
  );
  return `${colors.bold(name)}: ${[counted(requirements.length, 'requirement'), ...found].join(', ')}`;
}

function renderVerdict({ summary, complete, durationMs }: Trace, colors: Colors): string {
  const facts = `${counted(summary.scenarios, 'scenario')}, ${(durationMs / 1000).toFixed(1)} s`;
  if (summary.conforming) return `${colors.green('conforming')} (${facts})`;
  return `${colors.red(complete ? 'not conforming' : 'interrupted')} (${facts})`;
}

function indented(text: string): readonly string[] {
  return text === '' ? [] : text.split('\n').map((part) => `  ${part}`);
}
