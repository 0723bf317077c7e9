import type { CPrototype, Specification } from '../specification/model.js';
import { isFailure } from '../timeline/failure.js';
import { render } from '../timeline/render.js';

/** What a word of a document asks of a result: a test, and how it reads. */
export interface Outcome {
  /** For a reader: `_FAILURE_ (any non-zero value)`. */
  readonly expected: string;
  /** Whether an observed value is what the word asks for. */
  readonly holds: (value: unknown) => boolean;
}

const isNonZero = (value: unknown): boolean => typeof value === 'number' && value !== 0;

const isHandle = (type: string): boolean => /\*\s*$|_HANDLE$/.test(type.trim());

/** A failure of a function that returns a value of an enumeration of the document. */
function enumeratedFailure(word: string, type: string, { enumerations }: Specification): Outcome | null {
  const values = enumerations.find(({ name }) => name === type)?.values;
  if (values === undefined) return null;
  const failures = values.filter(isFailure);
  return {
    expected: `${word} (${failures.join(' or ')})`,
    holds: (value) => failures.some((failure) => failure === value),
  };
}

function enumerator(word: string, specification: Specification): Outcome | null {
  const known = specification.enumerations.some(({ values }) => values.includes(word));
  return known ? { expected: word, holds: (value) => value === word } : null;
}

/**
 * Reads a value as documents write it (`_FAILURE_`, `MU_FAILURE`, `NULL`, `0`, `0xffff`, `a non-zero value`,
 * `a non-NULL handle`, an enumerator) into a test on what was observed.
 * @param prototype The function that returns it, or null for an argument: a failing function that returns a handle
 * gives NULL, one that returns an int gives a non-zero value.
 * @returns null when the words are no value that a result can be compared with.
 */
export function outcome(
  words: string,
  specification: Specification,
  prototype: CPrototype | null,
): Outcome | null {
  const word = words.replace(/`/g, '').trim();
  if (/^(_FAILURE_|MU_FAILURE|__FAILURE__|__LINE__)$/.test(word)) {
    const enumerated = enumeratedFailure(word, prototype?.returnType ?? '', specification);
    if (enumerated !== null) return enumerated;
    return prototype !== null && isHandle(prototype.returnType)
      ? { expected: `${word} (NULL, for a function that returns a handle)`, holds: (value) => value === null }
      : { expected: `${word} (any non-zero value)`, holds: isNonZero };
  }
  if (/^(an? )?non-?zero( value)?$/i.test(word)) return { expected: 'a non-zero value', holds: isNonZero };
  if (/^(an? )?non-NULL( \w+)?$/i.test(word)) {
    return { expected: 'a non-NULL value', holds: (value) => value !== null && value !== undefined };
  }
  if (word === 'NULL') return { expected: 'NULL', holds: (value) => value === null };
  if (/^(-?\d+|0x[0-9a-f]+)$/i.test(word)) {
    const number = Number(word);
    return { expected: word, holds: (value) => value === number };
  }
  return enumerator(word, specification);
}

/** How an observed result reads beside an expected one. */
export function observed(value: unknown): string {
  return value === undefined ? 'nothing' : render(value).replaceAll('"', '');
}
