/**
 * The diagnostics channel that tells when what a scenario is about begins, everything before it being preparation. An
 * adapter that is broken on purpose is sound until then, so that its defect meets the scenario's own assertions and not
 * their preparation.
 */
export const ACTION_CHANNEL = 'iospec:action';
