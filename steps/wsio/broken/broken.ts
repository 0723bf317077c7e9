import type { Dependencies, WsioApi } from '../../../src/adapters/index.js';
import { create_wsio } from '../../../src/adapters/index.js';
import type { AdapterModule } from '../../../src/subject/adapter.js';
import type { Libwebsockets } from '../../../src/adapters/wsio/libwebsockets/libwebsockets.js';
import { createPortableLibwebsockets } from '../../../src/adapters/wsio/libwebsockets/portable/portable_libwebsockets.js';

function adapter(name: string, create: (dependencies: Dependencies) => WsioApi): AdapterModule {
  return {
    specification: 'wsio',
    name,
    version: '1.0.0',
    capabilities: {},
    create: (dependencies) => ({ ...create(dependencies) }),
  };
}

/** A wsio some of whose functions are replaced. */
export function broken(name: string, defect: (sound: WsioApi) => Partial<WsioApi>): AdapterModule {
  return adapter(name, (dependencies) => {
    const sound = create_wsio(dependencies);
    return { ...sound, ...defect(sound) };
  });
}

/** A wsio that calls something else below than it should. */
export function brokenBelow(
  name: string,
  defect: (sound: Libwebsockets) => Partial<Libwebsockets>,
): AdapterModule {
  return adapter(name, (dependencies) => {
    const { libwebsockets = createPortableLibwebsockets() } = dependencies;
    return create_wsio({ ...dependencies, libwebsockets: { ...libwebsockets, ...defect(libwebsockets) } });
  });
}
