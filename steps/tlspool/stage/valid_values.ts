import type { TLSPOOL_CREDENTIALS } from '../../../src/adapters/tlspool/api.js';
import { pingCommand } from './client_side.js';
import type { Sides } from './states.js';

/** A value with which a function succeeds, by the name of the parameter. */
export function validValue(
  { client, service, wire, under }: Sides,
  credentials: TLSPOOL_CREDENTIALS,
  parameter: string,
): unknown {
  const values = new Map<string, unknown>([
    ['path', under.path],
    ['pool', client.pool],
    ['command', pingCommand(wire)],
    ['descriptor', -1],
    ['request', client.request],
    ['flow', client.flow],
    ['identity', wire.identity],
    ['facilities', wire.facilities],
    ['cipher', client.next?.descriptor ?? -1],
    ['role', 'TLSPOOL_ROLE_SERVER'],
    ['flags', 0],
    ['localid', null],
    ['remoteid', null],
    // The name of a service in a request, and a pool.
    ['service', service.service],
    ['credentials', credentials],
  ]);
  if (!values.has(parameter)) throw new Error(`no valid value is known for ${parameter}`);
  return values.get(parameter);
}
