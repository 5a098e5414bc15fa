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
