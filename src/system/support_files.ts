import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { modulesBelow } from '../subject/adapter_source.js';
import { codeRoot } from '../package.js';

const ROOMS = join(codeRoot, 'steps');
const SHARED = join(codeRoot, 'src', 'phrases');

/**
 * The folders below `steps/` that a document sees: its family's and its own.
 * @param system `async_socket_linux` sees `async_socket` and `async_socket_linux`.
 */
export function stepRooms(system: string): readonly string[] {
  const folders = existsSync(ROOMS) ? readdirSync(ROOMS).sort() : [];
  return folders.filter((room) => `${system}_`.startsWith(`${room}_`));
}

/**
 * Step files for a document.
 * @returns Absolute paths; only the shared ones for a document that nobody wrote steps for.
 */
export function supportFiles(system: string): readonly string[] {
  return [SHARED, ...stepRooms(system).map((room) => join(ROOMS, room, 'phrases'))].flatMap(modulesBelow);
}
