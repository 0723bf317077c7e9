import type { LintRule } from '../../../specification/lint/index.js';

/** `docs/lint.md`: what `iospec lint` finds, with an example of each. */
export function renderLintPage(rules: readonly LintRule[]): string {
  return `${[INTRODUCTION, tableOf(rules), ...rules.map(sectionOf)].join('\n\n')}\n`;
}

const INTRODUCTION = `# Lint

\`iospec lint FILE…\` finds mistakes in requirements documents.

\`\`\`sh
npx iospec lint spec/store_requirements.md
npx iospec lint spec/*_requirements.md --format sarif > lint.sarif
\`\`\`

- \`--format text\` (the default) prints a line for each finding, \`file:line:column severity rule message\`, and a summary
  on standard error; \`json\` prints an array of objects with \`rule\`, \`severity\`, \`message\`, \`requirement\`, \`file\`, \`line\`,
  \`column\` and \`endLine\`; \`sarif\` prints a SARIF 2.1.0 log with the rules, for code scanning services.
- Exit status: 0 when nothing, or only a note, was found; 1 for an error or a warning; 2 for wrong usage or a file that
  can't be read.
- An **error** is a sentence or a marker that can't mean what it says, a **warning** one that hardly can, a **note** something worth
  a look.

Terms in the rules:

- A **name** is a word with an underscore or a capital inside (\`on_io_error\`, \`hostName\`), or a word that is a code span by
  itself. It is **declared** when a listing of the document declares it or a heading names it.
- The **prototype** of a function is the nearest one above the requirement.
- An **anchor** is what GitHub makes of a heading (\`## "enter OPEN"\` gives \`#enter-open\`), or a \`name\` or \`id\` of an HTML
  element. Case does not matter: \`#enter-OPEN\` leads there too. Links to other documents are not followed.
- The rules about sentences read only the beginning of a passage longer than 2,000 characters.

How a defective sentence is understood is not a matter of lint: its [reading](decisions/readings.md) says that.

## Rules`;

function tableOf(rules: readonly LintRule[]): string {
  const rows = rules.map(({ id, severity, finds }) => [`[${id}](#${id})`, severity, cell(finds)]);
  const all = [['rule', 'severity', 'finds'], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[], blank = ' '): string =>
    `| ${row.map((text, column) => text.padEnd(widths[column] ?? 0, blank)).join(' | ')} |`;
  return [line(all[0] ?? []), line(['', '', ''], '-'), ...rows.map((row) => line(row))].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

function sectionOf({ id, severity, finds, why, bad, good }: LintRule): string {
  return [
    `### ${id}`,
    `Severity ${severity}. Finds ${finds}. ${why}`,
    fenced(bad),
    'Better:',
    fenced(good),
  ].join('\n\n');
}

/** Four backticks, because the examples have fences of their own; and no formatter may mend the bad ones. */
function fenced(markdown: string): string {
  return `<!-- prettier-ignore -->\n\`\`\`\`markdown\n${markdown}\n\`\`\`\``;
}
