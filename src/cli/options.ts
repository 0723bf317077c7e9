import { parse } from '@cucumber/tag-expressions';
import { InvalidArgumentError, Option } from 'commander';

/** Adds a value to those of the same option before it. */
export function collect(value: string, previous: readonly string[] | undefined): readonly string[] {
  return [...(previous ?? []), value];
}

/** As many seconds as a timer still takes, and more workers or rounds than anybody has. */
const MOST = 1_000_000;

/** A whole number from 1 to a million. */
export function positive(value: string): number {
  const number = /^\d+$/.test(value) ? Number(value) : NaN;
  if (!(number >= 1 && number <= MOST))
    throw new InvalidArgumentError(`expected a whole number from 1 to ${MOST}`);
  return number;
}

/** `I/N`: the I-th of N shards, from 1. */
export function shard(value: string): { readonly index: number; readonly total: number } {
  const [, index, total] = /^(\d+)\/(\d+)$/.exec(value) ?? [];
  const parsed = { index: Number(index), total: Number(total) };
  if (index === undefined || parsed.index < 1 || parsed.index > parsed.total) {
    throw new InvalidArgumentError('expected I/N with I from 1 to N');
  }
  return parsed;
}

/** A tag expression, as Cucumber's own `--tags` takes it. */
export function tagExpression(value: string): string {
  if (value.trim() === '') throw new InvalidArgumentError('expected a tag expression');
  try {
    parse(value);
  } catch (error) {
    throw new InvalidArgumentError(
      error instanceof Error ? error.message.replace(/\s+/g, ' ') : String(error),
    );
  }
  return value;
}

/** The option that names the reports folder. */
export function reportsOption(): Option {
  return new Option(
    '--reports <dir>',
    'folder of the reports; otherwise that of the configuration, or `reports`',
  ).argParser((value) => {
    if (value === '') throw new InvalidArgumentError('expected the path of a folder');
    return value;
  });
}
