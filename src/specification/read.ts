import { readFile, stat } from 'node:fs/promises';
import { SpecificationError } from './errors.js';
import type { Specification } from './model.js';
import { parseSpecification } from './parse.js';
import type { SourceText } from './source.js';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  ENOTDIR: 'no such file: a part of the path is no directory',

  EACCES: "can't be read: permission denied",
  EPERM: "can't be read: operation not permitted",
  ENAMETOOLONG: 'no such file: the name is too long',
  ERR_FS_FILE_TOO_LARGE: 'is too large',
};

/**
 * Reads an SRS document from a file.
 *
 * @throws SpecificationError when the file is missing, a directory, unreadable, empty, binary, no UTF-8, or holds no requirement.
 */
export async function readSpecification(file: string): Promise<Specification> {
  const { source, bytes } = await readSource(file);
  return parseSpecification(source, bytes);
}

/**
 * Reads the text of a document, and its bytes, from a file.
 *
 * @throws SpecificationError when the file is missing, a directory, unreadable, binary or no UTF-8.
 */
export async function readSource(
  file: string,
): Promise<{ readonly source: SourceText; readonly bytes: Uint8Array }> {
  const bytes = await bytesOf(file);
  return { source: { file, text: decoded(file, bytes) }, bytes };
}

async function bytesOf(file: string): Promise<Buffer> {
  try {
    const status = await stat(file);
    if (status.isDirectory()) throw new SpecificationError(file, 'is a directory, not a document');
    if (!status.isFile() && !status.isFIFO())
      throw new SpecificationError(file, 'is a device, not a document');
    return await readFile(file);
  } catch (error) {
    if (error instanceof SpecificationError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new SpecificationError(
      file,
      REASONS[code] ?? `can't be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function decoded(file: string, bytes: Buffer): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw new SpecificationError(file, 'is UTF-16, not UTF-8');
  }
  if (bytes.includes(0)) throw new SpecificationError(file, 'is binary, not a Markdown document');
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new SpecificationError(file, 'is not UTF-8');
  }
}
