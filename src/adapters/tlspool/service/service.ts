import { defaultDependencies } from '../../xio/default_dependencies.js';
import type { TLSPOOL_CREDENTIALS, TlspoolServiceApi } from '../api.js';
import type { TlspoolDependencies } from '../client.js';
import type { Descriptors } from '../descriptors.js';
import { systemDescriptors } from '../system_descriptors.js';
import { Callbacks } from './callbacks.js';
import { contextOf } from './handshake.js';
import { ServiceConnection, type Shared } from './service_connection.js';

/** Nobody but its owner may use the socket. */
const OWNER_ONLY = 0o600;

/** A pool that listens at a path. */
class Service {
  private readonly connections = new Set<ServiceConnection>();
  private readonly stopWatching: () => void;
  private readonly shared: Shared;

  constructor(
    private readonly descriptors: Descriptors,
    private readonly path: string,
    private readonly listener: number,
    credentials: TLSPOOL_CREDENTIALS,
  ) {
    this.shared = {
      descriptors,
      secureContext: contextOf(credentials),
      callbacks: new Callbacks(),
      controlKeys: new Set(),
      detached: new Set(),
    };
    this.stopWatching = descriptors.watch(listener, () => {
      this.acceptAll();
    });
  }

  stop(): void {
    this.stopWatching();
    this.descriptors.close(this.listener);
    for (const connection of [...this.connections]) connection.close();
    for (const end of [...this.shared.detached]) end();
    this.descriptors.unlink(this.path);
  }

  private acceptAll(): void {
    for (;;) {
      const descriptor = this.descriptors.accept(this.listener);
      if (descriptor < 0) return;
      this.serve(descriptor);
    }
  }

  private serve(descriptor: number): void {
    try {
      const connection = new ServiceConnection(this.shared, descriptor, () => {
        this.connections.delete(connection);
      });
      this.connections.add(connection);
    } catch {
      // There are more clients already than can be watched.
      this.descriptors.close(descriptor);
    }
  }
}

/**
 * Makes a TLS Pool that does TLS with node:tls.
 * @param dependencies What is left out is the host's own.
 */
export function create_tlspool_service(dependencies: TlspoolDependencies = {}): TlspoolServiceApi {
  const { log, descriptors = systemDescriptors } = { ...defaultDependencies, ...dependencies };
  const services = new Set<unknown>();
  const refused = (reason: string): null => {
    log('AZ_LOG_ERROR', `tlspool_service_start: ${reason}`);
    return null;
  };
  return {
    tlspool_service_start: (path, credentials) => {
      if (path === null || credentials === null) return refused('path or credentials is NULL');
      const listener = descriptors.listen(path, OWNER_ONLY);
      if (listener < 0) return refused(`no socket can be made at ${path} (errno ${-listener})`);
      try {
        const service = new Service(descriptors, path, listener, credentials);
        services.add(service);
        return service;
      } catch (error) {
        descriptors.close(listener);
        descriptors.unlink(path);
        return refused(`the credentials can't be used: ${String(error)}`);
      }
    },
    tlspool_service_stop: (service) => {
      if (service instanceof Service && services.delete(service)) service.stop();
      else log('AZ_LOG_ERROR', 'tlspool_service_stop: the service is NULL');
    },
  };
}
