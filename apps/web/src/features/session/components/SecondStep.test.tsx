import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { Answering } from '../../../lib/graph/testing/Answering.tsx';
import { ResetPasswordPage } from '../ResetPasswordPage.tsx';
import { VerifyEmailPage } from '../VerifyEmailPage.tsx';
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

it.each([
  ['the code that follows a password', <SecondStep onDone={vi.fn()} onOver={vi.fn()} />, 'Sign in'],
  ['the letter that follows a new account', <LetterSent email="dana@studio.test" />, 'Send it again'],
  ['a new password', <ResetPasswordPage token="letter" onDone={vi.fn()} />, 'Set the password'],
  ['an address that is proven', <VerifyEmailPage token="letter" />, 'Yes, it is mine'],
])('%s that fails by our fault has the trace id to copy', async (_, step, deed) => {
  const failed = () => Response.json({}, { status: 500, headers: { 'x-trace-id': '7f3a' } });
  vi.stubGlobal('fetch', async () => failed());
  render(<Answering>{step}</Answering>);
  const field = screen.queryByLabelText(/^Code|^New password/u);
  if (field !== null) fireEvent.change(field, { target: { value: 'persimmon-tree' } });
  fireEvent.click(screen.getByRole('button', { name: deed }));
  expect((await screen.findByRole('alert')).textContent).toContain('Trace id 7f3a');
  expect(screen.getByRole('button', { name: 'Copy trace id' })).toBeTruthy();
  vi.unstubAllGlobals();
});
