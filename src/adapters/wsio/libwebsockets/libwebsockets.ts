import type { ListFunctions } from './list.js';
import type { LwsFunctions } from './lws.js';
import type { OpensslFunctions } from './openssl.js';

/** Everything that a wsio calls below: libwebsockets, the list of its pending sends, and OpenSSL's certificate functions. */
export interface Libwebsockets extends LwsFunctions, ListFunctions, OpensslFunctions {}
