import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { requestPasswordReset } from '../../../lib/auth/proofs.ts';
import { Answering } from '../../../lib/graph/testing/Answering.tsx';
import { NoPasswordPart } from './NoPasswordPart.tsx';

vi.mock('../../../lib/auth/proofs.ts', () => ({ requestPasswordReset: vi.fn() }));

const draw = (email: string) =>
  render(
    <Answering>
      <NoPasswordPart email={email} />
    </Answering>,
  );

beforeEach(() => {
  vi.mocked(requestPasswordReset).mockReset();
});

it('a password is set by a letter, and where that goes is said', async () => {
  vi.mocked(requestPasswordReset).mockResolvedValue();
  draw('minji@example.test');
  await userEvent.click(screen.getByRole('button', { name: 'Set a password' }));
  await screen.findByText('A letter with a link is on its way to minji@example.test.');
  expect(vi.mocked(requestPasswordReset).mock.calls).toEqual([['minji@example.test']]);
});

it('a letter that could not be asked for is not said to be on its way', async () => {
  vi.mocked(requestPasswordReset).mockRejectedValue(new Error('cut'));
  draw('minji@example.test');
  await userEvent.click(screen.getByRole('button', { name: 'Set a password' }));
  await screen.findByRole('alert');
  expect(screen.queryByText(/on its way/)).toBeNull();
});

it('who has no address is sent no letter: they are shown where to add one', () => {
  draw('discord-80351110224678912@no-address.invalid');
  expect(screen.queryByRole('button')).toBeNull();
  expect(screen.getByRole('link', { name: 'Add an address' }).getAttribute('href')).toBe('/account');
});
