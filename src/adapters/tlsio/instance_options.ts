import { OptionHandler_Create } from '../xio/option_handler.js';
import type { SetOption } from '../xio/option_handler.js';
import type { OPTIONHANDLER_HANDLE } from '../xio/xio.js';
import { UNDERLYING_OPTIONS } from './chained_transport.js';
import type { Instance } from './instance.js';

/** Stores a TLS option, or offers another to what is below. Serves SRS_TLSIO_30_124. */
export function setOption(instance: Instance, optionName: string, value: unknown): number {
  if (!instance.options.knows(optionName)) {
    if (instance.transport.setoption(optionName, value) === 0) return 0;
    return instance.fail(`tlsio_setoption: option ${optionName} is not taken`);
  }
  const refusal = instance.options.set(optionName, value);
  return refusal === null ? 0 : instance.fail(`tlsio_setoption: ${refusal}`);
}

/** Collects the options of the instance and of what is below; logs and gives null when they cannot be had. */
export function retrieveOptions(instance: Instance, setoption: SetOption): OPTIONHANDLER_HANDLE | null {
  const below = instance.transport.retrieveoptions();
  if (below !== null && 'failure' in below) {
    instance.logError(`tlsio_retrieveoptions: ${below.failure}`);
    return null;
  }
  const handler = OptionHandler_Create(setoption);
  for (const [name, value] of instance.options.entries()) handler.OptionHandler_AddOption(name, value);
  if (below !== null) handler.OptionHandler_AddOption(UNDERLYING_OPTIONS, below);
  return handler;
}
