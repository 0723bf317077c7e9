import { _FAILURE_ } from '../xio/xio.js';
import type { OPTIONHANDLER_HANDLE } from '../xio/xio.js';
import { ChainedConnection } from './chained_connection.js';
import type { OwnedXio } from './owned_xio.js';
import type { Connection, TlsSettings, Transport } from './transport.js';

/** Name of the option under which the underlying IO's options travel, as the Azure C library has it. */
export const UNDERLYING_OPTIONS = 'underlying_io_options';

function isOptionHandler(value: unknown): value is OPTIONHANDLER_HANDLE {
  return typeof value === 'object' && value !== null && 'OptionHandler_FeedOptions' in value;
}

/** The chained design: an owned xio, which keeps its options and is opened anew with each connection. */
export class ChainedTransport implements Transport {
  readonly asynchronousClose = true;

  constructor(private readonly xio: OwnedXio) {}

  connect(settings: TlsSettings): Connection | null {
    const connection = new ChainedConnection(this.xio, settings);
    // An xio that is still closing is waited for while opening.
    return this.xio.closing || connection.openBelow() ? connection : null;
  }

  setoption(optionName: string, value: unknown): number {
    if (optionName !== UNDERLYING_OPTIONS) return this.xio.setoption(optionName, value);
    return isOptionHandler(value) ? this.xio.feedOptions(value) : _FAILURE_;
  }

  retrieveoptions(): OPTIONHANDLER_HANDLE | { readonly failure: string } {
    return this.xio.retrieveoptions() ?? { failure: 'the underlying IO gave no options' };
  }

  destroy(): void {
    this.xio.destroy();
  }
}
