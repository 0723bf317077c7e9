import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ASYNC_SOCKET_HANDLE } from '../../../src/adapters/async_socket/async_socket.js';
import type {
  AsyncSocketContext,
  AsyncSocketDiagnostic,
} from '../../../src/adapters/async_socket/diagnostics.js';
import type { CallRecord, Timeline } from '../../../src/timeline/timeline.js';

/** Where async sockets tell of their inside: part of their interface, described in `docs/async_socket.md`. */
const ASYNC_SOCKET_CHANNEL = 'iospec:async_socket';

/** What the adapter told of its inside, and when. */
export interface DiagnosticRecord {
  readonly diagnostic: AsyncSocketDiagnostic;
  readonly sequence: number;
  /** The scenario's calls that were running, innermost last. */
  readonly during: readonly CallRecord[];
}

/** Which call a message belongs to, and from when on it counts. */
export interface DiagnosticScope {
  readonly mark: number;
  /** Only what was told during a call of this function; null: all. */
  readonly function: string | null;
}

/** Everything that async sockets tell on their channel during one scenario. */
export class Diagnostics {
  private readonly records: DiagnosticRecord[] = [];

  constructor(private readonly timeline: Timeline) {
    subscribe(ASYNC_SOCKET_CHANNEL, this.note);
  }

  dispose(): void {
    unsubscribe(ASYNC_SOCKET_CHANNEL, this.note);
  }

  in({ mark, function: name }: DiagnosticScope): readonly DiagnosticRecord[] {
    return this.records.filter(
      ({ sequence, during }) =>
        sequence >= mark &&
        (name === null || during.some((call) => call.function === name && call.sequence >= mark)),
    );
  }

  /** The states that were entered. */
  states(scope: DiagnosticScope): readonly string[] {
    return this.in(scope).flatMap(({ diagnostic }) =>
      diagnostic.event === 'state' ? [diagnostic.state] : [],
    );
  }

  /** The contexts that were created or freed. */
  contexts(event: 'contextCreated' | 'contextFreed', scope: DiagnosticScope): readonly AsyncSocketContext[] {
    return this.in(scope).flatMap(({ diagnostic }) =>
      diagnostic.event === event ? [diagnostic.context] : [],
    );
  }

  /** What an async socket told of itself. */
  of(handle: ASYNC_SOCKET_HANDLE | null): readonly DiagnosticRecord[] {
    return this.records.filter(({ diagnostic }) => diagnostic.async_socket === handle);
  }

  private readonly note = (message: unknown): void => {
    const diagnostic = message as AsyncSocketDiagnostic;
    const during = this.timeline.during;
    const sequence = this.timeline.note('log', 'adapter', 'harness', diagnostic.event, detailOf(diagnostic));
    this.records.push({ diagnostic, sequence, during });
  };
}

function detailOf(diagnostic: AsyncSocketDiagnostic): string {
  switch (diagnostic.event) {
    case 'state':
      return diagnostic.state;
    case 'waiting':
    case 'waited':
      return `${diagnostic.function} for ${diagnostic.for}`;
    case 'freed':
      return '';
    default:
      return `${diagnostic.context.operation} of ${diagnostic.context.buffers.length} buffers`;
  }
}
