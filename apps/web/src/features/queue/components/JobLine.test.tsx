import { QueryClient } from '@tanstack/react-query';
import { act, render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Answering } from '../../../lib/graph/testing/Answering.tsx';
import { JOBS_KEY } from '../hooks/jobs-query.ts';
import { jobOf } from '../testing/job-of.ts';
import { JobLine } from './JobLine.tsx';

it('what is being made shows how far its job is, and goes on with it', async () => {
  const client = new QueryClient({ defaultOptions: { queries: { enabled: false } } });
  const running = jobOf({ id: 'said', kind: 'speech.text', status: 'RUNNING', progress: 0.25 });
  client.setQueryData(JOBS_KEY, [jobOf({ id: 'another', progress: 1 }), running]);
  render(
    <Answering client={client}>
      <JobLine jobId="said" label="Saying A pond" />
    </Answering>,
  );
  const line = await screen.findByRole('progressbar', { name: 'Saying A pond' });
  expect(line.getAttribute('aria-valuenow')).toBe('25');
  act(() => void client.setQueryData(JOBS_KEY, [{ ...running, progress: 0.5 }]));
  await expect.poll(() => line.getAttribute('aria-valuenow')).toBe('50');
});

it('a job that is known to nobody yet has only begun', async () => {
  render(
    <Answering client={new QueryClient({ defaultOptions: { queries: { enabled: false } } })}>
      <JobLine jobId="said" label="Saying A pond" />
    </Answering>,
  );
  expect((await screen.findByRole('progressbar')).getAttribute('aria-valuenow')).toBe('0');
});
