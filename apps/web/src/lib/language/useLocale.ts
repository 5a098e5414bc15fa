import type { Locale } from './locale.ts';
import { useDictionary } from './useTranslation.ts';

/** The language on the screen now; renders again when it is switched. */
export function useLocale(): Locale {
  return useDictionary().locale;
}
