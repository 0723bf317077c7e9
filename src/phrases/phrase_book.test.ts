import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { findSystems } from '../system/find_system.js';
import {
  DEFINITION,
  REGISTRY,
  temporaryProject,
  type TemporaryProject,
} from '../system/testing/temporary_project.js';
import { loadPhrases, rulesOf, type PhraseBook } from './phrase_book.js';

let project: TemporaryProject;
beforeEach(() => {
  project = temporaryProject();
});
afterEach(() => {
  project.remove();
});

const BINDERS = `import { Given, When, Then } from '${REGISTRY}';\n`;

async function bookOf(name: string): Promise<PhraseBook> {
  const systems = await findSystems([project.with({})]);
  return loadPhrases(await systems.of(name));
}

/** What of a system takes these words, as their expressions. */
function takers(book: PhraseBook, words: string): readonly string[] {
  return book.takers(words).map(({ expression }) => String(expression));
}

describe('the phrases of a system', () => {
  test('are those of every document, and its own', async () => {
    project.write('steps/toy/opening.mjs', `${BINDERS}When(/^the toy is opened$/, () => {});\n`);
    const book = await bookOf('toy');
    assert.deepEqual(takers(book, 'the toy is opened'), ['/^the toy is opened$/']);
    assert.equal(takers(book, 'toy_open is called').length, 1);
    assert.deepEqual(takers(book, 'the toy is shut'), []);
    assert.ok(book.modules.includes(join(project.root, 'steps/toy/opening.mjs')));
    const plain = await bookOf('store');
    assert.equal(takers(plain, 'store_open is called').length, 1);
  });

  test("another system's are not among them, though this process knows both", async () => {
    project.write('steps/toy/a.mjs', `${BINDERS}Then(/^it sings$/, () => {});\n`);
    project.write('steps/store/a.mjs', `${BINDERS}Then(/^it sings$/, () => {});\n`);
    const [toy, store] = [await bookOf('toy'), await bookOf('store')];
    for (const book of [toy, store, await bookOf('toy')]) assert.equal(takers(book, 'it sings').length, 1);
    assert.notEqual(toy.takers('it sings')[0]?.file, store.takers('it sings')[0]?.file);
  });

  test('lie in its folder `phrases`, and in those below it; tests and what the system consists of besides do not', async () => {
    const bind = (word: string): string => `${BINDERS}Then(/^${word}$/, () => {});\n`;
    project.write('steps/toy/system.mjs', "export default { name: 'toy' };");
    project.write('steps/toy/phrases/one.mjs', bind('one'));
    project.write('steps/toy/phrases/depth/two.mjs', bind('two'));
    project.write('steps/toy/phrases/one.test.mjs', bind('three'));
    project.write('steps/toy/stage/four.mjs', bind('four'));
    const book = await bookOf('toy');
    assert.deepEqual(
      ['one', 'two', 'three', 'four'].map((word) => takers(book, word).length),
      [1, 1, 0, 0],
    );
  });

  test('lie where the system says', async () => {
    project.write(
      'steps/toy/system.mjs',
      "export default { name: 'toy', phrases: ['../shared', 'own.mjs'] };",
    );
    project.write('steps/shared/one.mjs', `${BINDERS}Then(/^one$/, () => {});\n`);
    project.write('steps/toy/own.mjs', `${BINDERS}Then(/^two$/, () => {});\n`);
    const book = await bookOf('toy');
    assert.deepEqual(
      ['one', 'two'].map((word) => takers(book, word).length),
      [1, 1],
    );
  });

  test('are found behind a link to their folder', async () => {
    project.write('elsewhere/phrases/one.mjs', `${BINDERS}Then(/^one$/, () => {});\n`);
    project.write('elsewhere/system.mjs', "export default { name: 'toy' };");
    mkdirSync(join(project.root, 'steps'));
    symlinkSync(join(project.root, 'elsewhere'), join(project.root, 'steps/toy'), 'junction');
    assert.equal(takers(await bookOf('toy'), 'one').length, 1);
  });

  test('are regular expressions or Cucumber expressions', async () => {
    project.write(
      'steps/toy/a.mjs',
      `${BINDERS}Then(/SINGS/giy, () => {});\nThen('it hums {int} time(s)', () => {});\n`,
    );
    const book = await bookOf('toy');
    // Asked again: an expression that remembers where it was would have another answer.
    for (const words of ['it sings', 'he Sings it', 'it sings'])
      assert.deepEqual(takers(book, words), ['/SINGS/giy'], words);
    assert.deepEqual(takers(book, 'it hums 2 times'), ['it hums {int} time(s)']);
    assert.deepEqual(takers(book, 'it hums two times'), []);
  });

  test('a module that can not be loaded is told with file, line and reason', async () => {
    const refused = async (name: string, text: string, message: RegExp): Promise<void> => {
      project.write(`steps/${name}/a.mjs`, text);
      await assert.rejects(bookOf(name), (error) => {
        assert.ok(error instanceof Error);
        assert.equal(error.name, 'SystemError');
        assert.match(error.message, message);
        assert.ok(!error.message.includes('\n'));
        return true;
      });
    };
    await refused(
      'torn',
      `${BINDERS}\nThen(/^it sings$/, () => {);\n`,
      /^\/.*steps\/torn\/a\.mjs:3: Unexpected /,
    );
    await refused('angry', "throw new Error('no steps today');", /steps\/angry\/a\.mjs: no steps today$/);
    await refused('lost', "import './none.mjs';", /steps\/lost\/a\.mjs: Cannot find module /);
    await refused('idle', `${BINDERS}Then(/^x$/);`, /steps\/idle\/a\.mjs: Then \/\^x\$\/ has no function$/);
    await refused(
      'endless',
      `${BINDERS}Then(/^x$/, { runsOver: [{ column: 'x' }] }, () => {});`,
      /steps\/endless\/a\.mjs: Then \/\^x\$\/: what it runs over has a `column` and its `values`, /,
    );
    project.write('steps/absent/system.mjs', "export default { name: 'absent', phrases: 'phrazes' };");
    await refused(
      'absent',
      '',
      /^\/.*steps\/absent\/system\.mjs: its `phrases` names phrazes: no such file or folder$/,
    );
    await refused('vague', `${BINDERS}Then('a {thing}', () => {});`, /steps\/vague\/a\.mjs:2: .*a \{thing\}/);
  });
});

describe('the rules of a system', () => {
  test('are those that it declares; what it leaves out is plain', async () => {
    project.write(
      'steps/toy/system.mjs',
      `import { defineSystem } from '${DEFINITION}';
export default defineSystem({
  name: 'toy', kind: 'plaything', states: ['OPEN'], underlyings: { mock: () => 1, disk: () => 2 },
  furtherErrors: { toy_open: ['the key is lost'] }, sections: { constructor: 'a fast toy' }, sequences: {},
});`,
    );
    const rules = rulesOf(await bookOf('toy'));
    assert.deepEqual(
      [rules.noun, rules.kind, rules.states, rules.underlyings],
      ['a toy', 'plaything', ['OPEN'], ['mock', 'disk']],
    );
    assert.deepEqual([...rules.furtherErrors], [['toy_open', ['the key is lost']]]);
    assert.equal(rules.sections.get('constructor'), 'a fast toy');
    assert.equal(rules.sections.get('toString'), undefined);
    assert.deepEqual(rulesOf(await bookOf('oboe')).noun, 'an oboe');
    assert.deepEqual(rulesOf(await bookOf('oboe')).alternatives, []);
  });

  test('what a phrase runs over is said where it is bound, and only the phrase itself takes the values', async () => {
    project.write(
      'steps/toy/a.mjs',
      `${BINDERS}
When(/^the key is lost by (.+)$/, { runsOver: [{ joint: ' by ', column: 'who', values: ['a cat', 'a dog'] }] }, () => {});
When(/^toy_open is called and the lock is (.+)$/, { runsOver: [{ joint: ' because of ', column: 'cause', values: ['rust'] }] }, () => {});
Given(/^the (.+) box$/, { runsOver: [{ words: /^any box$/, instead: 'the <colour> box', column: 'colour', values: ['red'] }] }, () => {});
`,
    );
    const { alternatives } = rulesOf(await bookOf('toy'));
    assert.deepEqual(
      alternatives.map(({ kind, column, values }) => [kind, column, values]),
      [
        ['appended', 'who', ['a cat', 'a dog']],
        ['appended', 'cause', ['rust']],
        ['rewritten', 'colour', ['red']],
      ],
    );
    const [event, called] = alternatives;
    assert.ok(event?.kind === 'appended' && called?.kind === 'appended');
    assert.equal(event.takes('the key is lost by a cat', null), true);
    assert.equal(event.takes('the key is found by a cat', null), false);
    assert.equal(event.takes('the lock is stuck', 'toy_open'), false);
    assert.equal(called.takes('the lock is stuck', 'toy_open'), true);
    assert.equal(called.takes('the lock is stuck', 'toy_shut'), false);
  });

  test('a Given of its own is a situation; a When is none, nor is a Given of every document', async () => {
    project.write(
      'steps/toy/a.mjs',
      `${BINDERS}Given(/^the box is red$/, () => {});\nWhen(/^the box is opened$/, () => {});\n`,
    );
    const { isSituation } = rulesOf(await bookOf('toy'));
    assert.equal(isSituation('the box is red'), true);
    assert.equal(isSituation('the box is opened'), false);
    assert.equal(isSituation('the adapter is in OPEN'), false);
  });
});
