import { isAbsolute, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageRoot } from '../package.js';

const FRAME = /^\s+at (?:async )?(?:.*\()?((?:file:\/\/|\/|[A-Za-z]:[\\/]|node:)[^()]*?)(?::\d+){1,2}\)?$/;

/** Code of iospec's that runs scenarios; its adapters are what is judged. */
const HARNESS = /^(?:dist\/)?(?:steps|src\/(?!adapters\/)|node_modules)\b/;

/**
 * An error's text for people who have not iospec's code before them: without the stack frames of iospec itself and of Node.js, and
 * with paths relative to the working folder where they are below it.
 */
export function errorText(text: string): string {
  const folder = process.cwd();
  return text
    .split('\n')
    .filter((line) => !isInner(line))
    .map((line) => withoutFolder(line, folder))
    .join('\n')
    .trimEnd();
}

function isInner(line: string): boolean {
  const [, place] = FRAME.exec(line) ?? [];
  if (place === undefined) return false;
  if (place.startsWith('node:')) return true;
  const path = relative(packageRoot, resolve(place.startsWith('file:') ? fileURLToPath(place) : place));
  return !isAbsolute(path) && HARNESS.test(path.replaceAll(sep, '/'));
}

/** A line whose absolute paths begin where the working folder ends. */
function withoutFolder(line: string, folder: string): string {
  if (folder === sep) return line;
  const start = `${folder}${sep}`;
  let rest = line;
  let shown = '';
  for (let at = rest.indexOf(start); at >= 0; at = rest.indexOf(start)) {
    const before = rest.slice(0, at).replace(/file:\/\/$/, '');
    // `/tmp/a` is no part of `/var/tmp/a`.
    shown += before + (/[\w.-]$/.test(before) ? start : '');
    rest = rest.slice(at + start.length);
  }
  return shown + rest;
}
