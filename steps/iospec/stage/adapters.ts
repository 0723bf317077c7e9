import { idOf, TLSIO } from './documents.js';

/** The module of the adapter that a scenario has judged. */
export const ADAPTER = 'adapter.mjs';
/** A file that an adapter leaves where it runs when it has begun to loop. */
export const LOOPING = 'looping';

/** What an adapter does in a call, as the requirements call it, and the JavaScript for it. */
const CONDUCTS: readonly (readonly [RegExp, (value: string) => string])[] = [
  [/^returns a handle$/, () => 'return {};'],
  [/^logs no error$/, () => 'return null;'],
  [/^exits with status (\d+)$/, (status) => `process.exit(${status});`],
  [/^kills itself with (SIG\w+)$/, (signal) => `process.kill(process.pid, '${signal}');`],
  [/^loops for ever$/, () => `writeFileSync('${LOOPING}', ''); for (;;);`],
  [
    /^throws (.+) after its call$/,
    (text) => `setTimeout(() => { throw new Error(${JSON.stringify(text)}); }, 1);`,
  ],
  [
    /^rejects (.+) after its scenario$/,
    (text) => `setTimeout(() => void Promise.reject(new Error(${JSON.stringify(text)})), 60).unref();`,
  ],
  [
    /^returns a handle now and then$/,
    () => "appendFileSync('times', '.'); if (readFileSync('times').length % 2 === 0) return {};",
  ],
  [/^throws (.+)$/, (text) => `throw new Error(${JSON.stringify(text)});`],
  [/^leaves a timer behind$/, () => 'setInterval(() => {}, 1000);'],
  [/^prints (.+)$/, (text) => `console.log(${JSON.stringify(text)});`],
];

/** The refusals that the adapter tells apart, by the ids they have in the documents of these scenarios. */
const CALLS: Readonly<Record<string, string>> = {
  [idOf(TLSIO, 1)]: 'parameters === null',
  [idOf(TLSIO, 2)]: 'parameters?.hostname === null',
};

export interface Misconduct {
  /** What the adapter does: "exits with status 0". */
  readonly conduct: string;
  /** The id of the requirement whose call it does it in. */
  readonly call: string;
}

/**
 * The module of a small tlsio adapter that does what its two requirements ask, or misbehaves in the call of one of them.
 * @throws Error for a conduct or a call that is not known here.
 */
export function adapterModule(
  misconduct: Misconduct | null = null,
  name = 'small',
  design = 'direct',
): string {
  return `import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';

export const adapter = {
  specification: 'tlsio',
  name: '${name}',
  version: '1.0.0',
  capabilities: { design: '${design}' },
  create: ({ log }) => ({
    tlsio_create: (parameters) => {
      ${misconduct === null ? '' : codeOf(misconduct)}
      if (parameters !== null && parameters.hostname !== null) return {};
      log('AZ_LOG_ERROR', 'refused');
      return null;
    },
    tlsio_destroy: () => undefined,
    tlsio_dowork: () => undefined,
  }),
};
`;
}

function codeOf({ conduct, call }: Misconduct): string {
  const condition = CALLS[call];
  if (condition === undefined) throw new Error(`the small adapter knows no call of ${call}`);
  for (const [words, code] of CONDUCTS) {
    const match = words.exec(conduct);
    if (match !== null) return `if (${condition}) { ${code(match[1] ?? '')} }`;
  }
  throw new Error(`no adapter is known that "${conduct}"`);
}
