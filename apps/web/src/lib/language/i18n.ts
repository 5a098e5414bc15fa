import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { currentLocale, keptLocale } from './locale.ts';
import type { Locale } from './locale.ts';

const LOADERS = { en: () => import('./en/index.ts'), ko: () => import('./ko/index.ts') } as const;

/** The studio's i18next; only the language in use is fetched. */
export const i18n = createInstance();

/** Loads the viewer's language; await it before the first render. */
export async function startLanguage(): Promise<void> {
  const locale = currentLocale();
  const { messages } = await LOADERS[locale]();
  await i18n.use(initReactI18next).init({
    lng: locale,
    resources: { [locale]: messages },
    defaultNS: 'shell',
    fallbackLng: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  document.documentElement.lang = locale;
}

/** Switches without a reload, keeps the choice and tells other tabs. */
export async function switchLanguage(locale: Locale): Promise<void> {
  const { messages } = await LOADERS[locale]();
  for (const [namespace, sentences] of Object.entries(messages))
    i18n.addResourceBundle(locale, namespace, sentences, true, true);
  keptLocale.set(locale);
  document.documentElement.lang = locale;
  await i18n.changeLanguage(locale);
}
