import type { Evidence, Stage, StateChange } from '../../../src/stage/stage.js';
import type { Timeline } from '../../../src/timeline/timeline.js';
import { PLAIN, type Notation } from './notations.js';
import { Workplace, type Execution, type Files, type Interruption } from './workplace.js';

/**
 * Runs of `iospec verify` by everything they were given. The same files and words give the same result, so requirements
 * that look at different sides of one run share it.
 */
const verifications = new Map<string, Execution>();

/** An empty folder beside the files. */
const NO_COMMANDS = 'no-commands';

/** Characters of an output that a timeline shows. */
const LONGEST_SHOWN = 600;

/** The iospec command in a folder of its own. It has no C functions and no states: what a scenario does with it is run it. */
export class CommandStage implements Stage {
  readonly underlying = 'process';
  readonly history: readonly StateChange[] = [];
  readonly destroyed = false;
  /** How the document writes its requirement. */
  notation: Notation = PLAIN;
  /** The files as they were before a scenario edited them. */
  unedited: Files = new Map();
  private readonly workplace = new Workplace();
  /** What was written for the command to read: all that a run depends on besides its words. */
  private readonly given = new Map<string, string>();
  private last: Execution | null = null;

  constructor(private readonly timeline: Timeline) {}

  /** The last run of the command. */
  get execution(): Execution {
    if (this.last === null) throw new Error('the scenario has not run iospec');
    return this.last;
  }

  /** Puts a file into the folder. */
  write(file: string, content: string | Uint8Array): void {
    this.workplace.write(file, content);
    this.given.set(file, String(content));
    this.timeline.note('below', 'harness', 'underlying', `write ${file}`, shortened(String(content)));
  }

  makeFolder(path: string): void {
    this.workplace.makeFolder(path);
    this.timeline.note('below', 'harness', 'underlying', `make the folder ${path}`, '');
  }

  delete(file: string): void {
    this.workplace.delete(file);
    this.timeline.note('below', 'harness', 'underlying', `delete ${file}`, '');
  }

  /** From here on the command finds no other command: its search path has an empty folder alone. */
  forgetCommands(): void {
    this.workplace.makeFolder(NO_COMMANDS);
    this.workplace.searchPath = NO_COMMANDS;
    this.timeline.note('below', 'harness', 'underlying', 'leave no command to be found', '');
  }

  /** Runs `iospec` with these words in the folder. */
  async run(words: readonly string[], interruption: Interruption | null = null): Promise<Execution> {
    this.timeline.note('call', 'user', 'adapter', ['iospec', ...words].join(' '), '');
    const execution = await this.executed(words, interruption);
    this.last = execution;
    for (const [name, text] of Object.entries({ stdout: execution.stdout, stderr: execution.stderr })) {
      if (text !== '') this.timeline.note('log', 'adapter', 'user', name, shortened(text));
    }
    this.timeline.note(
      'return',
      'adapter',
      'user',
      `iospec ${words[0] ?? ''}`,
      `exit status ${execution.status}`,
    );
    return execution;
  }

  private async executed(words: readonly string[], interruption: Interruption | null): Promise<Execution> {
    if (words[0] !== 'verify' || interruption !== null) return this.workplace.run(words, interruption);
    const key = JSON.stringify([words, [...this.given], this.workplace.searchPath]);
    const known = verifications.get(key);
    if (known === undefined) {
      const execution = await this.workplace.run(words);
      verifications.set(key, execution);
      return execution;
    }
    for (const [file, text] of known.files) this.workplace.write(file, text);
    return known;
  }

  call(functionName: string): never {
    throw new Error(`iospec is a command; it has no function ${functionName}`);
  }

  argumentsOf(functionName: string): never {
    return this.call(functionName);
  }

  unreachable(): null {
    return null;
  }

  enterState(state: string): never {
    throw new Error(`iospec is a command; it has no state ${state}`);
  }

  evidenceOf(state: string): Promise<readonly Evidence[]> {
    return this.enterState(state);
  }

  prepareFor(functionName: string): never {
    return this.call(functionName);
  }

  beforeCall(functionName: string): never {
    return this.call(functionName);
  }

  afterCall(functionName: string): never {
    return this.call(functionName);
  }

  /** A run that has ended does nothing more. */
  settle(): Promise<void> {
    return Promise.resolve();
  }

  waitUntil(what: string, condition: () => boolean): Promise<void> {
    return condition() ? Promise.resolve() : Promise.reject(new Error(`iospec has ended without ${what}`));
  }

  dispose(): Promise<void> {
    this.workplace.remove();
    return Promise.resolve();
  }
}

function shortened(text: string): string {
  return text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN)}…`;
}
