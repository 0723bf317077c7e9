import { VIEWS } from '../route.js';
import type { App, View } from './app.js';
import { isField } from './dom.js';

/** What keys act upon, beside the view. */
export interface KeyTargets {
  readonly app: App;
  readonly view: () => View;
  readonly search: HTMLInputElement;
  readonly main: HTMLElement;
  readonly help: HTMLDialogElement;
  readonly theme: HTMLButtonElement;
}

/** Keys for the whole page. Typing into a field stays typing, and combinations stay the browser's. */
export function listenToKeys({ app, view, search, main, help, theme }: KeyTargets): void {
  const actions: Readonly<Record<string, () => void>> = {
    '/': () => {
      search.focus();
      search.select();
    },
    '?': () => {
      help.showModal();
    },
    t: () => {
      theme.click();
    },
    Escape: () => {
      if (app.route.view === 'detail') app.go({ ...app.route, view: 'matrix', at: null });
    },
  };
  const act = (key: string): boolean => {
    const action = actions[key];
    const next = VIEWS[Number(key) - 1];
    if (action !== undefined) action();
    else if (next !== undefined) app.go({ ...app.route, view: next, at: null });
    else return view().key?.(key) ?? false;
    return true;
  };
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    const { target } = event;
    if (isField(target) && event.key === 'Escape') {
      main.focus();
      event.preventDefault();
    } else if (target === search && ['ArrowDown', 'Enter'].includes(event.key)) {
      search.blur();
      if (view().key?.('Home') ?? false) event.preventDefault();
    }
    // What scrolls on its own keeps the arrows.
    const isScrolling = event.key.startsWith('Arrow') && isWithin(target, '.wide');
    if (isField(target) || isScrolling) return;
    if (act(event.key)) event.preventDefault();
  });
}

function isWithin(target: EventTarget | null, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null;
}
