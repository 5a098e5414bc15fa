import { useEffect } from 'react';
import { useLocale } from 'react-aria-components/I18nProvider';
import type { Locale } from '../lib/language/index.ts';
import { useAnswersIn } from './useAnswersIn.ts';

/**
 * Keeps the library of components in the language of the studio. It reads it from the page when it is loaded and whenever the browser
 * says that its language changed, but only while one of its components listens: this one always does. The API follows as well.
 */
export function ComponentsLanguage({ locale }: { readonly locale: Locale }) {
  useAnswersIn(locale);
  const theirs = useLocale().locale;
  useEffect(() => {
    if (theirs !== locale) window.dispatchEvent(new Event('languagechange'));
  }, [theirs, locale]);
  return null;
}
