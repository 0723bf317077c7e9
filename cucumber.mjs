// For people who live in Cucumber's own tools: npx cucumber-js --tags @tlsio
// It loads the TypeScript sources directly and takes the bundled document and its first bundled adapter. Verdicts per
// requirement, supervision and reports are the business of `iospec verify`.

import { readdirSync } from 'node:fs';

/** Systems and requirements among the tags that are asked for, as documents are named: `tlsio`, `tlsio_30_033`. */
const asked = process.argv
  .flatMap((word) => word.match(/@\w+/g) ?? [])
  .map((tag) => tag.slice(1).toLowerCase().replace(/^srs_/, ''));
const systems = readdirSync(new URL('features', import.meta.url)).filter((system) =>
  asked.some((name) => `${name}_`.startsWith(`${system}_`)),
);

// Two systems may word different things alike, so each is run with its own phrases.
if (systems.length > 0) process.env.IOSPEC_SYSTEMS = systems.join(',');
// Without source maps the locations of steps and stack lines would be those of the transpiled code.
process.setSourceMapsEnabled(true);

export default {
  paths: ['features/**/*.feature'],
  loader: ['ts-node/esm'],
  import: ['src/run/cucumber_support.ts'],
  format: ['progress'],
};
