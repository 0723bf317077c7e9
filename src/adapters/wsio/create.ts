import { TextCopy } from '../xio/text_copy.js';
import type { WSIO_CONFIG } from './api.js';
import { Instance } from './instance.js';
import type { Surroundings } from './instance.js';

/** Why an instance cannot be made. */
export interface Refusal {
  readonly refusal: string;
}

interface Texts {
  readonly host: string;
  readonly protocol_name: string;
  readonly relative_path: string;
  readonly trusted_ca: string | null;
}

/** Checks the texts of a `WSIO_CONFIG`; `undefined` counts as NULL. Serves SRS_WSIO_01_004 and 01_100. */
function readTexts(config: Partial<WSIO_CONFIG>): Texts | Refusal {
  const { host, protocol_name, relative_path } = config;
  if (typeof host !== 'string') return { refusal: 'host is NULL' };
  if (typeof protocol_name !== 'string') return { refusal: 'protocol_name is NULL' };
  if (typeof relative_path !== 'string') return { refusal: 'relative_path is NULL' };
  return { host, protocol_name, relative_path, trusted_ca: config.trusted_ca ?? null };
}

/** Makes an instance, or nothing at all: SRS_WSIO_01_001 to 01_006, 01_098 and 01_099. */
export function createInstance(parameters: unknown, surroundings: Surroundings): Instance | Refusal {
  if (typeof parameters !== 'object' || parameters === null)
    return { refusal: 'io_create_parameters is NULL' };
  const config = parameters as Partial<WSIO_CONFIG>;
  const texts = readTexts(config);
  if ('refusal' in texts) return texts;

  const copies: TextCopy[] = [];
  const copied = (text: string): TextCopy | null => {
    const copy = TextCopy.of(surroundings, text);
    if (copy !== null) copies.push(copy);
    return copy;
  };
  const refuse = (refusal: string): Refusal => {
    for (const copy of copies) copy.release(surroundings);
    return { refusal };
  };
  const host = copied(texts.host);
  const protocol_name = copied(texts.protocol_name);
  const relative_path = copied(texts.relative_path);
  const trusted_ca = texts.trusted_ca === null ? null : copied(texts.trusted_ca);
  const isComplete = trusted_ca !== null || texts.trusted_ca === null;
  if (host === null || protocol_name === null || relative_path === null || !isComplete) {
    return refuse('no memory for the configuration');
  }
  const list = surroundings.libwebsockets.list_create();
  if (list === null) return refuse('list_create failed');
  const { port = 0, use_ssl = false } = config;
  return new Instance(surroundings, { host, port, protocol_name, relative_path, use_ssl, trusted_ca }, list);
}

/** Releases what an instance has, once it is closed: SRS_WSIO_01_007. */
export function releaseInstance({ surroundings, settings, list }: Instance): void {
  surroundings.libwebsockets.list_destroy(list);
  const { host, protocol_name, relative_path, trusted_ca } = settings;
  for (const copy of [host, protocol_name, relative_path, trusted_ca]) copy?.release(surroundings);
}
