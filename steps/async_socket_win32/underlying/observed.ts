import type {
  Win32Call,
  Win32Socket,
} from '../../../src/adapters/async_socket_win32/win32_socket/win32_socket.js';
import { inWords, ObservedCalls } from '../../../src/stage/observed_calls.js';
import type { Recorder } from '../../../src/stage/recorder.js';
import { SOCKET_ERROR, WSA_IO_PENDING, WSAENOBUFS } from './header.js';
import { ObservedIos, type OnCompletion } from './observed_ios.js';

/** What a call returns that fails; the others return nothing, and can't. */
const FAILURES: ReadonlyMap<string, null | typeof SOCKET_ERROR> = new Map([
  ['execution_engine_win32_get_threadpool', null],
  ['CreateThreadpoolCleanupGroup', null],
  ['CreateThreadpoolIo', null],
  ['CreateEvent', null],
  ['WSASend', SOCKET_ERROR],
  ['WSARecv', SOCKET_ERROR],
]);

/** A function whose calls are written down. */
export type CallName = Exclude<Win32Call, 'WSAGetLastError'>;

export interface ObservedOptions {
  readonly recorder: Recorder;
  readonly doubles: 'stubs' | 'spies';
  readonly onCompletion: OnCompletion;
}

const isTransfer = (name: string): boolean => name === 'WSASend' || name === 'WSARecv';

/** The calls below an adapter, the IOs that they start, and the error of the last of them. */
export class Observed extends ObservedCalls<Pick<Win32Socket, CallName>> {
  /** What the adapter gets. */
  readonly calls: Win32Socket;
  readonly ios: ObservedIos;
  /** Error of a transfer that was made to fail, until the next one. */
  private readonly failed: { error: number | null };

  constructor(inner: Win32Socket, { recorder, doubles, onCompletion }: ObservedOptions) {
    const ios = new ObservedIos(recorder, onCompletion);
    const failed: { error: number | null } = { error: null };
    const { WSAGetLastError, ...functions } = inner;
    const lastError = (): number => failed.error ?? WSAGetLastError();
    super(
      {
        ...functions,
        CreateThreadpoolIo: (socket, callback, context, environment) =>
          inner.CreateThreadpoolIo(socket, ios.listening(callback), context, environment),
        WaitForThreadpoolIoCallbacks: (io, cancel) => {
          inner.WaitForThreadpoolIoCallbacks(io, cancel);
          // Callbacks that it has waited for have been made.
          ios.release();
        },
        WSASend: (...given) => {
          failed.error = null;
          return inner.WSASend(...given);
        },
        WSARecv: (...given) => {
          failed.error = null;
          return inner.WSARecv(...given);
        },
      },
      {
        recorder,
        doubles,
        given: inWordsOf,
        got: ({ result }) => resultInWords(result),
        onReturn: (call) => {
          const { name, result } = call;
          if (name === 'CreateThreadpoolIo' && result !== null) ios.created(call);
          const isRefused = result !== 0 && lastError() !== WSA_IO_PENDING;
          if (isTransfer(name) && !isRefused) ios.begun(call);
        },
      },
    );
    this.ios = ios;
    this.failed = failed;
    this.calls = { ...this.face, WSAGetLastError: lastError };
  }

  /** True for a call that can fail. */
  canFail(name: string): name is CallName {
    return FAILURES.has(name);
  }

  /**
   * Has the next call of a function fail in place of being made.
   * @param error What `WSAGetLastError` gives then.
   */
  fail(name: CallName, error: number = WSAENOBUFS): void {
    this.script(name, () => {
      if (isTransfer(name)) this.failed.error = error;
      return FAILURES.get(name);
    });
  }
}

function inWordsOf(name: CallName, parameters: readonly unknown[]): string {
  if (isTransfer(name)) {
    const [, buffers] = parameters as Parameters<Win32Socket['WSASend']>;
    return buffers.map(({ len }) => `len=${len}`).join(', ');
  }
  if (name === 'WaitForThreadpoolIoCallbacks')
    return `fCancelPendingCallbacks=${parameters[1] === true ? 'TRUE' : 'FALSE'}`;
  return '';
}

function resultInWords(result: unknown): string {
  if (typeof result === 'boolean') return String(result);
  return typeof result === 'object' && result !== null ? '' : inWords(result);
}
