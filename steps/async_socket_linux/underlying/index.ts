export * from '../../../src/adapters/async_socket_linux/linux_socket/linux_socket.js';
export { createLoopbackUnderlying } from './loopback/loopback_underlying.js';
export { createMockUnderlying } from './mock/mock_underlying.js';
export type { CallName, SocketCall } from './observed.js';
export type { LinuxSocketObserver, LinuxSocketUnderlying, SocketError } from './underlying.js';
