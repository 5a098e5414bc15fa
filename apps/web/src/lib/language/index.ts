export { i18n, startLanguage, switchLanguage } from './i18n.ts';
export { currentLocale, keptLocale, parseLocale } from './locale.ts';
export type { Locale } from './locale.ts';
export { useLocale } from './useLocale.ts';
export { useTimeWords } from './useTimeWords.ts';
