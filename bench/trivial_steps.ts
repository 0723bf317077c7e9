// Step definitions for bare cucumber-js: every step of every scenario passes at once.
import { defineStep, type DataTable } from '@cucumber/cucumber';

// One parameter serves steps with a doc string or table, which get that, and all others, which get a callback.
defineStep(/^/, (given: string | DataTable | (() => void)) => {
  if (typeof given === 'function') given();
});
