import type { Scope } from '../timeline/questions.js';
import type { IospecWorld } from '../stage/world.js';

/** The part of the timeline that a Then is about: since the When, and of one function's doing where the subject is one. */
export function scopeOf(world: IospecWorld, subject: string): Scope {
  return {
    timeline: world.timeline,
    mark: world.mark,
    function: world.prototype(subject) === null ? null : subject,
    probes: world.probes,
  };
}
