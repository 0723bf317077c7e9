// The pool of the loopback, in a process of its own: it serves until the process that started it lets go.
import type { TLSPOOL_CREDENTIALS } from '../../../../src/adapters/tlspool/api.js';
import { create_tlspool_service } from '../../../../src/adapters/tlspool/service/service.js';

interface Order {
  readonly path: string;
  readonly credentials: TLSPOOL_CREDENTIALS;
}

process.once('message', ({ path, credentials }: Order) => {
  const { tlspool_service_start, tlspool_service_stop } = create_tlspool_service();
  const service = tlspool_service_start(path, credentials);
  process.send?.(service !== null);
  process.once('disconnect', () => {
    if (service !== null) tlspool_service_stop(service);
    process.exit();
  });
});
