import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { act, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { useLocale } from 'react-aria-components/I18nProvider';
import { afterEach, describe, expect, it } from 'vitest';
import { currentLocale, startLanguage, switchLanguage } from '../lib/language/index.ts';
import { LanguageDirection } from './LanguageDirection.tsx';

/** Stands for any component of the library. */
const Part = () => <p>{useLocale().locale}</p>;

const client = new QueryClient();
const Asking = ({ children }: { readonly children: ReactNode }) => (
  <QueryClientProvider client={client}>{children}</QueryClientProvider>
);

/** Stands for what the API puts into words. */
function Answer() {
  const { data } = useQuery({ queryKey: ['models'], queryFn: () => `said in ${currentLocale()}`, staleTime: Infinity });
  return <p>{data}</p>;
}

describe('the language of the components a library brings', () => {
  afterEach(async () => act(() => switchLanguage('en')));

  it('follows a switch, for those on the page and for those that come after it', async () => {
    await startLanguage();
    const { rerender } = render(<LanguageDirection />, { wrapper: Asking });
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

describe('what the API said', () => {
  afterEach(async () => act(() => switchLanguage('en')));

  it('is asked for again when the language is switched, and once more when it is switched back', async () => {
    await startLanguage();
    render(
      <>
        <LanguageDirection />
        <Answer />
      </>,
      { wrapper: Asking },
    );
    expect(await screen.findByText('said in en')).toBeTruthy();
    await act(() => switchLanguage('ko'));
    expect(await screen.findByText('said in ko', {}, { timeout: 20_000 })).toBeTruthy();
    await act(() => switchLanguage('en'));
    expect(await screen.findByText('said in en', {}, { timeout: 20_000 })).toBeTruthy();
  });
});
