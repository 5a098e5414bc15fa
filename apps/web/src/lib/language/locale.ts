import { createKeptValue } from '../keep/kept-value.ts';

export type Locale = 'en' | 'ko';

/** Reads a stored or told language; null when it is none of ours. */
export function parseLocale(stored: unknown): Locale | null {
  return stored === 'en' || stored === 'ko' ? stored : null;
}

/** The viewer's choice; null until they make one. public/boot.js reads the same key before the first paint. */
export const keptLocale = createKeptValue<Locale | null>({ key: 'modu.locale', parse: parseLocale });

/** The language in use: the choice, else the first of the browser's languages that we speak, else English. */
export function currentLocale(languages: readonly string[] = navigator.languages): Locale {
  return (
    keptLocale.get() ??
    languages.map((language) => parseLocale(language.slice(0, 2))).find((locale) => locale !== null) ??
    'en'
  );
}
