import { once } from 'node:events';
import { connect } from 'node:net';
import { Recorder } from '../../../../src/stage/recorder.js';
import { Observed } from '../observed.js';
import { SocketPeer } from '../socket_peer.js';
import { DUE, type Win32Observer, type Win32Underlying } from '../underlying.js';
import type { Win32Model } from '../../../../src/adapters/async_socket_win32/win32_socket/model/win32_model.js';

/**
 * A model of the thread pool over a real TCP connection.
 * @param model The one that adapters stand on where Windows is not, made for this scenario.
 */
export async function createLoopbackUnderlying(
  model: Win32Model,
  { observer, onCompletion }: Win32Observer,
): Promise<Win32Underlying> {
  const [peer, stream] = await SocketPeer.accept((port) =>
    connect({ port, host: '127.0.0.1', noDelay: true, allowHalfOpen: true }),
  );
  if (stream.connecting) await once(stream, 'connect');
  const recorder = new Recorder(observer);
  const observed = new Observed(model.calls, { recorder, doubles: 'spies', onCompletion });
  const socket = model.socket(stream);
  return {
    kind: 'loopback',
    isInMemory: false,
    observed,
    peer,
    socket,
    execution_engine: model.execution_engine_create(),
    moving: () => [...(model.due() > 0 ? [DUE] : []), ...peer.moving(observed.ios)],
    activity: () => recorder.activity + peer.bytesRead,
    pump: () => undefined,
    dispose: async () => {
      model.closesocket(socket);
      stream.on('error', () => undefined).destroy();
      await peer.dispose();
    },
  };
}
