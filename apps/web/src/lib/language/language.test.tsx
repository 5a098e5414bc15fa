import { act, render, screen, waitFor } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { createDictionary } from './dictionary.ts';
import { dictionary, loadWords, say, startLanguage, switchLanguage } from './spoken.ts';
import { useTranslation } from './useTranslation.ts';

function speaking(locale: 'en' | 'ko', sentences: Record<string, string>) {
  const dictionary = createDictionary(locale);
  dictionary.learn('queue', sentences);
  return dictionary;
}

const english = speaking('en', { one: 'One', jobs: '{count, plural, one {{count} job} other {{count} jobs}}' });
const korean = speaking('ko', { jobs: '작업 {count}개' });
const said = (from: typeof english, key: string, figures = {}) => from.say({ home: 'queue', key, figures });

describe('a sentence', () => {
  it('takes the plural form of its language', () => {
    expect([0, 1, 2].map((count) => said(english, 'jobs', { count }))).toEqual(['0 jobs', '1 job', '2 jobs']);
    expect([0, 1].map((count) => said(korean, 'jobs', { count }))).toEqual(['작업 0개', '작업 1개']);
  });

  it('is found in another namespace by its full name, and a missing one shows its key', () => {
    expect(said(english, 'queue:one')).toBe('One');
    expect(said(english, 'nothing')).toBe('nothing');
  });

  it('keeps words that are written from right to left apart from its own, and adds nothing to others', () => {
    const stop = speaking('en', { stop: 'Cancel {caption} now' });
    expect(said(stop, 'stop', { caption: 'شجرة 2' })).toBe('Cancel \u2068شجرة 2\u2069 now');
    expect(said(stop, 'stop', { caption: '나무 2' })).toBe('Cancel 나무 2 now');
  });

  it('sets figures as they are written, whatever signs they hold', () => {
    const quote = speaking('en', { quote: 'Said: {words}' });
    expect(said(quote, 'quote', { words: '$& <b> {words}' })).toBe('Said: $& <b> {words}');
  });
});

describe('the language in use', () => {
  afterEach(() => act(() => switchLanguage('en')));

  function Title() {
    const { t } = useTranslation('gallery');
    return <h1>{t('title')}</h1>;
  }

  it('comes with what a page says, and switches on the screen without a reload', async () => {
    await startLanguage();
    const { container } = await act(async () =>
      render(
        <Suspense fallback="waiting">
          <Title />
        </Suspense>,
      ),
    );
    const english = (await screen.findByRole('heading')).textContent;
    await act(() => switchLanguage('ko'));
    expect(container.textContent).toMatch(/[가-힣]/u);
    expect(container.textContent).not.toBe(english);
    expect(document.documentElement.lang).toBe('ko');
  });

  it('follows the choice of another tab', async () => {
    await startLanguage();
    localStorage.setItem('modu.locale', '"ko"');
    window.dispatchEvent(new StorageEvent('storage', { key: 'modu.locale', storageArea: localStorage }));
    await waitFor(() => expect(document.documentElement.lang).toBe('ko'));
    expect(dictionary.get().locale).toBe('ko');
  });

  it('is spoken outside of components too, once its words are here', async () => {
    await loadWords('queue');
    expect(say('queue:heardMany', { count: 3 })).toContain('3');
    expect(dictionary.get().namespaces.has('queue')).toBe(true);
  });
});
