import { renderComparison } from '../report/comparison.js';
import { makeReportsFolder, openReports, writeReports, writeTrace } from '../report/folder.js';
import { progressOn } from '../report/progress.js';
import { renderTerminal } from '../report/terminal.js';
import { foreignCucumber } from '../phrases/foreign_cucumber.js';
import { isColorful } from './colors.js';
import { openMessages, type MessagesFile } from '../verify/messages_file.js';
import { nothingToRun } from '../verify/nothing_to_run.js';
import { planVerification, type Verification } from '../verify/planned_verification.js';
import { judge } from '../verify/verification.js';

/**
 * Verifies, writes the reports and prints the summary. The last run's reports stay until this one is sure to begin. Ctrl-C
 * ends the workers and reports what there is; a kill leaves the trace of what was found until a moment before.
 * @returns The exit status: 0 conforming, 1 not.
 */
export async function verifyAndReport(asked: Verification): Promise<number> {
  const abort = new AbortController();
  const interrupt = (): void => {
    abort.abort();
  };
  // Once: a second Ctrl-C ends this process at once, and the workers' watchdogs end them.
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  let messages: MessagesFile | null = null;
  const failures: unknown[] = [];
  /** What is written while workers run has no caller to throw to: a full disk ends the run, and is reported then. */
  const attempt =
    <T>(write: (value: T) => void) =>
    (value: T): void => {
      try {
        write(value);
      } catch (error) {
        failures.push(error);
        abort.abort();
      }
    };
  try {
    makeReportsFolder(asked.reports);
    const planned = await planVerification(asked, abort.signal);
    for (const line of foreignCucumber()) process.stderr.write(`iospec: ${line}\n`);
    openReports(asked.reports);
    messages = openMessages(asked.reports);
    const trace = await judge(planned, {
      signal: abort.signal,
      onEnvelope: attempt(messages.write),
      onProgress: progressOn(process.stderr),
      onInterim: attempt((interim) => {
        writeTrace(asked.reports, interim);
      }),
    });
    const nothing = nothingToRun(planned.documents, asked.selection);
    if (nothing !== null) process.stderr.write(`iospec: ${nothing}\n`);
    if (failures.length > 0) throw failures[0];
    messages.close();
    const files = writeReports(asked.reports, trace);
    if (asked.adapters.length > 1) process.stdout.write(renderComparison(trace, isColorful(process.stdout)));
    process.stdout.write(renderTerminal(trace, isColorful(process.stdout)));
    process.stderr.write(`reports: ${files.join(', ')}\n`);
    return trace.summary.conforming ? 0 : 1;
  } finally {
    messages?.discard();
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}
