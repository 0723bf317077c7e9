import type { CallSequence } from '../specification/model.js';
import { collectAxes, type Outline } from './outline.js';
import { groundOf } from './ground.js';
import type { ScenarioDocument } from './scenario_document.js';

/** What an example call sequence promises: that it can be run as it is written. */
export const SEQUENCE_OBLIGATION = 'each of these calls shall succeed';

/** The scenario of an example call sequence: its calls in a table, with the words that lead each group. */
export function sequenceScenarios(sequence: CallSequence, document: ScenarioDocument): readonly Outline[] {
  const { rules } = document;
  const collector = collectAxes();
  const first = collector.take(groundOf(rules));
  const state = rules.sequences.get(sequence.label);
  const rows = sequence.groups.flatMap(({ lead, calls }) =>
    calls.map((call, index) => [index === 0 ? lead.replace(/[\s:]+$/, '') : '', call.function, call.note]),
  );
  return [
    {
      title: '',
      givens: [first, ...(state === undefined ? [] : [`the ${rules.kind} is in ${state}`])].map((text) => ({
        text,
      })),
      whens: [
        {
          text: 'these calls are made in turn',
          argument: { kind: 'table', rows: [['lead', 'call', 'note'], ...rows] },
        },
      ],
      thens: [{ text: SEQUENCE_OBLIGATION }],
      axes: collector.axes,
    },
  ];
}
