import { render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { Answering } from '../../../lib/graph/testing/Answering.tsx';
import { LetterSent } from './LetterSent.tsx';
import { SecondStep } from './SecondStep.tsx';

it.each([
  ['the code that follows a password', <SecondStep onDone={vi.fn()} />],
  ['the letter that follows a new account', <LetterSent email="dana@studio.test" />],
])('focus goes to the title of %s, where the form before was', (_, step) => {
  render(<Answering>{step}</Answering>);
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
});
