import { SEVERITY, countVerdicts } from '../../trace/verdict.js';
import { templateId } from '../page_model.js';
import { formatRoute } from '../route.js';
import { badge } from './badge.js';
import type { App, View } from './app.js';
import { foreign, h, picker } from './dom.js';

/** Position of the document that the reader has chosen, or of the first. */
export function chosenDocument({ data, route }: App, isShown: (index: number) => boolean): number | null {
  const found = data.documents.findIndex(
    ({ key }, index) => key === route.filters.document && isShown(index),
  );
  const first = data.documents.findIndex((_document, index) => isShown(index));
  return found >= 0 ? found : first >= 0 ? first : null;
}

/** Lets the reader choose among the documents that a view can show. */
export function documentPicker(
  app: App,
  current: number,
  isShown: (index: number) => boolean,
): HTMLElement | null {
  const { data, route } = app;
  const options = data.documents
    .filter((_document, index) => isShown(index))
    .map(({ key }) => ({ value: key, text: key }));
  if (options.length < 2) return null;
  return picker('document', options, data.documents[current]?.key ?? '', (key) => {
    app.go({ ...route, at: null, filters: { ...route.filters, document: key } });
  });
}

/** The document itself, every requirement in the colour of its verdict. */
export function documentView(app: App): View {
  const { data, route } = app;
  const isShown = (index: number): boolean => data.documents[index]?.isRendered === true;
  const index = chosenDocument(app, isShown);
  const known = data.documents[index ?? -1];
  const template = index === null ? null : document.getElementById(templateId(index));
  if (index === null || known === undefined || !(template instanceof HTMLTemplateElement)) {
    return { title: 'Document', node: h('p', { class: 'empty' }, 'This report contains no document.') };
  }
  const counts = countVerdicts(
    data.requirements.flatMap((one) => (one.document === index ? [one.verdict] : [])),
  );
  const legend = SEVERITY.filter((verdict) => counts[verdict] > 0).map((verdict) =>
    h('li', {}, badge(verdict), ` ${counts[verdict]}`),
  );
  let left = route.at;
  const text = h('div', { class: 'srs' }, document.importNode(template.content, true));
  text.addEventListener('click', (event) => {
    const mark = event.target instanceof Element ? event.target.closest('[data-label]') : null;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (mark === null || (link !== null && !link.classList.contains('mark-link'))) return;
    if (document.getSelection()?.isCollapsed === false) return;
    left = mark.getAttribute('data-label') ?? '';
    const requirement = app.find(left, known.key);
    event.preventDefault();
    if (requirement !== null) app.visit(app.addressOf(requirement));
  });
  const links = [...text.querySelectorAll<HTMLElement>('a.mark-link')];
  return {
    title: `Document ${known.name}`,
    address: () => formatRoute({ ...route, at: left }),
    node: h(
      'div',
      { class: 'document page' },
      h(
        'div',
        { class: 'bar-above' },
        documentPicker(app, index, isShown),
        foreign(known.file, 'file'),
        h('ul', { class: 'legend' }, ...legend),
      ),
      text,
    ),
    shown: () => {
      if (route.at !== null) goTo(text, route.at);
    },
    key: (key) => {
      const step = { j: 1, k: -1 }[key];
      if (step === undefined) return false;
      const focused = links.findIndex((link) => link === document.activeElement);
      const next = links[Math.min(links.length - 1, Math.max(0, focused + step))];
      next?.focus({ preventScroll: true });
      next?.scrollIntoView({ block: 'center' });
      return true;
    },
  };
}

/** Brings a requirement or a heading before the reader. */
function goTo(text: HTMLElement, at: string): void {
  const wanted = at.toLowerCase();
  const places = [...text.querySelectorAll<HTMLElement>('[data-label], [data-slug]')];
  const place = places.find(({ dataset }) => (dataset.label ?? dataset.slug)?.toLowerCase() === wanted);
  if (place === undefined) return;
  place.scrollIntoView({ block: 'center' });
  place.classList.add('here');
  place.querySelector<HTMLElement>('a')?.focus({ preventScroll: true });
}
