/** What an element can be given as an attribute; null and false leave it out, true is an empty one. */
type Attributes = Readonly<Record<string, string | number | boolean | null>>;

/** Strings become text nodes: whatever they hold stays text. */
export type Child = Node | string | null;

const SVG = 'http://www.w3.org/2000/svg';

/** Makes an HTML element. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  return filled(document.createElement(tag), attributes, children);
}

/** Makes an SVG element. */
export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[K] {
  return filled(document.createElementNS(SVG, tag), attributes, children);
}

function filled<T extends Element>(element: T, attributes: Attributes, children: readonly Child[]): T {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** A button of text. */
export function button(text: string, attributes: Attributes, onClick: () => void): HTMLButtonElement {
  const element = h('button', { type: 'button', ...attributes }, text);
  element.addEventListener('click', onClick);
  return element;
}

/** A drop-down list. */
export function picker(
  name: string,
  options: readonly { readonly value: string; readonly text: string }[],
  value: string,
  onChange: (value: string) => void,
): HTMLLabelElement {
  const select = h('select', { name }, ...options.map((one) => h('option', { value: one.value }, one.text)));
  select.value = value;
  select.addEventListener('change', () => {
    onChange(select.value);
  });
  return h('label', { class: 'picker' }, h('span', {}, name), select);
}

/** True for what takes keys for itself: the search and the pickers. */
export function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
}

/** Text of a document, an adapter or a peer: its writing direction ends where it ends. */
export function foreign(text: string, className = ''): HTMLElement {
  return h('bdi', { class: className === '' ? null : className }, text);
}
