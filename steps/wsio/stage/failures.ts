import type { FunctionName } from '../underlying/underlying.js';
import type { WsioStage } from './stage.js';

/** What each function returns when it fails. */
const FAILURES = new Map(
  Object.entries<null | number>({
    lws_create_context: null,
    lws_client_connect: null,
    lws_callback_on_writable: -1,
    lws_write: -1,
    list_create: null,
    list_add: null,
    list_remove: 1,
    SSL_CTX_get_cert_store: null,
    BIO_s_mem: null,
    BIO_new: null,
    BIO_puts: 0,
    BIO_free: 0,
    PEM_read_bio_X509: null,
    X509_STORE_add_cert: 0,
  } satisfies Partial<Record<FunctionName, null | number>>),
);

/**
 * Has the next call of a function fail, or return what is given in place of its failure.
 * @throws Error for a function whose failure is not known.
 */
export function failNext(stage: WsioStage, name: string, result?: number): void {
  const { observed } = stage.under;
  if (!observed.has(name) || !FAILURES.has(name)) throw new Error(`it is not known how ${name} fails`);
  const failure = result ?? FAILURES.get(name);
  observed.script(name, () => failure);
}
