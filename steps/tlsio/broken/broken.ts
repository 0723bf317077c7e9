import type { AdapterApi, AdapterModule } from '../../../src/subject/adapter.js';
import type { TlsioApi } from '../../../src/adapters/index.js';
import { create_tlsio_chained, create_tlsio_direct } from '../../../src/adapters/index.js';
import type { Dependencies } from '../../../src/adapters/index.js';

/** Functions that replace a sound adapter's own. */
export type Defect = (sound: TlsioApi, dependencies: Dependencies) => Partial<TlsioApi>;

interface Design {
  readonly capabilities: AdapterModule['capabilities'];
  readonly create: (dependencies: Dependencies) => TlsioApi;
}

/** tlsio_direct: it closes synchronously. */
export const direct: Design = {
  capabilities: { design: 'direct', asynchronousClose: false, options: true },
  create: create_tlsio_direct,
};

/** tlsio_chained: it closes asynchronously. */
export const chained: Design = {
  capabilities: { design: 'chained', asynchronousClose: true, options: true },
  create: create_tlsio_chained,
};

/** A bundled adapter with one defect. */
export function broken(name: string, { capabilities, create }: Design, defect: Defect): AdapterModule {
  return {
    specification: 'tlsio',
    name,
    version: '1.0.0',
    capabilities,
    create: (dependencies): AdapterApi => {
      const sound = create(dependencies);
      return { ...sound, ...defect(sound, dependencies) };
    },
  };
}
