import { button, h } from './dom.js';

const KEYS: readonly (readonly [string, string])[] = [
  ['/', 'search'],
  ['j  k', 'next, previous requirement'],
  ['↓  ↑', 'the same, in the matrix'],
  ['→  ←', 'the same, in a requirement'],
  ['Enter', 'open the requirement'],
  ['Escape', 'leave the search; back to the matrix'],
  ['1  2  3  4', 'summary, matrix, document, states'],
  ['t', 'light or dark'],
  ['?', 'this help'],
];

/** The keyboard's meanings, in a dialog that keeps the focus while it is open. */
export function createHelp(): HTMLDialogElement {
  const dialog = h(
    'dialog',
    { class: 'help', 'aria-labelledby': 'help-title' },
    h('h2', { id: 'help-title' }, 'Keyboard'),
    h(
      'dl',
      {},
      ...KEYS.flatMap(([keys, meaning]) => [
        h('dt', {}, ...keys.split('  ').map((key) => h('kbd', {}, key))),
        h('dd', {}, meaning),
      ]),
    ),
  );
  dialog.append(
    button('Close', {}, () => {
      dialog.close();
    }),
  );
  return dialog;
}
