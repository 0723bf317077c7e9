import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { packageRoot } from '../src/package.js';
import { extracted, readSpecification } from '../src/specification/index.js';
import type { Figure } from './figure.js';
import { generatedDocument } from './generated_document.js';
import { costOf, inTurn, type Cost, type Rounds } from './paired.js';

const BUNDLED = ['tlsio', 'wsio', 'async_socket_linux', 'async_socket_win32'];
const AIM = { kind: 'at most', value: 1.1 } as const;

const plain = remark().freeze();
const withTables = remark().use(remarkGfm).freeze();

/** Extraction against remark's own parse of the same files: its parse alone, nothing made of the tree. */
export async function extractionFigures(quick: boolean): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'iospec-bench-'));
  try {
    const bundled = BUNDLED.map((name) => join(packageRoot, 'spec', `${name}_requirements.md`));
    const sizes = quick ? [100, 1_000] : [1_000, 10_000];
    const generated = sizes.map((size) => {
      const file = join(folder, `${size}_requirements.md`);
      writeFileSync(file, generatedDocument(size));
      return file;
    });
    const [small = '', large = ''] = generated;
    const [fewer = 0, more = 0] = sizes;
    return [
      ...(await against('the four bundled documents', bundled, quick ? once : { warmUp: 5, counted: 15 })),
      ...(await against(named(fewer), [small], quick ? once : { warmUp: 3, counted: 9 })),
      ...(await against(named(more), [large], quick ? once : { warmUp: 1, counted: 5 })),
      await perByte(
        small,
        large,
        `${named(more)} per byte`,
        named(fewer),
        quick ? once : { warmUp: 1, counted: 5 },
      ),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const once: Rounds = { warmUp: 0, counted: 1 };

const named = (size: number): string => `a document of ${size.toLocaleString('en')} requirements`;

async function extract(files: readonly string[]): Promise<void> {
  for (const file of files) extracted(await readSpecification(file));
}

async function against(what: string, files: readonly string[], rounds: Rounds): Promise<readonly Figure[]> {
  const parseWith = (processor: typeof plain) => () =>
    costOf(() => {
      for (const file of files) processor.parse(readFileSync(file, 'utf8'));
    });
  const [ours = [], theirs = [], bare = []] = await inTurn<Cost>(
    [() => costOf(() => extract(files)), parseWith(withTables), parseWith(plain)],
    rounds,
  );
  const figure = (
    name: string,
    against: string,
    costs: readonly Cost[],
    key: keyof Cost,
    judged: boolean,
  ): Figure => ({
    name: `extraction of ${what} against ${against}, ${name}`,
    unit: 'ms',
    against,
    ours: ours.map((cost) => cost[key]),
    theirs: costs.map((cost) => cost[key]),
    aim: judged ? AIM : null,
  });
  return [
    figure('processor time', 'remark with GFM', theirs, 'cpu', true),
    figure('processor time', 'remark without GFM, which reads no table', bare, 'cpu', true),
    figure('wall time', 'remark with GFM', theirs, 'wall', false),
  ];
}

async function perByte(
  small: string,
  large: string,
  name: string,
  against: string,
  rounds: Rounds,
): Promise<Figure> {
  const nanoseconds = (file: string) => async (): Promise<number> => {
    // As often as it takes to read as much, so that both runs are equally long.
    const times = Math.round(statSync(large).size / statSync(file).size);
    const { cpu } = await costOf(() => extract(Array.from({ length: times }, () => file)));
    return (cpu * 1e6) / times / statSync(file).size;
  };
  const [ours = [], theirs = []] = await inTurn([nanoseconds(large), nanoseconds(small)], rounds);
  return {
    name: `extraction of ${name}, processor time`,
    unit: 'ns/byte',
    against,
    ours,
    theirs,
    aim: { kind: 'at most', value: 1 },
  };
}
