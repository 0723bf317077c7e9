/** The values of the headers of Windows that the document names and that a script needs, as the judge has them. */

export const NO_ERROR = 0;
/** What `WSASend` and `WSARecv` return when they fail, or when they will complete later. */
export const SOCKET_ERROR = -1;

// winerror.h
/** The connection was reset. */
export const ERROR_NETNAME_DELETED = 64;
/** The operation was cancelled. */
export const ERROR_OPERATION_ABORTED = 995;
/** The operation has been started and completes later: no failure. */
export const WSA_IO_PENDING = 997;
export const WSAENOTSOCK = 10038;
export const WSAECONNRESET = 10054;
export const WSAENOBUFS = 10055;

/** Bytes of a `WSABUF` on 64-bit Windows. */
export const SIZEOF_WSABUF = 16;
