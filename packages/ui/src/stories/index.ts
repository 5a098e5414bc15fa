export type { Guide } from './guide.ts';
export { inLanguage } from './in-language.ts';
export { Row } from './Row.tsx';
