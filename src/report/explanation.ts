import pc from 'picocolors';
import type { RequirementTrace } from '../trace/model.js';
import { labelOf, symbolOf } from '../trace/verdict.js';
import { printable } from './printable.js';
import { titleOf } from './scenario_title.js';
import { timelineLines } from './timeline_text.js';

/** Everything that a run knows of one requirement: sentence, duties, scenarios, and the timeline that explains its verdict. */
export function explainRequirement(requirement: RequirementTrace, isColorful: boolean): string {
  const colors = pc.createColors(isColorful);
  const { label, text, file, line, section, verdict, reason, reading, obligations, scenarios } =
    printable(requirement);
  const telling = scenarios.find((scenario) => scenario.verdict === verdict) ?? scenarios.at(-1);
  return `${[
    `${colors.bold(label)} ${file}:${line}`,
    ...(section.length === 0 ? [] : [colors.dim(section.join(' › '))]),
    '',
    `  ${text}`,
    '',
    `${symbolOf(verdict)} ${labelOf(verdict)}${reason === null ? '' : `: ${reason}`}`,
    ...(reading === null ? [] : [`reading: ${reading}`]),
    ...obligations.map((one) => `  ${symbolOf(one.verdict)} ${one.text}`),
    '',
    ...scenarios.map(
      (one) => `${symbolOf(one.verdict)} ${titleOf(one)} ${colors.dim(`${one.feature}:${one.line}`)}`,
    ),
    ...(telling?.error == null ? [] : ['', telling.error.step, telling.error.message]),
    ...(telling === undefined || telling.timeline.length === 0
      ? []
      : ['', `Timeline of ${telling.feature}:${telling.line}:`, ...timelineLines(telling.timeline)]),
  ].join('\n')}\n`;
}
