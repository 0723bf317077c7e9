// A pool in a process of its own, started by `fork`: it serves from the message that says where, until its parent lets go.
import type { TLSPOOL_CREDENTIALS } from '../api.js';
import { create_tlspool_service } from './service.js';

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
