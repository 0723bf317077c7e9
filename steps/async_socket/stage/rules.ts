/** The external states that the documents use without a definition. */
export const STATES = ['CLOSED', 'OPENING', 'OPEN', 'CLOSING'];

/** What is seen through dependencies that both adapters have. */
export const asyncSocketSeams = { diagnostics: 'does not publish what happens inside it' };
