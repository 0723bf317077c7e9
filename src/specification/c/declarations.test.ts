import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { positionsOf } from '../position.js';
import { declarationsIn, type Declarations } from './declarations.js';

function declared(text: string): Declarations {
  return declarationsIn(text, [{ start: 0, end: text.length }], positionsOf('a.md', text));
}

/** A prototype in one line: `int f(void* a)`; a function type has an asterisk before its name. */
function signatures(text: string): readonly string[] {
  return declared(text).prototypes.map(
    ({ kind, name, returnType, parameters }) =>
      `${returnType} ${kind === 'functionType' ? '*' : ''}${name}(${parameters.map((one) => `${one.type} ${one.name}`).join(', ')})`,
  );
}

const CASES: readonly (readonly [name: string, source: string, expected: readonly string[]])[] = [
  ['a prototype', 'int f(void* a, const unsigned char * b);', ['int f(void* a, const unsigned char* b)']],
  ['no parameters', 'const X* f(void); int g();', ['const X* f()', 'int g()']],
  [
    'storage classes',
    'extern int f(int a);\nstatic inline void g(int b);',
    ['int f(int a)', 'void g(int b)'],
  ],
  [
    'several lines and comments',
    'int f(\n  int a, // one, (\n  /* two; */ char** b);',
    ['int f(int a, char** b)'],
  ],
  ['no semicolon', 'static VOID CALLBACK f(PVOID a, ULONG_PTR b)', ['VOID CALLBACK f(PVOID a, ULONG_PTR b)']],
  ['a body', 'int f(int a) { return g(a); }\nint h(int b);', ['int f(int a)', 'int h(int b)']],
  [
    'arrays, function pointers, dots',
    'int f(char a[10], void (*done)(int), ...);',
    ['int f(char[10] a, void(*)(int) done)'],
  ],
  ['struct parameters', 'int f(struct X* a, const struct Y b);', ['int f(struct X* a, const struct Y b)']],
  ['a macro for a type', 'THANDLE(POOL) f(THANDLE(POOL) a);', ['THANDLE(POOL) f(THANDLE(POOL) a)']],
  [
    'MOCKABLE_FUNCTION',
    'MOCKABLE_FUNCTION(, int, f, X_HANDLE, x, const Y*, y);\nMOCKABLE_FUNCTION(, void, g);',
    ['int f(X_HANDLE x, const Y* y)', 'void g()'],
  ],
  [
    'MOCKABLE_FUNCTION of old, over lines',
    'MOCKABLE_FUNCTION(int, f,\n  int, a)\nMOCKABLE_FUNCTION(int, g)',
    ['int f(int a)', 'int g()'],
  ],
  [
    'MOCKABLE_FUNCTION_WITH_RETURNS',
    'MOCKABLE_FUNCTION_WITH_RETURNS(, THANDLE(P), f, P, p)(0, 1);',
    ['THANDLE(P) f(P p)'],
  ],
  [
    'callback types',
    'typedef void(*ON_X)(void* c, int r);\ntypedef int (CALLBACK * Y)(void);',
    ['void *ON_X(void* c, int r)', 'int *Y()'],
  ],
  ['a repeat and a variant', 'int f(int a);\nint f(int a);\nint f(int b);', ['int f(int a)', 'int f(int b)']],
  [
    'no prototypes',
    'typedef struct X* X_HANDLE;\nint a = f(1);\nf(2);\n#define F(a) int g(a);\nreturn f(1);\n"int f(int a);"',
    [],
  ],
  ['marks of fences', '```c\nint f(int a);\n``` c\nint g(int a);\n```', ['int f(int a)', 'int g(int a)']],
];

describe('C prototypes', () => {
  for (const [name, source, expected] of CASES) {
    it(name, () => {
      assert.deepEqual(signatures(source), expected);
    });
  }

  it('slices go from the first word to the last', () => {
    const text = 'int x;\n  int f(\n   int a);\n';
    const slice = declared(text).prototypes[0]?.slice;
    assert.equal(text.slice(slice?.start, slice?.end), 'int f(\n   int a)');
    assert.deepEqual([slice?.line, slice?.column, slice?.endLine], [2, 3, 3]);
  });
});

describe('C enumerations', () => {
  const enumerations = (text: string) =>
    declared(text).enumerations.map(({ name, values }) => `${name}: ${values.join(' ')}`);

  it('plain', () => {
    assert.deepEqual(
      enumerations('typedef enum A_TAG { A_1, A_2 = 4, A_3, } A;\nenum B { B_1 };\nenum { C_1 };'),
      ['A: A_1 A_2 A_3', 'B: B_1'],
    );
  });

  it('in MU_DEFINE_ENUM, its values in a macro, with blanks behind the backslash and a comma too many', () => {
    assert.deepEqual(
      enumerations(
        '#define A_VALUES \\\n  A_1,    \\\n  A_2, \\\n\nMU_DEFINE_ENUM(A, A_VALUES)\n\nDEFINE_ENUM(B, B_1, B_2);',
      ),
      ['A: A_1 A_2', 'B: B_1 B_2'],
    );
    assert.deepEqual(
      enumerations(
        '#define A_VALUES (A_1, 1), \\\n (A_2, 2)\nMU_DEFINE_ENUM_2(A, A_VALUES)\nMU_DEFINE_ENUM_STRINGS(A, A_VALUES)',
      ),
      ['A: A_1 A_2'],
    );
  });
});

describe('C structs', () => {
  it('members of every shape', () => {
    const { structs } = declared(
      'typedef struct A_TAG\n{\n  const char* a;\n  int b[3];\n  void (*c)(int x);\n} A;\nstruct B { int d; };\nstruct C;',
    );
    assert.deepEqual(
      structs.map(
        ({ name, members }) => `${name}: ${members.map((one) => `${one.type} ${one.name}`).join('; ')}`,
      ),
      ['A: const char* a; int[3] b; void(*)(int x) c', 'B: int d'],
    );
  });
});

it('knows what is static: it is called from below, and no function of the API', () => {
  const { prototypes } = declared('int f(int a);\nstatic void g(void* context, ACTION action)');
  assert.deepEqual(
    prototypes.map(({ name, isStatic }) => [name, isStatic === true]),
    [
      ['f', false],
      ['g', true],
    ],
  );
});
