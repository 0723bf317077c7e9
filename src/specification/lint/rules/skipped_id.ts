import { visit } from 'unist-util-visit';
import { endOf, startOf } from '../../markdown.js';
import { firstFrom } from '../../headings.js';
import type { Requirement } from '../../model.js';
import type { LintDocument } from '../document.js';
import type { Defect, LintRule } from '../rule.js';

const NUMBERED = /^(.*_)(\d+)$/;

/** Items of a list, nested ones included, that count up before a gap is worth a word. */
const FEWEST = 4;

export const skippedId: LintRule = {
  id: 'skipped-id',
  severity: 'note',
  finds: 'a list whose ids count up one by one, but for a few that nothing in the document has',
  why: 'An item was removed or forgotten, and the list says neither.',
  bad: '- **SRS_TOY_01_001: [** a shall be 0 **]**\n- **SRS_TOY_01_002: [** b shall be 0 **]**\n- **SRS_TOY_01_004: [** d shall be 0 **]**\n- **SRS_TOY_01_005: [** e shall be 0 **]**',
  good: '- **SRS_TOY_01_001: [** a shall be 0 **]**\n- **SRS_TOY_01_002: [** b shall be 0 **]**\n- **SRS_TOY_01_003: [** c shall be 0 **]**\n- **SRS_TOY_01_004: [** d shall be 0 **]**',
  check: (document) => {
    const ids = new Set(document.requirements.map(({ id }) => id));
    return listsOf(document).flatMap((items) => {
      const gaps = items.slice(1).flatMap((item, index): readonly Defect[] => {
        const missing = missingBetween(items[index]?.id ?? '', item.id, ids);
        if (missing.length === 0) return [];
        return [{ message: `the list skips ${missing.join(' and ')}`, slice: item.slice }];
      });
      return items.length >= FEWEST && gaps.length === 1 ? gaps : [];
    });
  },
};

/** The requirements of each outermost list. */
function listsOf({ document: { tree }, requirements }: LintDocument): readonly (readonly Requirement[])[] {
  const slices = requirements.map(({ slice }) => slice);
  const lists: (readonly Requirement[])[] = [];
  visit(tree, 'list', (list) => {
    lists.push(requirements.slice(firstFrom(slices, startOf(list)), firstFrom(slices, endOf(list))));
    return 'skip';
  });
  return lists;
}

/** The one or two ids between two neighbours that count up, where the document has none of them. */
function missingBetween(before: string, after: string, ids: ReadonlySet<string>): readonly string[] {
  const [, family = '', low = ''] = NUMBERED.exec(before) ?? [];
  const [, sameFamily, high = ''] = NUMBERED.exec(after) ?? [];
  const distance = Number(high) - Number(low);
  if (family !== sameFamily || distance < 2 || distance > 3) return [];
  const between = Array.from(
    { length: distance - 1 },
    (_, step) => `${family}${String(Number(low) + step + 1).padStart(low.length, '0')}`,
  );
  return between.some((id) => ids.has(id)) ? [] : between;
}
