import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { GraphError } from '../graph/index.ts';
import { Speak } from '../language/testing/Speak.tsx';
import { Failed } from '../thing/Failed.tsx';
import { FailureNotice } from './FailureNotice.tsx';

const OURS = new GraphError({ code: 'INTERNAL', message: 'masked', traceId: '7f3a' });

it('a deed that failed by our fault says so, with the trace id and a button that copies it', async () => {
  const hands = userEvent.setup();
  render(<FailureNotice error={OURS} />, { wrapper: Speak });
  const alert = screen.getByRole('alert');
  expect(alert.textContent).toContain('The problem is on our side.');
  expect(alert.textContent).toContain('Trace id 7f3a');
  await hands.click(screen.getByRole('button', { name: 'Copy trace id' }));
  expect(await screen.findByRole('button', { name: 'Copied' })).toBeTruthy();
  expect(await navigator.clipboard.readText()).toBe('7f3a');
});

it('what was refused has no id to quote, and what did not fail says nothing', () => {
  const { rerender } = render(<FailureNotice error={new Error('It is not yours.')} />, { wrapper: Speak });
  expect(screen.getByRole('alert').textContent.trim()).toBe('It is not yours.');
  expect(screen.queryByRole('button')).toBeNull();
  rerender(<FailureNotice error={null} />);
  expect(screen.queryByRole('alert')).toBeNull();
});

it('what did not come by our fault has the trace id beside the way to ask again', () => {
  render(<Failed title="This document could not be read." query={{ refetch: () => undefined, error: OURS }} />, {
    wrapper: Speak,
  });
  expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Copy trace id' })).toBeTruthy();
});
