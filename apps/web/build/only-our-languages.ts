import type { Plugin } from 'vite';

const INTL = /[\\/](?:react-aria|react-aria-components|react-stately)[\\/]dist[\\/].*[\\/]([a-z]{2}-[A-Z]{2})\.m?js$/u;
const OURS = new Set(['en-US', 'ko-KR']);

/** Leaves out React Aria's sentences in the thirty languages the studio does not speak: about 60 KB of script. */
export function onlyOurLanguages(): Plugin {
  return {
    name: 'modu:only-our-languages',
    enforce: 'pre',
    load(id) {
      const language = INTL.exec(id)?.[1];
      return language === undefined || OURS.has(language) ? null : 'export default {};';
    },
  };
}
