/**
 * The values of `xio.h` as the judge has them: results that an xio of its own brings, named and spelt as the header does. An
 * enumerator is a string of its name.
 */

/** What a C function returns when it fails; any non-zero value means failure. */
export const _FAILURE_ = 1;

export const IO_OPEN_OK = 'IO_OPEN_OK';
export const IO_OPEN_ERROR = 'IO_OPEN_ERROR';
export const IO_OPEN_CANCELLED = 'IO_OPEN_CANCELLED';

export const IO_SEND_OK = 'IO_SEND_OK';
export const IO_SEND_ERROR = 'IO_SEND_ERROR';
export const IO_SEND_CANCELLED = 'IO_SEND_CANCELLED';
