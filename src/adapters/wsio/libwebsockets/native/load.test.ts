import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LibraryMissingError, loadLibraries } from './load.js';
import { lacking } from './testing/lacking.js';

/** Architecture and system are looked at first. */
const elsewhere = process.platform !== 'linux' || process.arch !== 'x64';

function reasonOf(name: string): string {
  try {
    loadLibraries(name);
  } catch (error) {
    if (error instanceof LibraryMissingError) return error.message;
    throw error;
  }
  return '';
}

describe('loading libwebsockets', { skip: elsewhere && 'only known on linux on x64' }, () => {
  it('names the library that is not there, and how to get it', () => {
    const reason = reasonOf('libwebsockets.so.0');
    assert.match(reason, /^libwebsockets\.so\.0 cannot be loaded/);
    assert.match(reason, /apt-get install libwebsockets17$/);
  });

  it('takes no other library for it', () => {
    assert.match(reasonOf('libc.so.6'), /^libc\.so\.6 is no libwebsockets/);
  });

  it('knows the version that it was checked for', { skip: lacking() }, () => {
    assert.match(loadLibraries().version, /^4\.1\.6(-|$)/);
  });
});
