import { act, render, screen } from '@testing-library/react';
import { useLocale } from 'react-aria-components/I18nProvider';
import { afterEach, describe, expect, it } from 'vitest';
import { startLanguage, switchLanguage } from '../lib/language/index.ts';
import { LanguageDirection } from './LanguageDirection.tsx';

/** Stands for any component of the library. */
const Part = () => <p>{useLocale().locale}</p>;

describe('the language of the components a library brings', () => {
  afterEach(async () => act(() => switchLanguage('en')));

  it('follows a switch, for those on the page and for those that come after it', async () => {
    await startLanguage();
    const { rerender } = render(<LanguageDirection />);
    // When it is switched while none of them is on the page,
    await act(() => switchLanguage('ko'));
    rerender(
      <>
        <LanguageDirection />
        <Part />
      </>,
    );
    // then the next one comes in the new language,
    expect(await screen.findByText('ko', {}, { timeout: 20_000 })).toBeTruthy();
    // and one that is there follows the next switch.
    await act(() => switchLanguage('en'));
    expect(await screen.findByText('en', {}, { timeout: 20_000 })).toBeTruthy();
  });
});
