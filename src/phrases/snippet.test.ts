import assert from 'node:assert/strict';
import { isAbsolute, join, relative } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import ts from 'typescript';
import { codeRoot, packageRoot, runsFromSource } from '../package.js';
import { ExpectationError, Expectations } from '../stage/expectations.js';
import { findSystems } from '../system/find_system.js';
import { temporaryProject, type TemporaryProject } from '../system/testing/temporary_project.js';
import { snippetFor } from './snippet.js';

let project: TemporaryProject;
beforeEach(() => {
  project = temporaryProject();
});
afterEach(() => {
  project.remove();
});

async function snippet(keyword: string, text: string): Promise<string> {
  const systems = await findSystems([project.with({})]);
  return snippetFor(keyword, text, await systems.of('toy'));
}

type Code = (this: unknown) => unknown;

/** What a snippet in JavaScript binds. */
function boundBy(code: string): {
  readonly keyword: string;
  readonly expression: RegExp;
  readonly step: Code;
} {
  const bound: { keyword: string; expression: RegExp; step: Code }[] = [];
  const binder =
    (keyword: string) =>
    (expression: RegExp, step: Code): void => {
      bound.push({ keyword, expression, step });
    };
  const body = code.replace(/^import .*$/m, '');
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- The snippet is code, and is tried as such.
  const load = new Function('Given', 'When', 'Then', body) as (...binders: unknown[]) => void;
  load(binder('Given'), binder('When'), binder('Then'));
  assert.equal(bound.length, 1, code);
  const [only] = bound;
  assert.ok(only !== undefined);
  return only;
}

describe('what a snippet does', () => {
  test('a Then asserts, and fails until somebody has written what it means', async () => {
    const { keyword, step } = boundBy(await snippet('Then', 'it sings "la" 2 times'));
    assert.equal(keyword, 'Then');
    const expect = new Expectations();
    assert.throws(() => step.call({ expect }), ExpectationError);
    assert.equal(expect.count, 1);
  });

  test('a Given and a When withdraw: what nobody has brought about yet is not judged', async () => {
    for (const [keyword, text] of [
      ['Given', 'the box is red'],
      ['When', 'the box is opened'],
    ] as const) {
      const bound = boundBy(await snippet(keyword, text));
      assert.equal(bound.keyword, keyword);
      const withdrawn: unknown[] = [];
      const withdraw = (...words: unknown[]): string => {
        withdrawn.push(words);
        return 'skipped';
      };
      assert.equal(await bound.step.call({ withdraw }), 'skipped');
      assert.deepEqual(withdrawn, [['notRun', `nothing brings this about yet: ${text}`]]);
    }
  });

  test('a When of a call prepares for it and makes it, and withdraws all the same', async () => {
    const { step } = boundBy(await snippet('When', 'toy_open is called and the moon is full'));
    const done: unknown[] = [];
    const world = {
      stage: {
        prepareFor: (name: string) => done.push(['prepareFor', name]),
        call: (name: string, given: object) => {
          done.push(['call', name, given]);
          return 'the call';
        },
      },
      act: () => done.push('act'),
      withdraw: (verdict: string) => {
        done.push(verdict);
        return 'skipped';
      },
      callUnderTest: null as unknown,
    };
    assert.equal(await step.call(world), 'skipped');
    assert.deepEqual(done, [['prepareFor', 'toy_open'], 'act', ['call', 'toy_open', {}], 'notRun']);
    assert.equal(world.callUnderTest, 'the call');
  });

  test('its expression takes the words, whatever they hold, and no others', async () => {
    for (const text of [
      'it sings "la" 2 times',
      String.raw`a/b \ (c) [d] {e} ^f$ g. h* i+ j? k|l`,
      "'`${x}` // -->",
      '*/ <script> ü 漢 🎈',
    ]) {
      const { expression } = boundBy(await snippet('Then', text));
      assert.match(text, expression);
      assert.doesNotMatch(`${text}!`, expression);
      assert.doesNotMatch(`!${text}`, expression);
    }
  });
});

/** The file that the head of a snippet names, from the project's folder. */
function fileOf(code: string): string {
  const [head = ''] = code.split('\n');
  assert.match(head, /^\/\/ \S/);
  const path = head.slice(3);
  assert.ok(!isAbsolute(path) || path.startsWith(project.root), path);
  return relative(project.root, join(process.cwd(), path));
}

const isTyped = (code: string): boolean =>
  code.includes('type IospecWorld') && code.includes('this: IospecWorld');
const isPlain = (code: string): boolean => !code.includes('IospecWorld');

describe('a snippet names the file to put it in, and is in the language of that file', () => {
  test('where there is nothing yet, a module in the folder of the document', async () => {
    const code = await snippet('Then', 'it sings');
    assert.equal(fileOf(code), 'steps/toy/toy.mjs');
    assert.ok(isPlain(code), code);
    assert.match(code, /^import \{ Then \} from 'iospec\/system';$/m);
  });

  test('in a project of TypeScript, TypeScript', async () => {
    project.write('tsconfig.json', '{}');
    const code = await snippet('Given', 'it is so');
    assert.equal(fileOf(code), 'steps/toy/toy.ts');
    assert.ok(isTyped(code), code);
    assert.match(code, /^import \{ Given, type IospecWorld \} from 'iospec\/system';$/m);
  });

  test('where a system is declared, its folder `phrases`', async () => {
    project.write('steps/toy/system.mjs', "export default { name: 'toy' };");
    const code = await snippet('Then', 'it sings');
    assert.equal(fileOf(code), 'steps/toy/phrases/toy.mjs');
    assert.ok(isPlain(code), code);
  });

  test('beside phrases that are there, their language', async () => {
    project.write('steps/toy/phrases/opening.js', '');
    const code = await snippet('Then', 'it sings');
    assert.equal(fileOf(code), 'steps/toy/phrases/toy.js');
    assert.ok(isPlain(code), code);
    // Whatever else the project is written in.
    project.write('tsconfig.json', '{}');
    assert.ok(isPlain(await snippet('Then', 'it sings')));
  });

  test('beside phrases in TypeScript, TypeScript, though nothing configures a compiler', async () => {
    project.write('steps/toy/opening.mts', '');
    const code = await snippet('Then', 'it sings');
    assert.equal(fileOf(code), 'steps/toy/toy.mts');
    assert.ok(isTyped(code), code);
  });
});

test('in TypeScript it compiles as it stands', async () => {
  project.write('tsconfig.json', '{}');
  const codes = [
    await snippet('Given', 'the box is red'),
    await snippet('When', 'toy_open is called and the moon is full'),
    await snippet('When', 'the box is opened'),
    await snippet('Then', 'it sings "la" 2 times'),
  ];
  const files = codes.map((code, at) => project.write(`steps/toy/${at}.ts`, code));
  project.write('package.json', '{ "type": "module" }');
  const program = ts.createProgram(files, {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    noUnusedLocals: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: ['node'],
    typeRoots: [join(packageRoot, 'node_modules/@types')],
    paths: { 'iospec/system': [join(codeRoot, `src/api/system.${runsFromSource ? 'ts' : 'd.ts'}`)] },
  });
  const problems = files.flatMap((file) => ts.getPreEmitDiagnostics(program, program.getSourceFile(file)));
  assert.deepEqual(
    problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' ')),
    [],
  );
});
