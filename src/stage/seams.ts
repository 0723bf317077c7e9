import type { Capabilities, Seam } from '../adapters/module.js';
import { UnobservableError } from './preparation.js';

const WAYS: Readonly<Record<Seam, string>> = {
  log: 'does not log through iospec',
  allocate: 'does not get its memory from iospec',
  connect: 'does not open its connections through iospec',
  now: "does not go by iospec's clock",
  libwebsockets: 'does not stand on the libwebsockets that iospec gives',
  linux_socket: 'does not make its socket calls through iospec',
  win32_socket: 'does not make its calls of the Win32 API through iospec',
  diagnostics: 'does not publish what happens inside it',
  descriptors: 'does not open, pass and close descriptors through iospec',
};

/** Why a dependency shows nothing of an adapter; null when the adapter takes it. */
export function notTaken(capabilities: Capabilities, seam: Seam): string | null {
  return capabilities[seam] === false ? `${seam} is false: the adapter ${WAYS[seam]}` : null;
}

/** @throws UnobservableError unless the adapter takes the dependency. */
export function requireSeam(capabilities: Capabilities, seam: Seam): void {
  const reason = notTaken(capabilities, seam);
  if (reason !== null) throw new UnobservableError(reason);
}
