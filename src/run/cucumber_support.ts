// The support code of every run: what Cucumber loads. It hands the phrases that were bound by way of iospec to the one copy of
// Cucumber that runs them, so that it does not matter from where a system's steps could import another.
import { Given, Then, When } from '@cucumber/cucumber';
import { installHooks } from '../phrases/hooks.js';
import { loadPhrases } from '../phrases/phrase_book.js';
import type { Keyword, Phrase } from '../system/phrase_registry.js';
import { currentRun } from './current_run.js';

const BINDERS: Readonly<Record<Keyword, typeof Given>> = { Given, When, Then };

function define({ keyword, expression, code, timeout }: Phrase): void {
  const define = BINDERS[keyword];
  const step = code as (...words: unknown[]) => unknown;
  if (timeout === undefined) define(expression, step);
  else define(expression, { timeout }, step);
}

const { systems, judgedBy, stepTimeout } = await currentRun();
installHooks({ judgedBy, stepTimeout });
const phrases = new Set<Phrase>();
for (const system of systems) for (const phrase of (await loadPhrases(system)).phrases) phrases.add(phrase);
phrases.forEach(define);
