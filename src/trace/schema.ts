import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as ajv from 'ajv';
import { packageRoot } from '../package.js';
import type { Trace } from './model.js';
import { UserError } from '../errors.js';

/** A value that is not a trace, with the first thing that is wrong with it. */
export class TraceError extends UserError {
  constructor(from: string, reason: string) {
    super(`${from}: ${reason}`);
  }
}

let isTrace: ReturnType<typeof compileSchema> | null = null;

/**
 * Checks a value against `trace.schema.json`.
 * @param from What the error message names: a file, or the run.
 * @throws TraceError when it is not a trace.
 */
export function requireTrace(value: unknown, from: string): Trace {
  isTrace ??= compileSchema();
  if (isTrace(value)) return value;
  const [error] = isTrace.errors ?? [];
  throw new TraceError(from, `not a trace: ${error?.instancePath ?? ''} ${error?.message ?? ''}`);
}

function compileSchema() {
  const file = join(packageRoot, 'src/trace/trace.schema.json');
  // Not imported: a run that only writes traces does not pay for loading it.
  const { Ajv } = createRequire(import.meta.url)('ajv') as typeof ajv;
  return new Ajv({ allowUnionTypes: true }).compile<Trace>(JSON.parse(readFileSync(file, 'utf8')) as object);
}
