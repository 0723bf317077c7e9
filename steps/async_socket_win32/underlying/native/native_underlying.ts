import { INVALID_SOCKET } from '../../../../src/adapters/async_socket/async_socket.js';
import { Recorder } from '../../../../src/stage/recorder.js';
import { Observed } from '../observed.js';
import { SocketPeer } from '../socket_peer.js';
import { DUE, type Win32Observer, type Win32Underlying } from '../underlying.js';
import {
  create_win32_native,
  type Win32Native,
} from '../../../../src/adapters/async_socket_win32/win32_socket/native/win32_native.js';

let opened: Win32Native | null = null;

/**
 * The Win32 API over a real TCP connection.
 * @throws Error on every system but Windows.
 */
export async function createNativeUnderlying({
  observer,
  onCompletion,
}: Win32Observer): Promise<Win32Underlying> {
  const native = (opened ??= create_win32_native());
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
