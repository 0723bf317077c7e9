import { commentRanges, fenceRanges, rangeTest } from '../../ranges.js';
import type { LintDocument } from '../document.js';
import type { Defect, LintRule } from '../rule.js';

/** The closing marker at the end of a requirement, with the bold marks that it has. */
const CLOSER = /(\*{1,4}|<\/?(?:b|strong)>)?[ \t]{0,4}\\?\]((?:[ \t]\*{2})|\*{1,2}|<\/?(?:b|strong)>)?$/i;
const LONGEST_CLOSER = 40;
const BOLD = /\*{2}|<\/?(?:b|strong)>/gi;

export const unbalancedMarkers: LintRule = {
  id: 'unbalanced-markers',
  severity: 'error',
  finds:
    'a requirement without a closing marker, a closing marker without a requirement, and markers whose bold does not balance',
  why: 'Where a requirement ends is left to the reader, and tools take too much or too little.',
  bad: '**SRS_TOY_01_001: [** `toy_open` shall return 0.\n\n**SRS_TOY_01_002: [** `toy_close` shall return 0. ]',
  good: '**SRS_TOY_01_001: [** `toy_open` shall return 0. **]**\n\n**SRS_TOY_01_002: [** `toy_close` shall return 0. **]**',
  check: (document) => [...badlyClosed(document), ...neverOpened(document)],
};

function badlyClosed({ requirements, openings, document: { text, positions } }: LintDocument): Defect[] {
  return requirements.flatMap(({ id, slice }, index) => {
    const opening = openings[index];
    if (opening === undefined) return [];
    const head = positions.slice(opening.start, opening.end);
    const end = text.slice(Math.max(opening.end, slice.end - LONGEST_CLOSER), slice.end);
    const closer = CLOSER.exec(end);
    if (closer === null) return [{ message: `${id} has no closing marker`, slice: head }];
    const [mark, before = '', after = ''] = closer;
    const place = positions.slice(slice.end - mark.length, slice.end);
    const marks = (before + after).match(BOLD)?.length ?? 0;
    if (marks === 0) return [{ message: `the closing marker of ${id} is not in bold`, slice: place }];
    const opened = text.slice(opening.start, opening.end).match(BOLD)?.length ?? 0;
    if ((opened + marks) % 2 === 0) return [];
    return [{ message: `the bold of ${id} and of its closing marker do not balance`, slice: place }];
  });
}

/** Closing markers that stand behind no opening one. */
function neverOpened({ requirements, spans, document: { text, positions } }: LintDocument): Defect[] {
  const isFence = rangeTest(fenceRanges(text));
  const isComment = rangeTest(commentRanges(text));
  const isRequirement = rangeTest(requirements.map(({ slice }) => slice));
  return [...text.matchAll(/\*\*\\?\]\*\*/g)]
    .filter(
      ({ index }) => !isRequirement(index) && !isFence(index) && !isComment(index) && !spans.holds(index),
    )
    .map(({ index, 0: mark }) => ({
      message: 'a closing marker that no requirement was opened for',
      slice: positions.slice(index, index + mark.length),
    }));
}
