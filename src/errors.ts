import { inspect } from 'node:util';

/**
 * What a user can do something about: wrong usage, or input that can't be read. Its message is the whole story, in one line
 * that names file and place where there are any; the command ends with status 2.
 */
export class UserError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** Wrong usage: what a user asked for that can't be done. */
export class UsageError extends UserError {}

/** First line of an error's message, whatever was thrown. */
export function reasonOf(error: unknown): string {
  if (error instanceof Error) return firstLine(error.message);
  return firstLine(typeof error === 'string' ? error : inspect(error));
}

/** First line of a text that has something in it. */
export function firstLine(text: string): string {
  return text.trim().split('\n', 1)[0] ?? '';
}
