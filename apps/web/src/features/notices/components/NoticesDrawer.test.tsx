import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { Answering } from '../../../lib/graph/testing/Answering.tsx';
import { jobOf } from '../../queue/testing/job-of.ts';
import { NoticesDrawer } from './NoticesDrawer.tsx';

it('a notice of speech that is made leads to where it is heard, not to an empty sheet', async () => {
  const job = jobOf({ kind: 'speech.speak', title: 'A letter', status: 'COMPLETED' });
  const notice = { job, endedAt: '2026-11-21T12:00:00.000Z', isNew: true };
  render(
    <Answering>
      <NoticesDrawer isOpen notices={[notice]} onOpenChange={vi.fn()} />
    </Answering>,
  );
  await userEvent.click(await screen.findByRole('button', { name: /A letter/u }, { timeout: 15_000 }));
  await waitFor(() => expect(location.pathname).toBe('/speech'));
});

it('a notice of a job that failed by our fault has the trace id to quote', async () => {
  const error = { code: 'ENGINE_TIMEOUT', message: 'The engine stopped.', retryable: true, traceId: '7f3a' };
  const notice = { job: jobOf({ status: 'FAILED', error }), endedAt: '2026-11-21T12:00:00.000Z', isNew: true };
  render(
    <Answering>
      <NoticesDrawer isOpen notices={[notice]} onOpenChange={vi.fn()} />
    </Answering>,
  );
  expect(await screen.findByRole('button', { name: 'Copy trace id' }, { timeout: 15_000 })).toBeTruthy();
});
