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

const base = (key: string) => key.replace(/_(?:one|other)$/u, '');
const flat = (messages: object) =>
  Object.entries(messages).flatMap(([namespace, sentences]) =>
    Object.entries(sentences as Record<string, string>).map(([key, sentence]) => ({ namespace, key, sentence })),
  );
const figures = (sentence: string) => [...sentence.matchAll(/\{\{(\w+)\}\}/gu)].map(([, name]) => name).toSorted();

describe('the messages', () => {
  it('say the same things in both languages', () => {
    const names = (messages: object) =>
      [...new Set(flat(messages).map(({ namespace, key }) => `${namespace}:${base(key)}`))].toSorted();
    expect(names(korean)).toEqual(names(english));
  });

  it('use the same figures in both languages', () => {
    const korean_ = new Map(
      flat(korean).map(({ namespace, key, sentence }) => [`${namespace}:${base(key)}`, figures(sentence)]),
    );
    for (const { namespace, key, sentence } of flat(english)) {
      expect(korean_.get(`${namespace}:${base(key)}`), `${namespace}:${key}`).toEqual(figures(sentence));
    }
  });

  it('are all said somewhere', () => {
    const byTemplate = ['seconds', 'minutes', 'hours'].map((unit) => `${unit}Left`);
    const unused = flat(english)
      .map(({ key }) => base(key))
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
