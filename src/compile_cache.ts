import module from 'node:module';

/** What Node.js 22.8 and newer has for this; older ones have nothing. */
const cache = module as {
  readonly enableCompileCache?: () => unknown;
  readonly getCompileCacheDir?: () => string | undefined;
};

/** Keeps what is compiled for the next process, where Node.js can. */
export function enableCompileCache(): void {
  cache.enableCompileCache?.();
}

/** The environment by which a child process shares the cache. */
export function compileCacheEnvironment(): Readonly<Record<string, string>> {
  const folder = cache.getCompileCacheDir?.();
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: folder };
}
