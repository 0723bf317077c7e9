import { Session } from 'node:inspector';
import { fileURLToPath } from 'node:url';

/**
 * Notes, from now on, which files this process loads as code, by the scripts that the engine reports: that needs no thread of module
 * hooks, through which every later import would have to go.
 * @returns A function that gives the paths so far, in the order in which they were loaded, and ends the noting.
 */
export function noteLoadedFiles(): () => readonly string[] {
  const session = new Session();
  session.connect();
  const before = new Set<string>();
  const since = new Set<string>();
  let isNoting = false;
  const note = ({ params: { url } }: { readonly params: { readonly url: string } }): void => {
    const file = fileOf(url);
    if (file !== null) (isNoting ? since : before).add(file);
  };
  session.on('Debugger.scriptParsed', note);
  // One with a syntax error was read as well.
  session.on('Debugger.scriptFailedToParse', note);
  // Scripts that are there already are reported at once.
  session.post('Debugger.enable');
  // A `debugger` statement in an adapter would wait for this very thread to go on.
  session.post('Debugger.setSkipAllPauses', { skip: true });
  isNoting = true;
  return () => {
    session.disconnect();
    return [...since].filter((file) => !before.has(file));
  };
}

function fileOf(url: string): string | null {
  if (url.startsWith('file:')) return fileURLToPath(url.replace(/[?#].*$/, ''));
  return url.startsWith('/') || /^[A-Za-z]:[\\/]/.test(url) ? url : null;
}
