import { asyncSocketLinux, asyncSocketWin32 } from './async_socket.js';
import type { SystemDescription } from './description.js';
import { iospec } from './iospec.js';
import { tlsio } from './tlsio.js';
import { tlspool } from './tlspool.js';
import { wsio } from './wsio.js';

export type { Alternatives, Side, SystemDescription } from './description.js';

const SYSTEMS = [tlsio, wsio, asyncSocketLinux, asyncSocketWin32, tlspool, iospec];

/** Every kind of underlying IO that a system's scenarios run over. */
export const UNDERLYINGS: readonly string[] = [...new Set(SYSTEMS.flatMap(({ underlyings }) => underlyings))];

/**
 * Describes a system for the composer. A document that nobody described gets what its name tells: its scenarios run over
 * mock and loopback.
 *
 * @param name The document's name, `tlsio`.
 */
export function describeSystem(name: string): SystemDescription {
  return (
    SYSTEMS.find((system) => system.name === name) ?? {
      name,
      noun: `${/^[aeiou]/i.test(name) ? 'an' : 'a'} ${name}`,
      kind: 'adapter',
      underlyings: ['mock', 'loopback'],
      states: [],
      situations: [],
      alternatives: [],
      sections: {},
      sequences: {},
    }
  );
}
