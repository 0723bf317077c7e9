#!/usr/bin/env node
import { enableCompileCache } from '../compile_cache.js';

enableCompileCache();
// Whatever is loaded from here on comes out of the cache.

const { main } = await import('./main.js');

// A reader that has seen enough (`iospec extract … | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(process.exitCode);
});

await main(process.argv.slice(2));
