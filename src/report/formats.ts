import type { Trace } from '../trace/model.js';
import { renderHtml } from './html.js';
import { renderJunit } from './junit.js';
import { renderMarkdown } from './markdown.js';
import { renderMatrixCsv } from './matrix_csv.js';
import { renderSarif } from './sarif.js';
import { renderTraceJson } from './trace_json.js';

/** A rendering of a trace, and the file of the reports folder that it becomes. */
export interface ReportFormat {
  readonly file: string;
  /** The file's text, or its pieces in their order. */
  readonly render: (trace: Trace) => string | Iterable<string>;
  /** Found near the beginning of each file that was rendered so: what tells it from somebody else's of the same name. */
  readonly mark: RegExp;
}

/** The trace itself. */
export const TRACE_FORMAT: ReportFormat = {
  file: 'trace.json',
  render: renderTraceJson,
  mark: /^\s*\{\s*"schemaVersion":/,
};

/** Every report that a run writes, the trace itself first. */
export const REPORT_FORMATS: readonly ReportFormat[] = [
  TRACE_FORMAT,
  { file: 'junit.xml', render: renderJunit, mark: /<testsuites name="iospec"/ },
  {
    file: 'trace.md',
    render: renderMarkdown,
    mark: /^# [✔✘⚠] (?:Conforming(?: in a limited run)?|Not conforming|Incomplete)\n/,
  },
  { file: 'index.html', render: renderHtml, mark: /<title>[^<]*: iospec report<\/title>/ },
  { file: 'sarif.json', render: renderSarif, mark: /"driver":\s*\{\s*"name":\s*"iospec"/ },
  { file: 'matrix.csv', render: renderMatrixCsv, mark: /^document,requirement,kind,file,line,/ },
];
