import { Command, CommanderError } from 'commander';
import { UserError } from '../errors.js';
import { packageVersion } from '../package.js';
import { addAudit } from './audit.js';
import { addExplain } from './explain.js';
import { addExtract } from './extract.js';
import { addGenerate } from './generate.js';
import { addLint } from './lint.js';
import { addReport } from './report.js';
import { addStatus } from './status.js';
import { addVerify } from './verify.js';

/** Exit status for wrong usage and unreadable input. */
const USAGE = 2;

const EXAMPLES = `
Examples:
  $ iospec extract spec/store_requirements.md
  $ iospec lint spec/store_requirements.md
  $ iospec generate --check
  $ iospec verify --spec store --parallel 2
  $ iospec explain SRS_STORE_01_033

Exit status: 0 conforming; 1 at least one requirement failed, crashed, hung, is flaky, unbound or unproven (audit) or was\nnot run, or the run was interrupted; 2 wrong usage or unreadable input.`;

/**
 * Runs a command line. Results go to standard output, everything else to standard error; the status is left in
 * `process.exitCode`.
 * @param words Arguments as in `process.argv`, without the first two.
 */
export async function main(words: readonly string[]): Promise<void> {
  const program = new Command('iospec')
    .description('Verify I/O adapters against their SRS documents, requirement by requirement.')
    .version(packageVersion())
    .exitOverride()
    .configureOutput({
      outputError: (text, write) => {
        write(`iospec: ${oneLine(text.replace(/^error: /, ''))}\n`);
      },
    })
    .addHelpText('after', EXAMPLES);
  for (const add of [addExtract, addLint, addGenerate, addVerify, addStatus, addReport, addExplain, addAudit])
    add(program);
  addHelp(program);
  try {
    await program.parseAsync(words, { from: 'user' });
  } catch (error) {
    process.exitCode = report(error);
  }
}

/** `iospec help`: the help of a command, or of all of them; Commander's own takes a misspelt name for none. */
function addHelp(program: Command): void {
  program.helpCommand(false);
  program
    .command('help')
    .summary('show the help of a command')
    .argument('[command]', 'its name')
    .action((name: string | undefined) => {
      const found = name === undefined ? program : program.commands.find((one) => one.name() === name);
      if (found === undefined) program.error(`unknown command '${name}'`);
      else found.help();
    });
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : USAGE;
  if (!(error instanceof UserError)) throw error;
  process.stderr.write(`iospec: ${oneLine(error.message)}\n`);
  return USAGE;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
