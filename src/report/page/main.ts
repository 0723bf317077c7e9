import { DATA_ID, type PageData } from '../page_model.js';
import { headlineOf, instantText } from '../headline.js';
import { formatRoute, parseRoute, VIEWS, type Route } from '../route.js';
import { createApp, type App, type View } from './app.js';
import { detailView } from './detail.js';
import { documentView } from './document.js';
import { button, h, isField } from './dom.js';
import { createHelp } from './help.js';
import { listenToKeys } from './keyboard.js';
import { matrixView } from './matrix.js';
import { statesView } from './states.js';
import { summaryView } from './summary.js';
import { themeToggle } from './theme.js';
import { createToolbar, filtered } from './toolbar.js';

const VIEW_OF: Readonly<Record<Route['view'], (app: App, scroller: HTMLElement) => View>> = {
  summary: summaryView,
  matrix: matrixView,
  document: documentView,
  states: statesView,
  detail: detailView,
};

start(JSON.parse(document.getElementById(DATA_ID)?.textContent ?? '') as PageData);

function start(data: PageData): void {
  // At once, so that the next key finds the view that the last one led to.
  const visit = (address: string, isStep = true): void => {
    if (isStep) {
      history.replaceState({ top: main.scrollTop }, '', view.address?.() ?? location.hash);
      history.pushState(null, '', address);
    } else history.replaceState(null, '', address);
    show();
  };
  const app = createApp(data, parseRoute(location.hash), visit);
  const headline = headlineOf(data.run);
  const main = h('main', { id: 'view', tabindex: -1 });
  const links = VIEWS.map((view) => h('a', {}, `${view.charAt(0).toUpperCase()}${view.slice(1)}`));
  const toolbar = createToolbar(app, (filters, isTyping) => {
    const address = formatRoute(filtered(app.route, filters));
    // A search that is being typed is one step back, not as many as it has letters.
    visit(address, !(isTyping && app.route.view === 'matrix'));
  });
  const help = createHelp();
  const theme = themeToggle();
  const openHelp = button(
    '?',
    { class: 'icon', title: 'Keyboard (?)', 'aria-label': 'Keyboard help' },
    () => {
      help.showModal();
    },
  );

  let view: View = { title: '', node: main };
  const show = (): void => {
    const { activeElement } = document;
    view.closed?.();
    app.route = parseRoute(location.hash);
    VIEWS.forEach((name, index) => {
      const link = links[index];
      link?.setAttribute('href', formatRoute({ ...app.route, view: name, at: null }));
      if (name === app.route.view) link?.setAttribute('aria-current', 'page');
      else link?.removeAttribute('aria-current');
    });
    document.documentElement.dataset.view = app.route.view;
    toolbar.sync();
    view = VIEW_OF[app.route.view](app, main);
    document.title = [...new Set([view.title, headline.title, 'iospec'])].join(' · ');
    const own = view.node.querySelector('h1');
    const heading = own ?? h('h1', { class: 'aloud' }, view.title);
    heading.tabIndex = -1;
    if (own === null) view.node.prepend(heading);
    main.replaceChildren(view.node);
    // A place in the page is more exact than where it once was: what lies above may not have been laid out yet.
    main.scrollTop = app.route.at === null ? topIn(history.state) : 0;
    keepPicker(activeElement);
    view.shown?.();
    // Keys scroll what has the focus. A reader who searches or filters goes on doing so.
    if (!isField(document.activeElement) && !view.node.contains(document.activeElement))
      heading.focus({ preventScroll: true });
  };

  document.body.append(
    h('a', { class: 'skip', href: '#view' }, 'Skip to the contents'),
    h(
      'header',
      { class: 'chrome' },
      h(
        'div',
        { class: 'brand' },
        h('strong', {}, 'iospec'),
        h('span', { class: `state ${headline.kind}` }, headline.title),
        // A sheet that lies apart from the others tells which run it is of.
        h('span', { class: 'on-paper' }, `Run of ${instantText(data.run.startedAt)}`),
      ),
      h('nav', { 'aria-label': 'Views' }, ...links),
      toolbar.search,
      h('div', { class: 'buttons' }, theme, openHelp),
      toolbar.filters,
    ),
    main,
    help,
  );
  document.querySelector('a.skip')?.addEventListener('click', (event) => {
    event.preventDefault();
    main.focus();
  });
  window.addEventListener('popstate', show);
  document.addEventListener('click', (event) => {
    const address = addressClicked(event);
    if (address === null) return;
    event.preventDefault();
    visit(address);
  });
  const print = matchMedia('print');
  const setPrinting = (isPrinting: boolean): void => {
    view.printing?.(isPrinting);
  };
  print.addEventListener('change', ({ matches }) => {
    setPrinting(matches);
  });
  window.addEventListener('beforeprint', () => {
    setPrinting(true);
  });
  window.addEventListener('afterprint', () => {
    setPrinting(false);
  });
  listenToKeys({ app, view: () => view, search: toolbar.search, main, help, theme });
  show();
}

/** How far a view was scrolled when the reader left it. */
function topIn(state: unknown): number {
  return typeof state === 'object' && state !== null && 'top' in state ? Number(state.top) : 0;
}

/** A picker that was replaced by one of the same name hands its focus on; one that is hidden takes none. */
function keepPicker(before: Element | null): void {
  if (!(before instanceof HTMLSelectElement) || before.isConnected) return;
  for (const select of document.querySelectorAll('select')) {
    if (select.name === before.name) select.focus({ preventScroll: true });
  }
}

/** The address that a plain click on a link within the page leads to. */
function addressClicked(event: MouseEvent): string | null {
  const { target, button: pressed, ctrlKey, metaKey, shiftKey, altKey, defaultPrevented } = event;
  if (defaultPrevented || pressed !== 0 || ctrlKey || metaKey || shiftKey || altKey) return null;
  return target instanceof Element ? (target.closest('a[href^="#"]')?.getAttribute('href') ?? null) : null;
}
