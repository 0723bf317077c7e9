import { Then, When, type DataTable } from '../../../src/system/phrase_registry.js';
import { MissingFunctionError } from '../../../src/stage/preparation.js';
import { Note } from '../../../src/stage/notes.js';
import type { OPTIONHANDLER_HANDLE } from '../../../src/adapters/xio/xio.js';
import type { CallRecord } from '../../../src/timeline/timeline.js';
import { observed } from '../../../src/stage/outcome.js';
import type { TlsioWorld } from '../stage/world.js';

/** The calls of a sequence in their turn, and the options that one of them retrieved for another. */
interface Progress {
  readonly made: CallRecord[];
  options: OPTIONHANDLER_HANDLE | null;
}

const progressOf = new Note<Progress>('no calls were made in turn');

/** The document's examples name one implementation's functions: `tlsio_openssl_open` is its `tlsio_open_async`. */
function functionOf(world: TlsioWorld, exampleName: string): string {
  const plain = exampleName.replace(/^tlsio_[a-z]+_/, 'tlsio_');
  const found = [plain, `${plain}_async`].find((name) => world.prototype(name) !== null);
  if (found === undefined)
    throw new MissingFunctionError(
      plain,
      `${world.specification.file} declares no function ${plain}, which ${exampleName} stands for`,
    );
  return found;
}

When(/^these calls are made in turn$/, function (this: TlsioWorld, table: DataTable) {
  const progress: Progress = { made: [], options: null };
  this.stage.notes.set(progressOf, progress);
  this.act();
  for (const { call } of table.hashes()) makeCall(this, progress, functionOf(this, call ?? ''));
});

function makeCall(world: TlsioWorld, progress: Progress, name: string): void {
  const { stage } = world;
  if (name === 'tlsio_setoption' && progress.options !== null && stage.handle !== null) {
    // "Repeats multiple times as it clones all configuration options": what FeedOptions of the C library does.
    const result = progress.options.OptionHandler_FeedOptions(stage.handle);
    world.expect.that(result === 0, 'the retrieved options feed the new instance', '0', observed(result));
    return;
  }
  const made = stage.call(name);
  progress.made.push(made);
  if (name === 'tlsio_retrieveoptions') progress.options = made.result as OPTIONHANDLER_HANDLE | null;
}

Then(/^each of these calls shall succeed$/, async function (this: TlsioWorld) {
  const { made } = this.stage.notes.get(progressOf);
  this.expect.that(made.length > 0, 'the calls were made', 'at least one', 'none');
  for (const { function: name, result } of made) {
    const type = this.prototype(name)?.returnType ?? '';
    const succeeded =
      type === 'void' ? result === undefined : type === 'int' ? result === 0 : result !== null;
    this.expect.that(succeeded, `${name} succeeds`, type === 'int' ? '0' : type, observed(result));
  }
  await this.stage.settle();
  expectOutcome(this, made.at(-1)?.function ?? '');
});

/** What the last call set going has come to its end. */
function expectOutcome(world: TlsioWorld, last: string): void {
  const { stage } = world;
  if (last === 'tlsio_open_async') {
    world.expect.that(
      stage.state === 'TLSIO_STATE_EXT_OPEN',
      'the connection opens',
      'TLSIO_STATE_EXT_OPEN',
      stage.state,
    );
  }
  if (last === 'tlsio_send_async') {
    const { received } = stage.under.peer;
    world.expect.that(
      received.equals(Buffer.from(stage.message)),
      'the message arrives',
      'the message',
      received.toString(),
    );
  }
  if (last === 'tlsio_destroy') {
    world.expect.that(
      !stage.under.peer.connected,
      'the connection is gone',
      'no connection',
      'one still stands',
    );
  }
}
