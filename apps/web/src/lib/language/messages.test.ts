import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { CompiledMessage } from '@lingui/message-utils/compileMessage';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { messages as english } from './en/index.ts';
import { messages as korean } from './ko/index.ts';
import { currentLocale } from './locale.ts';

const root = join(import.meta.dirname, '../..');
const sources = globSync('**/*.{ts,tsx}', { cwd: root })
  .filter((path) => !/(?:language[\\/](?:en|ko)|generated|\.test\.)/u.test(path))
  .map((path) => readFileSync(join(root, path), 'utf8'))
  .join('\n');

const flat = (messages: object) =>
  Object.entries(messages).flatMap(([namespace, sentences]) =>
    Object.entries(sentences as Record<string, string>).map(([key, sentence]) => ({ namespace, key, sentence })),
  );

/** The figures a sentence shows, in whichever of its forms. */
const figures = (sentence: string) => [...new Set(shownIn(compileMessage(sentence)))].toSorted();

function shownIn(message: CompiledMessage): string[] {
  if (typeof message === 'string') return [];
  return message.flatMap((part) => {
    if (typeof part === 'string') return [];
    const [name, , forms] = part;
    if (!forms || typeof forms !== 'object') return [name];
    return Object.values(forms).flatMap((form) => (form ? shownIn(form as CompiledMessage) : []));
  });
}

describe('the messages', () => {
  it('say the same things in both languages', () => {
    const names = (messages: object) =>
      flat(messages)
        .map(({ namespace, key }) => `${namespace}:${key}`)
        .toSorted();
    expect(names(korean)).toEqual(names(english));
  });

  it('use the same figures in both languages', () => {
    const korean_ = new Map(
      flat(korean).map(({ namespace, key, sentence }) => [`${namespace}:${key}`, figures(sentence)]),
    );
    for (const { namespace, key, sentence } of flat(english)) {
      expect(korean_.get(`${namespace}:${key}`), `${namespace}:${key}`).toEqual(figures(sentence));
    }
  });

  it('are all said somewhere', () => {
    const byTemplate = ['seconds', 'minutes', 'hours'].map((unit) => `${unit}Left`);
    const unused = flat(english)
      .map(({ key }) => key)
      .filter(
        (key) =>
          !byTemplate.includes(key) && !new RegExp(`['":\`]${key}['"\`]|\\b${key}: |kind: '${key}'`, 'u').test(sources),
      );
    expect(unused).toEqual([]);
  });

  it('are sentences without exclamation marks, and Korean is written in Hangul', () => {
    for (const { sentence } of [...flat(english), ...flat(korean)]) expect(sentence).not.toMatch(/!/u);
    const neutral = new Set(['quote', 'sizeValue']);
    for (const { key, sentence } of flat(korean)) if (!neutral.has(key)) expect(sentence, key).toMatch(/[가-힣]/u);
  });
});

describe('figures and words of somebody in a sentence', () => {
  it('stand in the order they are written in, whichever way the text around them runs', () => {
    for (const { key, sentence } of [...flat(english), ...flat(korean)])
      expect(sentence.replaceAll(/\u2066[^\u2069]*\u2069/gu, ''), key).not.toContain('×');
  });

  it('are set apart where a component puts a sign between them', () => {
    const bare = sources
      .split('\n')
      .filter((line) => /\} (?:×|\/) \$?\{|\}×`/u.test(line) && !/aspectRatio|leftToRight\(/u.test(line));
    expect(bare).toEqual([]);
  });
});

describe('the language in use', () => {
  it.each([
    [['ko-KR', 'en-US'], 'ko'],
    [['fr-FR', 'ko'], 'ko'],
    [['fr-FR'], 'en'],
    [[], 'en'],
  ])('for a browser that speaks %j is %s', (languages, locale) => {
    expect(currentLocale(languages)).toBe(locale);
  });
});
