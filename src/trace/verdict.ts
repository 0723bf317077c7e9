/** A colour in the report page's light and dark schemes, each `#rrggbb`. */
export interface SchemeColour {
  readonly light: string;
  readonly dark: string;
}

/** Everything that is fixed about a verdict. */
export interface VerdictTraits {
  /** Its name as a reader sees it. */
  readonly label: string;
  /** One character that stands for it. */
  readonly symbol: string;
  /** True if a requirement with it keeps a run from conforming. */
  readonly isBad: boolean;
  /** True if a scenario with it was executed. */
  readonly isExecuted: boolean;
  /** Its colours: on a terminal, and as text on its own ground in the report page. */
  readonly colour: {
    readonly terminal: 'green' | 'yellow' | 'red';
    readonly text: SchemeColour;
    readonly ground: SchemeColour;
  };
}

/** Every verdict, from best to worst. */
const VERDICTS = {
  passed: {
    label: 'passed',
    symbol: '✔',
    isBad: false,
    isExecuted: true,
    colour: {
      terminal: 'green',
      text: { light: '#1d6535', dark: '#86d3a0' },
      ground: { light: '#e4f2e8', dark: '#183021' },
    },
  },
  notApplicable: {
    label: 'not applicable',
    symbol: '○',
    isBad: false,
    isExecuted: true,
    colour: {
      terminal: 'yellow',
      text: { light: '#4b5f68', dark: '#a6bac3' },
      ground: { light: '#e9eff1', dark: '#233036' },
    },
  },
  unavailable: {
    label: 'unavailable',
    symbol: '⊘',
    isBad: false,
    isExecuted: false,
    colour: {
      terminal: 'yellow',
      text: { light: '#5d5a3f', dark: '#c9c3a0' },
      ground: { light: '#f0eee2', dark: '#302e22' },
    },
  },
  unobservable: {
    label: 'unobservable',
    symbol: '◌',
    isBad: false,
    isExecuted: true,
    colour: {
      terminal: 'yellow',
      text: { light: '#4a5788', dark: '#b3bdea' },
      ground: { light: '#e9ecf6', dark: '#262c44' },
    },
  },
  notRun: {
    label: 'not run',
    symbol: '…',
    isBad: true,
    isExecuted: false,
    colour: {
      terminal: 'red',
      text: { light: '#565c64', dark: '#b6bcc4' },
      ground: { light: '#ebedef', dark: '#2b3037' },
    },
  },
  unbound: {
    label: 'unbound',
    symbol: '?',
    isBad: true,
    isExecuted: false,
    colour: {
      terminal: 'red',
      text: { light: '#775000', dark: '#ecc56c' },
      ground: { light: '#faf0d3', dark: '#382c0d' },
    },
  },
  flaky: {
    label: 'flaky',
    symbol: '≈',
    isBad: true,
    isExecuted: true,
    colour: {
      terminal: 'red',
      text: { light: '#6a3d9e', dark: '#cfb3f6' },
      ground: { light: '#f1eaf9', dark: '#33264a' },
    },
  },
  hung: {
    label: 'hung',
    symbol: '∞',
    isBad: true,
    isExecuted: true,
    colour: {
      terminal: 'red',
      text: { light: '#8a4106', dark: '#f2b489' },
      ground: { light: '#fae9db', dark: '#41270f' },
    },
  },
  crashed: {
    label: 'crashed',
    symbol: '☠',
    isBad: true,
    isExecuted: true,
    colour: {
      terminal: 'red',
      text: { light: '#8a1d68', dark: '#f0a1d8' },
      ground: { light: '#f8e6f2', dark: '#3f1c36' },
    },
  },
  failed: {
    label: 'failed',
    symbol: '✘',
    isBad: true,
    isExecuted: true,
    colour: {
      terminal: 'red',
      text: { light: '#a3221c', dark: '#ff9f96' },
      ground: { light: '#fbe7e5', dark: '#451d1a' },
    },
  },
} as const satisfies Readonly<Record<string, VerdictTraits>>;

/** What a run found of one requirement, obligation or scenario. */
export type Verdict = keyof typeof VERDICTS;

/** Every verdict, from best to worst. */
export const SEVERITY = Object.keys(VERDICTS) as readonly Verdict[];

/** Everything that is fixed about a verdict. */
export function traitsOf(verdict: Verdict): VerdictTraits {
  return VERDICTS[verdict];
}

/** A verdict's name as a reader sees it. */
export function labelOf(verdict: Verdict): string {
  return VERDICTS[verdict].label;
}

/** One character for a verdict. */
export function symbolOf(verdict: Verdict): string {
  return VERDICTS[verdict].symbol;
}

/** True if a requirement with this verdict keeps a run from conforming. */
export function isBad(verdict: Verdict): boolean {
  return VERDICTS[verdict].isBad;
}

/** True if a scenario with this verdict was executed. */
export function isExecuted(verdict: Verdict): boolean {
  return VERDICTS[verdict].isExecuted;
}

/** How bad a verdict is: 0 for the best. */
export function severityOf(verdict: Verdict): number {
  return SEVERITY.indexOf(verdict);
}

/** The worst of some verdicts; `notRun` if there is none. */
export function worst(verdicts: Iterable<Verdict>): Verdict {
  let found = -1;
  for (const verdict of verdicts) found = Math.max(found, severityOf(verdict));
  return SEVERITY[found] ?? 'notRun';
}

/** How often each verdict occurs, every verdict present. */
export function countVerdicts(verdicts: Iterable<Verdict>): Readonly<Record<Verdict, number>> {
  const counts = Object.fromEntries(SEVERITY.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  for (const verdict of verdicts) counts[verdict] += 1;
  return counts;
}
