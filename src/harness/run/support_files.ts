import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { modulesBelow } from './adapter_source.js';
import { codeRoot } from './package.js';

const ROOMS = join(codeRoot, 'steps');

/**
 * The rooms below `steps/` that a document sees: the phrases that all documents share, those of its family and its own.
 * @param system `async_socket_linux` sees `common`, `async_socket` and `async_socket_linux`.
 */
export function stepRooms(system: string): readonly string[] {
  const folders = existsSync(ROOMS) ? readdirSync(ROOMS).sort() : [];
  return ['common', ...folders.filter((room) => room !== 'common' && `${system}_`.startsWith(`${room}_`))];
}

/**
 * Step files for a document.
 * @returns Absolute paths; only the shared ones for a document that nobody wrote steps for.
 */
export function supportFiles(system: string): readonly string[] {
  return stepRooms(system).flatMap((room) => modulesBelow(join(ROOMS, room)));
}
