// For people who live in Cucumber's own tools: npx cucumber-js --tags @tlsio
// It loads the TypeScript sources directly and takes the bundled document and its first bundled adapter. Verdicts per
// requirement, supervision and reports are the business of `iospec verify`.

import { readdirSync } from 'node:fs';

/** Systems and requirements among the tags that are asked for, as documents are named: `tlsio`, `tlsio_30_033`. */
const asked = process.argv
  .flatMap((word) => word.match(/@\w+/g) ?? [])
  .map((tag) => tag.slice(1).toLowerCase().replace(/^srs_/, ''));
const rooms = readdirSync(new URL('steps', import.meta.url)).filter((room) =>
  asked.some((name) => `${name}_`.startsWith(`${room}_`)),
);

// Without source maps the locations of steps and stack lines would be those of the transpiled code.
process.setSourceMapsEnabled(true);

export default {
  paths: ['features/**/*.feature'],
  loader: ['ts-node/esm'],
  // Two systems may word different things alike, so each gets the rooms of its own name and of its family.
  import:
    rooms.length === 0 ? ['steps/**/*.ts'] : ['common', ...rooms].map((room) => `steps/${room}/**/*.ts`),
  format: ['progress'],
};
