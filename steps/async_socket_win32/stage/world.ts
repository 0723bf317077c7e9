import type { IospecWorld } from '../../../src/stage/world.js';
import type { AsyncSocketWin32Stage } from './stage.js';

/** A scenario about an async socket for Windows. */
export type Win32World = IospecWorld<AsyncSocketWin32Stage>;
