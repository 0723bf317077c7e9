import type { Finding } from '../../specification/lint/index.js';
import { renderLintJson } from './json.js';
import { renderLintSarif } from './sarif.js';
import { renderLintText } from './text.js';

/** Where a rendering will be read. */
export interface LintReader {
  /** Folder that the files of findings are relative to. */
  readonly folder: string;
  readonly isColorful: boolean;
}

export type LintFormat = 'text' | 'json' | 'sarif';

/** The renderings of `iospec lint`, by the name of their format. */
export const LINT_FORMATS: Readonly<
  Record<LintFormat, (findings: readonly Finding[], reader: LintReader) => string>
> = { text: renderLintText, json: renderLintJson, sarif: renderLintSarif };
