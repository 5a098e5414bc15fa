import { createKeptValue } from '../keep/kept-value.ts';

export type ThemeMode = 'system' | 'light' | 'dark';

export interface Theme {
  readonly mode: ThemeMode;
  readonly contrast: 'normal' | 'more';
}

/** Reads a stored theme; anything unknown becomes the system's choice. */
export function parseTheme(stored: unknown): Theme {
  const { mode, contrast } = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>;
  return {
    mode: mode === 'light' || mode === 'dark' ? mode : 'system',
    contrast: contrast === 'more' ? 'more' : 'normal',
  };
}

/** The viewer's theme. public/boot.js reads the same key before the first paint. */
export const keptTheme = createKeptValue<Theme>({ key: 'modu.theme', parse: parseTheme });

/** Puts the theme on the root element, where the tokens look for it. */
export function applyTheme(theme: Theme, root: HTMLElement = document.documentElement): void {
  if (theme.mode === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme.mode;
  if (theme.contrast === 'more') root.dataset['contrast'] = 'more';
  else delete root.dataset['contrast'];
}
