import { firstFrom } from '../headings.js';
import type { SourceText } from '../source.js';
import { lintDocument } from './document.js';
import type { Finding } from './rule.js';
import { LINT_RULES } from './rules/index.js';

/**
 * Finds the defects of an SRS document, in the order they stand in. Time is linear in the text.
 *
 * @throws SpecificationError when the text is empty, binary or holds no requirement.
 */
export function lint(source: SourceText): readonly Finding[] {
  const document = lintDocument(source);
  const slices = document.requirements.map(({ slice }) => slice);
  // A mark directly behind a closing marker is a matter of that requirement.
  const requirementAt = (offset: number): string | null => {
    const requirement = document.requirements[firstFrom(slices, offset + 1) - 1];
    return requirement !== undefined && offset <= requirement.slice.end ? requirement.label : null;
  };
  return LINT_RULES.flatMap(({ id, severity, check }) =>
    check(document).map((defect) => ({
      rule: id,
      severity,
      ...defect,
      requirement: requirementAt(defect.slice.start),
    })),
  ).sort((left, right) => left.slice.start - right.slice.start || left.rule.localeCompare(right.rule));
}
