// A process that runs scenarios and tells its supervisor everything the moment it happens. Started by worker_process.ts.
import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import { Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { format } from 'node:util';
import type { ISupportCodeLibrary } from '@cucumber/cucumber/api';
import type { Envelope } from '@cucumber/messages';
import { MEDIA_TYPE } from '../stage/attachments.js';
import { TIMELINE_CHANNEL } from '../timeline/timeline.js';
import type { TimelineEntry } from '../timeline/timeline_entry.js';
import { send } from './channel.js';
import { chooseScenarios } from './chosen_scenarios.js';
import { beginRun } from './current_run.js';
import { FlightRecord } from './flight_record.js';
import { withPortableUris } from './portable_uris.js';
import { FLIGHT_DESCRIPTOR, type RunRequest } from './protocol.js';
import { requests } from './requests.js';
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
  send({
    kind: 'uncaught',
    error: { message: format(error), testCaseStartedId: owner.getStore() ?? null },
  });
  process.exit(UNCAUGHT);
});

const flight = new FlightRecord(FLIGHT_DESCRIPTOR);
subscribe(TIMELINE_CHANNEL, (entry) => {
  flight.add(entry as TimelineEntry);
});
/** Whether the scenario that is running has attached its timeline. */
let hasTimeline = false;

function onMessage(envelope: Envelope): void {
  if (envelope.testCaseStarted !== undefined) {
    owner.enterWith(envelope.testCaseStarted.id);
    flight.begin();
    hasTimeline = false;
  }
  hasTimeline ||= envelope.attachment?.mediaType === MEDIA_TYPE.timeline;
  if (envelope.testCaseFinished !== undefined && !hasTimeline)
    send({ kind: 'timeline', timeline: flight.entries });
  send({ kind: 'envelope', envelope: withPortableUris(envelope) });
  // Cucumber keeps every attachment until the run's end; the supervisor has it now.
  if (envelope.attachment !== undefined) envelope.attachment.body = '';
}

/** Cucumber expands every path as a glob pattern; a folder may well have brackets in its name. */
function literally(path: string): string {
  return path.replace(/[?*()[\]{}]/g, '[$&]');
}

function siblingModule(name: string): string {
  return new URL(import.meta.url.replace(/worker(?=\.[jt]s$)/, name)).href;
}

/** The support code, once it is loaded: a further run of the same subject needs no other. */
let library: ISupportCodeLibrary | null = null;

async function run({ featuresDirectory, scenarios, support, subject }: RunRequest): Promise<void> {
  const { loadConfiguration, runCucumber } = await import('@cucumber/cucumber/api');
  beginRun(subject);
  chooseScenarios(scenarios);
  const silence = new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });
  const environment = { cwd: featuresDirectory, stdout: silence, stderr: process.stderr };
  const { runConfiguration } = await loadConfiguration(
    {
      file: false,
      provided: {
        paths: scenarios.map(({ uri }) => literally(uri)),
        import: (support ?? [fileURLToPath(siblingModule('cucumber_support'))]).map(literally),
        format: [`"${siblingModule('no_formatter')}"`],
        plugin: [siblingModule('chosen_scenarios')],
        worldParameters: { traced: true },
      },
    },
    environment,
  );
  const result = await runCucumber(
    { ...runConfiguration, support: library ?? runConfiguration.support },
    environment,
    onMessage,
  );
  library = result.support;
  // What the last scenarios set off and nothing keeps alive: the next ones would have been running meanwhile.
  await pause(LATE_MS);
}

async function main(): Promise<void> {
  for (const request of requests()) {
    if (request.kind === 'run') {
      await run(request);
      send({ kind: 'done' });
    } else {
      const { describeModule } = await import('../subject/load_adapter.js');
      // Stack lines of a failure name the sources that the adapter's author has before him.
      process.setSourceMapsEnabled(true);
      send({ kind: 'adapter', adapter: await describeModule(request.adapter) });
      // To look for those of the judge's own modules takes time, and nobody sees them.
      process.setSourceMapsEnabled(false);
      send({ kind: 'done' });
      // While the supervisor plans: what comes next will need it.
      if (request.stays) await import('@cucumber/cucumber/api');
    }
  }
}

endWithParent();
try {
  await main();
  // An adapter that leaves a handle open must not keep the worker alive.
  process.exit(0);
} catch (error) {
  send({ kind: 'refused', reason: format(error) });
  process.exit(REFUSED);
}
