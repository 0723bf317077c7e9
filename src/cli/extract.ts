import { Option, type Command } from 'commander';

interface ExtractOptions {
  readonly format: 'table' | 'json' | 'ndjson';
}

/** `iospec extract`: the requirements of documents. */
export function addExtract(program: Command): void {
  program
    .command('extract')
    .summary('list the requirements of documents')
    .description(
      'List the requirements of documents: each occurrence with its text, place, conditions and obligations.',
    )
    .argument('<file...>', 'documents')
    .addOption(
      new Option('--format <format>', 'output').choices(['table', 'json', 'ndjson']).default('table'),
    )
    .addHelpText('after', '\nExample:\n  $ iospec extract my_requirements.md --format json')
    .action(async (files: readonly string[], { format }: ExtractOptions) => {
      const { extracted, readSpecification } = await import('../specification/index.js');
      const { analyse, scenarioDocument } = await import('../scenario/index.js');
      const { renderExtract } = await import('../report/extract_table.js');
      const specifications = await Promise.all(files.map(readSpecification));
      const rows = specifications.flatMap((specification) => {
        const document = scenarioDocument(specification);
        return extracted(specification).map((row, position) => {
          const requirement = specification.requirements[position];
          if (requirement === undefined)
            throw new Error(`${specification.file}: row ${position} has no requirement`);
          return { ...row, ...analyse(requirement, document) };
        });
      });
      process.stdout.write(renderExtract(rows, format));
    });
}
