import { Win32MisuseError } from './completions.js';
import type { HANDLE, PTP_CLEANUP_GROUP, TP_CALLBACK_ENVIRON, Win32Socket } from './win32_socket.js';

/** Version of the structure that the current headers initialize. */
const ENVIRONMENT_VERSION = 3;

/** The calls that only fill in a structure: inline functions of the Windows headers, and so the same over anything. */
export const environmentCalls: Pick<
  Win32Socket,
  | 'InitializeThreadpoolEnvironment'
  | 'SetThreadpoolCallbackPool'
  | 'SetThreadpoolCallbackCleanupGroup'
  | 'DestroyThreadpoolEnvironment'
> = {
  InitializeThreadpoolEnvironment: (environment) => {
    Object.assign(environment, { Version: ENVIRONMENT_VERSION, Pool: null, CleanupGroup: null });
  },
  SetThreadpoolCallbackPool: (environment, pool) => {
    requireInitialized(environment).Pool = pool;
  },
  SetThreadpoolCallbackCleanupGroup: (environment, cleanup_group) => {
    requireInitialized(environment).CleanupGroup = cleanup_group;
  },
  DestroyThreadpoolEnvironment: (environment) => {
    Object.assign(requireInitialized(environment), { Version: 0, Pool: null, CleanupGroup: null });
  },
};

/** @throws Win32MisuseError unless the environment has been initialized. */
export function requireInitialized(environment: TP_CALLBACK_ENVIRON): TP_CALLBACK_ENVIRON {
  if (environment.Version !== ENVIRONMENT_VERSION)
    throw new Win32MisuseError('the threadpool environment is not initialized');
  return environment;
}

/** An environment as it is before it is initialized. */
export function blankEnvironment(): TP_CALLBACK_ENVIRON {
  return { Version: 0, Pool: null, CleanupGroup: null };
}

/** A pool of a model: it has no threads, only a name of its own. */
export class ModelPool {
  readonly kind = 'pool';
}

/** A cleanup group of a model: it counts the IO objects in it. */
export class ModelCleanupGroup {
  members = 0;
  isClosed = false;
}

export function groupOf(group: PTP_CLEANUP_GROUP | null): ModelCleanupGroup | null {
  return group instanceof ModelCleanupGroup ? group : null;
}

/** Events, as far as anybody can tell them apart: open, or closed. */
export class ModelEvents {
  private readonly open = new Set<HANDLE>();

  readonly create = (): HANDLE => {
    const event = Object.freeze({});
    this.open.add(event);
    return event;
  };

  readonly close = (handle: HANDLE): boolean => this.open.delete(handle);
}
