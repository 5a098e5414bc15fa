import { fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { onSessionChange } from '../lib/auth/index.ts';
import { Answering } from '../lib/graph/testing/Answering.tsx';
import { SignInAgain } from './SignInAgain.tsx';

/** A machine with much to do fetches late. */
const LATE = { timeout: 20_000 };
const ANSWERS: Readonly<Record<string, object>> = {
  '/auth/sign-in/email': { twoFactorRedirect: true },
  '/auth/two-factor/verify-totp': { token: 'new' },
  '/auth/get-session': { user: { id: 'minji', email: 'minji@example.test', name: 'Minji' } },
};

const type = async (label: RegExp, value: string) =>
  fireEvent.change(await screen.findByLabelText(label, {}, LATE), { target: { value } });
const submit = () => fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));

afterEach(() => vi.unstubAllGlobals());

async function answerBothSteps() {
  render(
    <Answering>
      <SignInAgain />
    </Answering>,
  );
  await type(/^E-?mail/iu, 'minji@example.test');
  await type(/^Password/iu, 'correct horse');
  submit();
  await type(/^Code/iu, '123 456');
  submit();
}

describe('signing in again where one is', () => {
  it('begins at the password again when the code came too late for it: with what was typed, and a word about it', async () => {
    vi.stubGlobal('fetch', async (path: string) =>
      path === '/auth/two-factor/verify-totp'
        ? Response.json({ code: 'INVALID_TWO_FACTOR_COOKIE' }, { status: 401 })
        : Response.json(ANSWERS[path] ?? {}),
    );
    await answerBothSteps();
    const password = await screen.findByLabelText(/^Password/iu, {}, LATE);
    expect(screen.getByRole('alert').textContent).toContain('Too much time has passed since your password.');
    expect(password).toHaveProperty('value', 'correct horse');
    expect(screen.getByLabelText(/^E-?mail/iu)).toHaveProperty('value', 'minji@example.test');
    await vi.waitFor(() => expect(document.activeElement).toBe(password));
    submit();
    const code = await screen.findByLabelText(/^Code/iu, {}, LATE);
    await vi.waitFor(() => expect(document.activeElement).toBe(code));
  });

  it('asks for the code of those who have a second step, and they are back', async () => {
    const asked: string[] = [];
    vi.stubGlobal('fetch', async (path: string) => {
      asked.push(path);
      return Response.json(ANSWERS[path] ?? {});
    });
    const onChange = vi.fn();
    const off = onSessionChange(onChange);
    await answerBothSteps();
    await vi.waitFor(() => expect(onChange).toHaveBeenCalledExactlyOnceWith('renewed'), LATE);
    expect(asked).toEqual(Object.keys(ANSWERS));
    off();
  });
});
