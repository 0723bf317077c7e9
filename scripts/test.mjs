// Runs every compiled unit test, one process a file, and ends with "N passed, N failed" (skips are counted beside them).
// Arguments pick the files whose path contains one of them; one that begins with ! leaves out those that contain the rest of it.
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';

const words = process.argv.slice(2);
const only = words.filter((word) => !word.startsWith('!'));
const without = words.filter((word) => word.startsWith('!')).map((word) => word.slice(1));
// Listed by source, so that what a removed source has left in dist is not run.
const files = ['src', 'steps', 'test']
  .flatMap((room) => readdirSync(room, { recursive: true }).map((name) => `${room}/${name}`))
  .filter(
    (name) =>
      name.endsWith('.test.ts') &&
      (only.length === 0 || only.some((part) => name.includes(part))) &&
      !without.some((part) => name.includes(part)),
  )
  .map((name) => `dist/${name.replace(/ts$/, 'js')}`)
  .sort();
if (files.length === 0) {
  console.error('scripts/test.mjs: no test file matches');
  process.exit(2);
}

const count = { passed: 0, failed: 0, skipped: 0 };
const withoutTests = [];
const stream = run({ files, concurrency: Math.max(2, availableParallelism()), timeout: 900_000 });
stream.on('test:pass', (data) => {
  // node:test reports a file as a passed test of its own when it ended well without having run any.
  if (data.nesting === 0 && files.some((file) => data.name.endsWith(file))) withoutTests.push(data.name);
  else if (data.skip !== undefined) count.skipped += 1;
  else if (data.details.type !== 'suite') count.passed += 1;
});
stream.on('test:fail', (data) => {
  // A suite or parent that fails only because a subtest did is the same failure seen from above.
  if (data.details.error.failureType !== 'subtestsFailed') count.failed += 1;
});
for await (const chunk of stream.compose(new spec())) process.stdout.write(chunk);

for (const name of withoutTests) console.error(`${name} ran no test`);
const failed = count.failed + withoutTests.length;
if (count.skipped > 0) console.log(`${count.skipped} skipped`);
console.log(`${count.passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && count.passed > 0 ? 0 : 1;
