import { createInstance } from 'i18next';
import type { i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { messages as en } from '../src/lib/language/en/index.ts';
import { messages as ko } from '../src/lib/language/ko/index.ts';

const instances = new Map<string, i18n>();

/** The studio's own words in a language, ready at once: a story never waits. */
export function languageOf(locale = 'en'): i18n {
  const known = instances.get(locale);
  if (known !== undefined) return known;
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    lng: locale,
    resources: { en, ko },
    defaultNS: 'shell',
    fallbackLng: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
    initAsync: false,
  });
  instances.set(locale, instance);
  return instance;
}
