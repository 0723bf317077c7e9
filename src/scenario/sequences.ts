import type { CallSequence, Specification } from '../specification/model.js';
import { contextOf } from './context.js';
import { collectAxes, type Outline } from './outline.js';
import { axis, slot } from './template.js';

/** What an example call sequence promises: that it can be run as it is written. */
export const SEQUENCE_OBLIGATION = 'each of these calls shall succeed';

/** The scenario of an example call sequence: its calls in a table, with the words that lead each group. */
export function sequenceScenarios(sequence: CallSequence, specification: Specification): readonly Outline[] {
  const { system } = contextOf(null, specification);
  const collector = collectAxes();
  const first = collector.take({
    text: `${system.noun} over a ${slot('underlying')} underlying IO`,
    axes: [axis('underlying', system.underlyings, '')],
  });
  const state = system.sequences[sequence.label];
  const rows = sequence.groups.flatMap(({ lead, calls }) =>
    calls.map((call, index) => [index === 0 ? lead.replace(/[\s:]+$/, '') : '', call.function, call.note]),
  );
  return [
    {
      title: '',
      givens: [first, ...(state === undefined ? [] : [`the ${system.kind} is in ${state}`])].map((text) => ({
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
