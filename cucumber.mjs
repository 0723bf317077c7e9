// For people who live in Cucumber's own tools: npx cucumber-js --tags @tlsio
// It loads the TypeScript sources directly and takes the bundled document and its first bundled adapter. Verdicts per
// requirement, supervision and reports are the business of `iospec verify`.

// Without source maps the locations of steps and stack lines would be those of the transpiled code.
process.setSourceMapsEnabled(true);

export default {
  paths: ['features/**/*.feature'],
  loader: ['ts-node/esm'],
  import: ['steps/**/*.ts'],
  format: ['progress'],
};
