import { button } from './dom.js';

const KEY = 'iospec-theme';

/** Switches between light and dark; until the reader does, the system decides. */
export function themeToggle(): HTMLButtonElement {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const isDark = (): boolean => {
    const { theme } = document.documentElement.dataset;
    return theme === undefined ? system.matches : theme === 'dark';
  };
  const toggle = button('', { class: 'icon theme' }, () => {
    const theme = isDark() ? 'light' : 'dark';
    document.documentElement.dataset.theme = theme;
    remember(theme);
    label();
  });
  const label = (): void => {
    toggle.textContent = isDark() ? '☀' : '☾';
    toggle.setAttribute('aria-label', isDark() ? 'Light colours' : 'Dark colours');
    toggle.title = `${isDark() ? 'Light' : 'Dark'} colours (t)`;
  };
  const remembered = recall();
  if (remembered === 'light' || remembered === 'dark') document.documentElement.dataset.theme = remembered;
  system.addEventListener('change', label);
  label();
  return toggle;
}

/** A page from a file may have no storage. */
function remember(theme: string): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // The choice lasts as long as the page then.
  }
}

function recall(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
