/** The states that both async_socket documents speak of; an async socket is always in exactly one of them. */
export const ASYNC_SOCKET_STATE = {
  CLOSED: 'CLOSED',
  OPENING: 'OPENING',
  OPEN: 'OPEN',
  CLOSING: 'CLOSING',
} as const;
export type ASYNC_SOCKET_STATE = (typeof ASYNC_SOCKET_STATE)[keyof typeof ASYNC_SOCKET_STATE];
