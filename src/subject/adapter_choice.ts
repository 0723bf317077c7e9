import { createRequire } from 'node:module';
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundledAdapters } from '../adapters/bundled.js';
import { describeBundled } from './adapter_module.js';
import type { AdapterDescription } from '../run/protocol.js';
import { runWorker } from '../run/worker_process.js';

/** A module that can't be taken under test; its message is the one line a user sees. */
export class AdapterError extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'AdapterError';
  }
}

/** Status by which Node.js ends when nothing is left that could settle an `await` of the module that it runs. */
const UNSETTLED = 13;

/** The adapters that come with the package. */
export function describeBundledAdapters(): readonly AdapterDescription[] {
  return bundledAdapters.map(describeBundled);
}

/**
 * Finds an adapter and asks what it claims; a module of somebody else's is only ever loaded in a process of its own.
 * @param given Name of a bundled adapter, path or URL of a module, or name of an installed package.
 * @param options.timeoutMs Time that loading it may take.
 * @throws AdapterError when there is no such module, or it is no adapter.
 */
export async function describeGivenAdapter(
  given: string,
  options: { readonly timeoutMs: number; readonly signal: AbortSignal },
): Promise<AdapterDescription> {
  const bundled = bundledAdapters.find(({ name }) => name === given);
  if (bundled !== undefined) return describeBundled(bundled);
  const adapter = locate(given);
  const descriptions: AdapterDescription[] = [];
  const refusals: string[] = [];
  const end = await runWorker(
    { task: 'describe', adapter },
    {
      ...options,
      onMessage: (message) => {
        if ('adapter' in message) descriptions.push(message.adapter);
        else if ('refused' in message) refusals.push(message.refused);
        else if ('uncaught' in message) refusals.push(message.uncaught.message);
      },
    },
  );
  const [description] = descriptions;
  if (description !== undefined) return description;
  const ending = end.stalled
    ? 'it never finished loading'
    : end.code === UNSETTLED
      ? 'it never finished loading: nothing settles an `await` at its top level'
      : `loading it ended the process (${end.signal ?? `status ${end.code}`})`;
  const reason = firstLine(refusals[0] ?? ending);
  throw new AdapterError(`${given}: ${reason.replace(`${adapter}: `, '')}`);
}

function locate(given: string): string {
  if (/^(?:file|data|node):/.test(given)) return given;
  const path = resolve(given);
  const isFolder = existsSync(path) && statSync(path).isDirectory();
  if (existsSync(path) && !isFolder) return pathToFileURL(path).href;
  try {
    return pathToFileURL(createRequire(join(process.cwd(), 'package.json')).resolve(given)).href;
  } catch {
    if (isFolder) throw new AdapterError(`${given}: is a folder, not a module`);
    const names = bundledAdapters.map(({ name }) => name).join(', ');
    throw new AdapterError(`${given}: neither a bundled adapter (${names}) nor a module`);
  }
}

function firstLine(text: string): string {
  return (text.split('\n', 1)[0] ?? '').replace(/^(?:\w*Error: )+/, '');
}
