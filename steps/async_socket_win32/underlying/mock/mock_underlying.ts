import { Recorder } from '../../../../src/stage/recorder.js';
import { Observed } from '../observed.js';
import { DUE, type Win32Observer, type Win32Underlying } from '../underlying.js';
import { MOCK_SOCKET, MockWin32 } from './mock_win32.js';

/** A scripted socket and thread pool: nothing happens but what a scenario brings about. */
export function createMockUnderlying({ observer, onCompletion }: Win32Observer): Win32Underlying {
  const recorder = new Recorder(observer);
  const script = new MockWin32();
  const { connection, queue } = script;
  const observed = new Observed(script.calls, { recorder, doubles: 'stubs', onCompletion });
  return {
    kind: 'mock',
    isInMemory: true,
    observed,
    peer: {
      get received() {
        return connection.sent;
      },
      deliver: (bytes) => {
        connection.deliver(bytes);
      },
      end: () => {
        connection.end();
      },
      reset: () => {
        connection.reset();
      },
      pause: () => {
        connection.pause();
      },
      resume: () => {
        connection.resume();
      },
    },
    socket: MOCK_SOCKET,
    execution_engine: script.execution_engine,
    moving: () => (queue.length === 0 ? [] : [DUE]),
    activity: () => recorder.activity,
    pump: () => {
      queue.deliver();
    },
    dispose: () => Promise.resolve(),
  };
}
