import { createRequire } from 'node:module';

/** Version of the adapters: the package's. By its own name, so that it is found from the sources and from the compiled code alike. */
export const { version } = createRequire(import.meta.url)('iospec/package.json') as {
  readonly version: string;
};
