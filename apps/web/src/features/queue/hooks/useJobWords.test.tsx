import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Speak } from '../../../lib/language/testing/Speak.tsx';
import { jobOf } from '../testing/job-of.ts';
import { useJobWords } from './useJobWords.ts';

function Words({ positionMin }: { positionMin: number }) {
  return <p>{useJobWords()(jobOf({ positionMin }))}</p>;
}

it.each([
  ['en', 'Number 1,001 in the queue or later'],
  ['ko', '1,001번째 이후로 기다리는 중'],
] as const)('who waits far down the queue is told where at best, in %s', (locale, words) => {
  render(
    <Speak locale={locale}>
      <Words positionMin={1_001} />
    </Speak>,
  );
  expect(screen.getByText(words)).toBeTruthy();
});
