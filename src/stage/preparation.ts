/**
 * A scenario could not be brought to where its sentence begins: what it is about was neither shown nor refuted. The
 * requirement that owns what went wrong on the way fails by scenarios of its own.
 */
export class PreparationError extends Error {
  constructor(goal: string, options: { readonly cause: unknown }) {
    const { cause } = options;
    const why = cause instanceof Error ? cause.message : String(cause);
    super(`could not ${goal}: ${why.replace(/\s+/g, ' ')}`, options);
    this.name = 'PreparationError';
  }
}

/**
 * What the scenario is about can't be seen with this adapter: it does not take the dependency that would show it, or
 * bring it about.
 */
export class UnobservableError extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'UnobservableError';
  }
}

/**
 * What the scenario stands on is not on this machine: a library, an operating system, a command. That says nothing about
 * the adapter, so the scenario is neither for nor against it.
 */
export class UnavailableError extends Error {
  /** @param reason What the machine lacks, as a sentence: `libwebsockets is not installed`. */
  constructor(reason: string) {
    super(reason);
    this.name = 'UnavailableError';
  }
}

/**
 * A function that a scenario calls is not there: the document declares none, or the adapter has none. That is for the sentence to
 * have; where only another version of the document has the function, the scenario is about that one.
 */
export class MissingFunctionError extends Error {
  constructor(
    readonly functionName: string,
    reason: string,
  ) {
    super(reason);
    this.name = 'MissingFunctionError';
  }
}

const AS_THEY_ARE = [PreparationError, UnobservableError, UnavailableError, MissingFunctionError];

/**
 * Does what comes before a scenario's own action.
 * @param goal Completes the sentence "could not …": `bring the adapter into STORE_STATE_OPEN`.
 * @throws PreparationError whatever goes wrong, the innermost goal being the one that is named; UnobservableError,
 * UnavailableError and MissingFunctionError as they are.
 */
export async function preparing<T>(goal: string, work: () => Promise<T> | T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (AS_THEY_ARE.some((kind) => error instanceof kind)) throw error;
    throw new PreparationError(goal, { cause: error });
  }
}
