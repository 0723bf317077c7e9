// A process that runs scenarios and tells its supervisor everything the moment it happens. Started by supervisor.ts.
import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import { readFileSync } from 'node:fs';
import { Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { format } from 'node:util';
import type { Envelope } from '@cucumber/messages';
import { TIMELINE_CHANNEL } from '../timeline/timeline.js';
import type { TimelineEntry } from '../timeline/timeline_entry.js';
import { send } from './channel.js';
import { FlightRecord } from './flight_record.js';
import { withPortableUris } from './portable_uris.js';
import { FLIGHT_DESCRIPTOR, MEDIA_TYPE, type RunRequest, type WorkerRequest } from './protocol.js';
import { endWithParent } from './watchdog.js';

/** Exit status after an error that no step caught; the supervisor has been told the error itself. */
const UNCAUGHT = 70;
const REFUSED = 71;
/** Milliseconds in which a late error of the last scenarios still comes to light. */
const LATE_MS = 150;

/** The scenario whose code is running, also in the timers and callbacks that it leaves behind. */
const owner = new AsyncLocalStorage<string>();

// Comes before Cucumber's own listener, which would blame whichever step happens to run; a capture callback would keep
// modules that use `domain` from being loaded, ts-node among them.
process.on('uncaughtExceptionMonitor', (error: unknown) => {
  send({ uncaught: { message: format(error), testCaseStartedId: owner.getStore() ?? null } });
  process.exit(UNCAUGHT);
});

const flight = new FlightRecord(FLIGHT_DESCRIPTOR);
/** Whether the scenario that is running has attached its timeline. */
let hasTimeline = false;

function onMessage(envelope: Envelope): void {
  if (envelope.testCaseStarted !== undefined) {
    owner.enterWith(envelope.testCaseStarted.id);
    flight.begin();
    hasTimeline = false;
  }
  hasTimeline ||= envelope.attachment?.mediaType === MEDIA_TYPE.timeline;
  if (envelope.testCaseFinished !== undefined && !hasTimeline) send({ timeline: flight.entries });
  send({ envelope: withPortableUris(envelope) });
  // Cucumber keeps every attachment until the run's end; the supervisor has it now.
  if (envelope.attachment !== undefined) envelope.attachment.body = '';
}

/** Cucumber expands every path as a glob pattern; a folder may well have brackets in its name. */
function literally(path: string): string {
  return path.replace(/[?*()[\]{}]/g, '[$&]');
}

async function run(request: RunRequest): Promise<void> {
  const { loadConfiguration, runCucumber } = await import('@cucumber/cucumber/api');
  subscribe(TIMELINE_CHANNEL, (entry) => {
    flight.add(entry as TimelineEntry);
  });
  const silence = new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });
  const environment = { cwd: request.featuresDirectory, stdout: silence, stderr: process.stderr };
  const { runConfiguration } = await loadConfiguration(
    {
      file: false,
      provided: {
        paths: [...request.locations],
        import: request.support.map(literally),
        format: [new URL(import.meta.url.replace(/worker(?=\.[jt]s$)/, 'no_formatter')).href],
        dryRun: request.dryRun,
        worldParameters: { ...request.world, traced: true },
      },
    },
    environment,
  );
  await runCucumber(runConfiguration, environment, onMessage);
}

async function main(): Promise<void> {
  // Descriptor 0 itself: `process.stdin` would make it non-blocking, and reading it whole would fail.
  const request = JSON.parse(readFileSync(0, 'utf8')) as WorkerRequest;
  if (request.task === 'run') {
    await run(request);
    // What the last scenarios set off and nothing keeps alive: the next ones would have been running meanwhile.
    if (!request.dryRun) await pause(LATE_MS);
    return;
  }
  const { describeModule } = await import('../subject/adapter_module.js');
  send({ adapter: await describeModule(request.adapter) });
}

// Stack lines of a failure name the sources that a reader has before him.
process.setSourceMapsEnabled(true);
endWithParent();
try {
  await main();
  // An adapter that leaves a handle open must not keep the worker alive.
  process.exit(0);
} catch (error) {
  send({ refused: format(error) });
  process.exit(REFUSED);
}
