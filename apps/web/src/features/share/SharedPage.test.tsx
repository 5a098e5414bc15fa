import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { request } from '../../lib/graph/request.ts';
import { Answering } from '../../lib/graph/testing/Answering.tsx';
import { SharedPage } from './SharedPage.tsx';

vi.mock('../../lib/graph/request.ts', () => ({ request: vi.fn() }));

const WORDS = 'This link needs a password.';
const refusal = (parts: object) => ({ openShare: { __typename: 'Refusal', path: ['password'], ...parts } });
const answer = (parts: object) => vi.mocked(request).mockResolvedValueOnce(refusal(parts));

beforeEach(() => {
  vi.mocked(request).mockReset();
});

describe('a link with a password', () => {
  const open = async () => {
    answer({ code: 'FORBIDDEN', message: WORDS });
    render(
      <Answering>
        <SharedPage token="token" />
      </Answering>,
    );
    await screen.findByRole('heading', { name: WORDS });
    await userEvent.type(screen.getByLabelText('Password'), 'persimon');
  };
  const tryIt = () => userEvent.click(screen.getByRole('button', { name: 'Open' }));

  it('that was wrong says so beside the field, which keeps what was typed and has focus', async () => {
    await open();
    answer({ code: 'FORBIDDEN', message: 'That is not the password.' });
    await tryIt();
    expect((await screen.findByRole('alert')).textContent).toBe('That is not the password.');
    const field = screen.getByLabelText('Password');
    expect(field).toHaveProperty('value', 'persimon');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(field);
    expect(screen.getByRole('heading', { name: WORDS })).toBeTruthy();
  });

  it('that was tried too often says so and cannot be tried at once; the question stays', async () => {
    await open();
    answer({ code: 'RATE_LIMITED', message: 'Too many tries.', path: ['token'], retryAfterMs: 900_000 });
    await tryIt();
    await waitFor(() => expect(screen.getByRole('alert').textContent).toBe('Too many tries.'));
    expect(screen.getByRole('button', { name: 'Open' })).toHaveProperty('disabled', true);
    expect(screen.getByLabelText('Password')).toHaveProperty('value', 'persimon');
  });

  it('stays when the line is cut during a try', async () => {
    await open();
    vi.mocked(request).mockRejectedValueOnce(new Error('cut'));
    await tryIt();
    await waitFor(() => expect(screen.getByRole('alert').textContent).toBe('The link could not be opened.'));
    expect(screen.getByLabelText('Password')).toHaveProperty('value', 'persimon');
  });
});
