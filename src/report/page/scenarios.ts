import { columnName } from '../matrix.js';
import { counted } from '../../trace/counted.js';
import { countVerdicts, isBad, severityOf } from '../../trace/verdict.js';
import type { PageRequirement, PageScenario } from '../page_model.js';
import { durationText, verdictWords } from '../headline.js';
import { timelineAt } from '../timeline_table.js';
import type { App } from './app.js';
import { badge } from './badge.js';
import { foreign, h } from './dom.js';
import { sequenceView } from './sequence.js';

/** The scenarios of a requirement, the worst first and open; what one shows is made when it is opened. */
export function scenarioList({ data }: App, { scenarios: indices, verdict }: PageRequirement): HTMLElement {
  const found = indices.flatMap((index) => data.scenarios[index] ?? []);
  // Among many that passed, the one that failed would have to be looked for.
  const urgency = ({ verdict: own }: PageScenario): number => (isBad(own) ? severityOf(own) : -1);
  const all = found.sort((one, other) => urgency(other) - urgency(one));
  if (all.length === 0) {
    return h(
      'section',
      {},
      h('h2', {}, 'Scenarios'),
      h('p', { class: 'soft' }, 'None of its scenarios was run.'),
    );
  }
  const telling = all.find((one) => one.verdict === verdict) ?? all[0];
  const words = verdictWords(countVerdicts(all.map((one) => one.verdict)));
  return h(
    'section',
    {},
    h('h2', {}, all.length === 1 ? 'Scenario' : `${all.length} scenarios: ${words}`),
    ...all.map((one) => scenario(one, one === telling, data.timelines)),
  );
}

function scenario(one: PageScenario, isOpen: boolean, timelines: App['data']['timelines']): HTMLElement {
  const { name, feature, line, adapter, underlying, verdict, durationMs } = one;
  const details = h(
    'details',
    { class: `scenario ${verdict}` },
    h(
      'summary',
      {},
      badge(verdict),
      ' ',
      foreign(columnName({ adapter, underlying }), 'column'),
      ' ',
      foreign(name, 'name'),
      ' ',
      h(
        'span',
        { class: 'soft' },
        foreign(`${feature}:${line}`),
        // What did not come to its end took no time that was measured.
        durationMs === 0 ? null : `, ${durationText(durationMs)}`,
      ),
    ),
  );
  const fill = (): void => {
    if (!details.open || details.childElementCount > 1) return;
    const ways = one.repetitions.length > 0 ? one.repetitions : [one];
    for (const way of ways) {
      if ('times' in way)
        details.append(h('p', { class: 'way' }, badge(way.verdict), ` ${counted(way.times, 'time')}`));
      details.append(...outcome(way), sequenceView(timelineAt(timelines, way.timeline)));
    }
  };
  details.addEventListener('toggle', fill);
  details.open = isOpen;
  fill();
  return details;
}

function outcome({ reason, error }: Pick<PageScenario, 'reason' | 'error'>): readonly HTMLElement[] {
  if (error === null) return reason === null ? [] : [h('p', { class: 'reason' }, foreign(reason))];
  const { step: failed, message, expected, observed } = error;
  const lines = message.split('\n');
  const entries = [
    ['Step', failed],
    ['Expected', expected],
    ['Observed', observed],
    ['Message', lines[0]],
  ].flatMap(([name, text]) =>
    text == null || name == null ? [] : [h('dt', {}, name), h('dd', {}, foreign(text))],
  );
  if (lines.length > 1) {
    const whole = h('details', {}, h('summary', {}, `All ${lines.length} lines`), foreign(message));
    entries.push(h('dt'), h('dd', {}, whole));
  }
  return [h('dl', { class: 'error' }, ...entries)];
}
