import { useTranslation } from 'react-i18next';
import { parseLocale } from './locale.ts';
import type { Locale } from './locale.ts';

/** The language on the screen now; renders again when it is switched. */
export function useLocale(): Locale {
  return parseLocale(useTranslation().i18n.language) ?? 'en';
}
