export { lint } from './lint.js';
export type { Defect, Finding, LintRule, Severity } from './rule.js';
export { LINT_RULES } from './rules/index.js';
