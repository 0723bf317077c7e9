import { VIEWS } from '../view/route.js';
import type { App, View } from './app.js';

/** What keys act upon, beside the view. */
export interface KeyTargets {
  readonly app: App;
  readonly view: () => View;
  readonly search: HTMLInputElement;
  readonly help: HTMLDialogElement;
  readonly theme: HTMLButtonElement;
}

/** Keys for the whole page. Typing into a field stays typing, and combinations stay the browser's. */
export function listenToKeys({ app, view, search, help, theme }: KeyTargets): void {
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
    if (target === search) {
      if (fromSearch(event.key, search, view())) event.preventDefault();
      return;
    }
    if (target instanceof HTMLSelectElement || target instanceof HTMLInputElement) return;
    if (act(event.key)) event.preventDefault();
  });
}

/** From the search field the arrow and Enter go on to what was found; Escape leaves it. */
function fromSearch(key: string, search: HTMLInputElement, view: View): boolean {
  if (key === 'Escape') {
    search.blur();
    return true;
  }
  if (key !== 'ArrowDown' && key !== 'Enter') return false;
  search.blur();
  return view.key?.('Home') ?? false;
}
