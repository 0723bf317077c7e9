import type { Finding } from '../../specification/lint/index.js';
import { renderLintJson } from './json.js';
import type { LintReader } from './reader.js';
import { renderLintSarif } from './sarif.js';
import { renderLintText } from './text.js';

export type LintFormat = 'text' | 'json' | 'sarif';

/** The renderings of `iospec lint`, by the name of their format. */
export const LINT_FORMATS: Readonly<
  Record<LintFormat, (findings: readonly Finding[], reader: LintReader) => string>
> = { text: renderLintText, json: renderLintJson, sarif: renderLintSarif };
