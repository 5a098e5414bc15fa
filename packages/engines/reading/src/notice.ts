import type { Block } from './block.ts';

/** Says, in Korean in a document that is Korean and else in English, what was not read of it: a figure, as which nobody takes it for its words. */
export function notice(words: Readonly<Record<'ko' | 'en', string>>, language: string, page: number | null): Block {
  const text = words[language.startsWith('ko') ? 'ko' : 'en'];
  const spans = /^(ko|en)/.test(language) ? [] : [{ start: 0, end: text.length, language: 'en' }];
  return { kind: 'FIGURE', text, spans, caption: null, page };
}
