import { render } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Locale } from '../../../lib/language/index.ts';
import { Speak } from '../../../lib/language/testing/Speak.tsx';
import { SaidBy } from './SaidBy.tsx';

const EDITION = { name: 'espeak-ng', version: '0.3.5', tables: null };

it.each<{ readonly locale: Locale; readonly changed: string }>([
  { locale: 'en', changed: 'has changed since' },
  { locale: 'ko', changed: '그 뒤에 바뀌었어요' },
])('a clip names what said it, and says when that is another edition by now ($locale)', ({ locale, changed }) => {
  const saidBy = (edition: Parameters<typeof SaidBy>[0]['edition']) =>
    render(
      <Speak locale={locale}>
        <SaidBy edition={edition} />
      </Speak>,
    ).container.textContent;
  const wordsOf = (isCurrent: boolean | null) => saidBy({ ...EDITION, isCurrent });

  for (const isCurrent of [true, null]) {
    expect(wordsOf(isCurrent)).toContain('espeak-ng 0.3.5');
    expect(wordsOf(isCurrent)).not.toContain(changed);
  }
  expect(wordsOf(false)).toContain(changed);
  expect(saidBy(null)).toBe('');
});
