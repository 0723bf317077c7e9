/** The values of `async_socket.h` and of the headers of C that both documents name, as the judge has them. */

/** What is no socket. */
export const INVALID_SOCKET = -1;
/** The greatest number of bytes that one call can be about. */
export const UINT32_MAX = 0xffff_ffff;
