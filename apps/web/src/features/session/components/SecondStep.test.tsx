import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { Answering } from '../../../lib/graph/testing/Answering.tsx';
import { LetterSent } from './LetterSent.tsx';
import { SecondStep } from './SecondStep.tsx';

it.each([
  ['the code that follows a password', <SecondStep onDone={vi.fn()} onOver={vi.fn()} />],
  ['the letter that follows a new account', <LetterSent email="dana@studio.test" />],
])('focus goes to the title of %s, where the form before was', (_, step) => {
  render(<Answering>{step}</Answering>);
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
});

it('a code that comes too late for its password asks for the password again', async () => {
  vi.stubGlobal('fetch', async () => Response.json({ code: 'INVALID_TWO_FACTOR_COOKIE' }, { status: 401 }));
  const onOver = vi.fn();
  render(
    <Answering>
      <SecondStep onDone={vi.fn()} onOver={onOver} />
    </Answering>,
  );
  fireEvent.change(screen.getByLabelText(/^Code/u), { target: { value: '123 456' } });
  fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  await waitFor(() => expect(onOver).toHaveBeenCalledOnce());
  vi.unstubAllGlobals();
});
