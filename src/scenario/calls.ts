import type { Requirement } from '../specification/model.js';
import type { Circumstance } from './circumstance.js';
import { failuresOf } from './context.js';
import type { AxisCollector } from './outline.js';
import { axis, plain, slot, type Template } from './template.js';
import type { ScenarioDocument } from './scenario_document.js';

/** "f is called and succeeds", "f is called and the x is NULL", with each further condition as a step of its own. */
export function callsOf(
  circumstances: readonly Circumstance[],
  happens: boolean,
  collector: AxisCollector,
  requirement: Requirement,
  document: ScenarioDocument,
): readonly string[] {
  const name = requirement.function;
  const attached = circumstances.filter((one) => one.kind === 'call');
  const outcome = circumstances.find(({ kind }) => kind === 'success' || kind === 'failure');
  const wanted = outcome !== undefined || circumstances.some(({ kind }) => kind === 'bareCall') || !happens;
  const event = eventOf(requirement);
  const call = name === null || !wanted ? null : `${name} is called${event === null ? '' : ` with ${event}`}`;
  if (call === null) return attached.map(({ template }) => collector.take(template));
  const lines: string[] = [];
  if (outcome !== undefined && name !== null) {
    lines.push(
      call + collector.take(outcome.kind === 'success' ? plain(' and succeeds') : failing(name, document)),
    );
  }
  for (const { joint, template } of attached) {
    const words = collector.take(template);
    if (lines.length === 0) lines.push(`${call} ${joint} ${words}`);
    else lines.push(words);
  }
  return lines.length === 0 ? [call] : lines;
}

function failing(functionName: string, document: ScenarioDocument): Template {
  const failures = failuresOf(functionName, document);
  if (failures.length === 0) return plain(' and fails');
  const because = ` and fails because ${slot('failure')}`;
  return { text: because, axes: [axis('failure', failures, `because ${slot('failure')}`)] };
}

/** A section about one event of a callback ("LWS_CALLBACK_CLIENT_RECEIVE") is about calls with that event; null: none. */
export function eventOf({ section, function: name }: Requirement): string | null {
  const heading = section.at(-1) ?? '';
  return heading !== name && /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(heading) ? heading : null;
}
