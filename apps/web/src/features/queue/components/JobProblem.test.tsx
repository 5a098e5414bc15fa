import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Speak } from '../../../lib/language/testing/Speak.tsx';
import { jobOf } from '../testing/job-of.ts';
import { JobProblem } from './JobProblem.tsx';

const error = { code: 'ENGINE_TIMEOUT', message: 'The engine did not answer.', retryable: true };

it('a job that failed by our fault says why, with the trace id and a button that copies it, and is no second alert', () => {
  const job = jobOf({ status: 'FAILED', error: { ...error, traceId: '7f3a' } });
  render(<JobProblem job={job} />, { wrapper: Speak });
  expect(screen.getByText(/The engine did not answer/u).textContent).toContain('Trace id 7f3a');
  expect(screen.getByRole('button', { name: 'Copy trace id' })).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
});

it('one that failed otherwise has no id to quote', () => {
  render(<JobProblem job={jobOf({ status: 'FAILED', error: { ...error, traceId: null } })} />, { wrapper: Speak });
  expect(screen.queryByRole('button')).toBeNull();
});
