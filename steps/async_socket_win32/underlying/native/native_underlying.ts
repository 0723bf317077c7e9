import { INVALID_SOCKET } from '../../../async_socket/header.js';
import { Recorder } from '../../../../src/stage/recorder.js';
import { Observed } from '../observed.js';
import { SocketPeer } from '../socket_peer.js';
import { DUE, type Win32Observer, type Win32Underlying } from '../underlying.js';
import type { Win32Native } from '../../../../src/adapters/async_socket_win32/win32_socket/native/win32_native.js';

/**
 * The Win32 API over a real TCP connection.
 * @param native The binding of it that adapters stand on in production.
 */
export async function createNativeUnderlying(
  native: Win32Native,
  { observer, onCompletion }: Win32Observer,
): Promise<Win32Underlying> {
  const [peer, socket] = await SocketPeer.accept((port) => native.connect(port));
  if (socket === INVALID_SOCKET) throw new Error('Winsock could not connect to this machine');
  const recorder = new Recorder(observer);
  const observed = new Observed(native.calls, { recorder, doubles: 'spies', onCompletion });
  return {
    kind: 'native',
    isInMemory: false,
    observed,
    peer,
    socket,
    execution_engine: native.execution_engine_create(),
    moving: () => [...(native.due() > 0 ? [DUE] : []), ...peer.moving(observed.ios)],
    activity: () => recorder.activity + peer.bytesRead,
    pump: () => undefined,
    dispose: async () => {
      native.closesocket(socket);
      await peer.dispose();
    },
  };
}
