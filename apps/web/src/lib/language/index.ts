export { currentLocale, keptLocale, parseLocale } from './locale.ts';
export type { Locale } from './locale.ts';
export { loadWords, say, startLanguage, switchLanguage } from './spoken.ts';
export { useLocale } from './useLocale.ts';
export { useTimeWords } from './useTimeWords.ts';
export { useTranslation } from './useTranslation.ts';
export type { Namespace, Translate } from './words.ts';
