import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { findSystems } from '../system/find_system.js';
import { REGISTRY, temporaryProject } from '../system/testing/temporary_project.js';
import { bind, type BindingDefect } from './binding.js';
import { loadPhrases } from './phrase_book.js';

const project = temporaryProject();
after(project.remove);

project.write(
  'steps/toy/steps.mjs',
  `import { Then } from '${REGISTRY}';
Then('it works', () => {});
Then('two take this', () => {});
Then(/^two take th..$/, () => {});
`,
);
const systems = await findSystems([project.with({})]);
const book = await loadPhrases(await systems.of('toy'));

/** The defect of a scenario with these steps. */
function defectOf(...steps: readonly string[]): BindingDefect | undefined {
  const planned = steps.map((step) => {
    const [keyword = '', ...words] = step.split(' ');
    return { keyword, text: words.join(' ') };
  });
  return bind([{ key: 'a:1', steps: planned }], book).get('a:1');
}

const GIVEN = 'Given a thing over a mock underlying IO';

test('a scenario whose steps have one taker each can be executed', () => {
  assert.equal(defectOf(GIVEN, 'When toy_open is called', 'Then it works', 'And it works'), undefined);
});

test('a phrase that nothing takes is unbound, with the step to write as its reason', () => {
  const defect = defectOf(GIVEN, 'Then it sings "la" 2 times');
  assert.equal(defect?.kind, 'unbound');
  assert.match(
    defect.reason,
    /^no step definition matches "it sings "la" 2 times"; write:\n(?:.*\n)*Then\(\/\^it sings "la" 2 times\$\/, function/,
  );
  assert.deepEqual(defect.steps, [true, false]);
  assert.equal(defect.snippets.length, 1);
  assert.ok(defect.reason.endsWith(defect.snippets[0] ?? 'none'));
});

test('every phrase that is missing is told, with the keyword that its step goes on with', () => {
  const defect = defectOf(
    ...['Given one', 'And two', 'When three', '* four', 'Then five', 'But six', 'And it works'],
  );
  assert.deepEqual(
    defect?.snippets.map((snippet) => /^(Given|When|Then)\(\/\^(\w+)\$\//m.exec(snippet)?.slice(1).join(' ')),
    ['Given one', 'Given two', 'When three', 'When four', 'Then five', 'Then six'],
  );
  assert.deepEqual(defect.steps, [false, false, false, false, false, false, true]);
});

test('a phrase that several take is ambiguous, with both expressions and their places as its reason', () => {
  const defect = defectOf(GIVEN, 'Then two take this', 'And it sings');
  assert.equal(defect?.kind, 'ambiguous');
  assert.match(
    defect.reason,
    /^several step definitions match "two take this": two take this \(\/.*steps\/toy\/steps\.mjs:3\) and \^two take th\.\.\$ \(\/.*steps\/toy\/steps\.mjs:4\)$/,
  );
  assert.deepEqual(defect.steps, [true, false, false]);
  assert.deepEqual(defect.snippets, []);
});

test('each scenario has its own defect; thousands of unbound ones take no time', () => {
  const scenarios = Array.from({ length: 10_000 }, (_one, index) => ({
    key: `a:${index}`,
    steps: [
      { keyword: 'Given', text: 'a thing over a mock underlying IO' },
      { keyword: 'Then', text: index % 2 === 0 ? 'it works' : `it does number ${index}` },
    ],
  }));
  const started = performance.now();
  const defects = bind(scenarios, book);
  assert.equal(defects.size, 5_000);
  assert.match(defects.get('a:1')?.reason ?? '', /number 1"/);
  assert.equal(defects.get('a:2'), undefined);
  // At most 3 ms for each; a busy machine may take twice as long.
  assert.ok(performance.now() - started < 6 * 5_000);
});
