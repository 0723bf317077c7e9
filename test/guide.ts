import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { remark } from 'remark';
import { visit } from 'unist-util-visit';
import { packageRoot } from '../src/package.js';

/** A block of code in a document. */
export interface Block {
  readonly language: string;
  /** The file that it is marked to be a part of: what stands behind the language. */
  readonly file: string | null;
  readonly text: string;
}

/** The blocks of code of `docs/add-a-system.md`. */
export function blocksOfGuide(): readonly Block[] {
  const blocks: Block[] = [];
  const tree = remark().parse(readFileSync(join(packageRoot, 'docs/add-a-system.md'), 'utf8'));
  visit(tree, 'code', ({ lang, meta, value }) => {
    blocks.push({ language: lang ?? '', file: meta ?? null, text: value });
  });
  return blocks;
}
