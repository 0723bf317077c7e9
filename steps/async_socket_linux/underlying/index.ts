export * from '../../../src/adapters/async_socket_linux/linux_socket/linux_socket.js';
export { createLoopbackUnderlying } from './loopback/loopback_underlying.js';
export { createMockUnderlying } from './mock/mock_underlying.js';
export { MockSocket, MOCK_SOCKET } from './mock/mock_socket.js';
export { Observed, type CallName, type ObservedOptions, type SocketCall } from './observed.js';
export type { LinuxSocketUnderlying, SocketError, SocketPeer } from './underlying.js';
