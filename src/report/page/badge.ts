import type { Verdict } from '../../trace/model.js';
import { labelOf, symbolOf } from '../../trace/verdict.js';
import { h } from './dom.js';

/** A verdict as symbol, word and colour. */
export function badge(verdict: Verdict): HTMLElement {
  return h(
    'span',
    { class: `badge ${verdict}` },
    h('span', { class: 'symbol', 'aria-hidden': 'true' }, symbolOf(verdict)),
    ` ${labelOf(verdict)}`,
  );
}
