// Coverage of src/ by the unit tests and by `verify`, its worker processes included. The floor is set in .c8rc.json.
// Runs both first; with the argument `report` it only renders what runs under NODE_V8_COVERAGE=coverage/tmp have left.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

const run = (command, environment = {}) =>
  spawnSync(command, { shell: true, stdio: 'inherit', env: { ...process.env, ...environment } }).status ?? 1;

let status = 0;
if (process.argv[2] !== 'report') {
  rmSync('coverage', { recursive: true, force: true });
  for (const command of ['npm test', 'npm run verify'])
    status ||= run(command, { NODE_V8_COVERAGE: resolve('coverage/tmp') });
}

// A file of types alone compiles to nothing that could ever run: it would count as uncovered.
const isTypesAlone = (file) => /^export \{\};\s*(\/\/.*\s*)?$/.test(readFileSync(file, 'utf8'));
const excluded = readdirSync('dist/src', { recursive: true })
  .map((name) => join('dist/src', name))
  .filter((file) => file.endsWith('.js') && isTypesAlone(file));
const report = run(
  ['c8 report --exclude "**/*.test.js"', ...excluded.map((file) => `--exclude ${file}`)].join(' '),
);
process.exitCode = status || report;
