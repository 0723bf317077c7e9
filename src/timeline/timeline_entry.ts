/** Who can act in a scenario. */
export type Actor = 'user' | 'adapter' | 'underlying' | 'peer' | 'harness';

/** One observable event of a scenario, as a report shows it. */
export interface TimelineEntry {
  /** Place in the scenario's one order of events, from 0. */
  readonly sequence: number;
  readonly kind: 'call' | 'return' | 'callback' | 'below' | 'belowReturn' | 'log' | 'peer' | 'fault';
  readonly from: Actor;
  readonly to: Actor;
  /** Function, callback or event, as the documents spell it. */
  readonly name: string;
  /** Arguments or result, rendered for a reader. */
  readonly detail: string;
}
