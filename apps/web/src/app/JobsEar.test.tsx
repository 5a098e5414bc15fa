import { LiveRegion } from '@modu/ui';
import { QueryClient } from '@tanstack/react-query';
import { act, render, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { JOBS_KEY } from '../features/queue/index.ts';
import type { Job } from '../features/queue/index.ts';
import { jobOf } from '../features/queue/testing/job-of.ts';
import { Answering } from '../lib/graph/testing/Answering.tsx';
import { subscribeLive } from '../lib/live/index.ts';
import { JobsEar } from './JobsEar.tsx';
import { Toasts } from './Toasts.tsx';

vi.mock('../lib/live/index.ts', () => ({ subscribeLive: vi.fn(() => () => undefined) }));

const error = { code: 'ENGINE_TIMEOUT', message: 'The engine did not answer.', retryable: true, traceId: null };
const running = (id: string, kind = 'image.text-to-image') =>
  jobOf({ id, kind, title: `A pond ${id}`, status: 'RUNNING', step: 1 });

/** Somebody at a path, with jobs that run; gives what lets news of them arrive. */
async function at(path: string, jobs: readonly Job[]) {
  history.replaceState(null, '', path);
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
  client.setQueryData(JOBS_KEY, jobs);
  render(
    <Answering client={client}>
      <LiveRegion />
      <Toasts />
      <JobsEar />
    </Answering>,
  );
  await waitFor(() => expect(subscribeLive).toHaveBeenCalled());
  const onNext = vi.mocked(subscribeLive).mock.lastCall?.[2].onNext as (news: { jobUpdates: Job }) => void;
  return (...ended: readonly Job[]) => act(() => ended.forEach((jobUpdates) => onNext({ jobUpdates })));
}

/** Everything a screen reader is told of by itself, that names something. */
const told = (name: string) =>
  [...document.querySelectorAll('[role=log] > p, [role=alert]')].filter(({ textContent }) =>
    textContent.includes(name),
  );
const toasts = () => screen.queryAllByRole('alertdialog').map(({ textContent }) => textContent);

beforeEach(() => vi.mocked(subscribeLive).mockClear());

describe('the end of a job', () => {
  it.each([
    ['done', { status: 'COMPLETED' }],
    ['failed', { status: 'FAILED', error }],
  ] as const)('that is %s is said once, by a toast, to somebody who is elsewhere', async (_, end) => {
    const id = `one ${end.status}`;
    const arrive = await at('/gallery', [running(id)]);
    arrive({ ...running(id), ...end });
    await waitFor(() => expect(toasts().join('')).toContain(id), { timeout: 20_000 });
    expect(told(id)).toHaveLength(1);
  });

  it('is said by the voice where what the job makes is shown, whatever that is', async () => {
    const arrive = await at('/documents', [running('read', 'document.read')]);
    arrive({ ...running('read', 'document.read'), status: 'COMPLETED' });
    await waitFor(() => expect(told('A pond read')).toHaveLength(1));
    expect(toasts().join('')).not.toContain('A pond read');
  });

  it('of a document is told by a toast to somebody who makes pictures, until they come to the documents', async () => {
    const arrive = await at('/', [running('spoken', 'document.read')]);
    arrive({ ...running('spoken', 'document.read'), status: 'COMPLETED' });
    await waitFor(() => expect(toasts().join('')).toContain('A pond spoken'));
    act(() => history.pushState(null, '', '/documents'));
    await waitFor(() => expect(toasts().join('')).not.toContain('A pond spoken'));
  });

  it('comes in one toast for several of one moment, and the next takes its place', async () => {
    const jobs = ['a', 'b', 'c', 'd'].map((id) => running(id));
    const arrive = await at('/gallery', jobs);
    arrive(jobOf({ ...running('a'), status: 'COMPLETED' }));
    await waitFor(() => expect(toasts().join('')).toContain('A pond a'));
    arrive(...['b', 'c', 'd'].map((id) => jobOf({ ...running(id), status: 'COMPLETED' })));
    await waitFor(() => expect(toasts().join('')).toContain('3 jobs are done'));
    expect(toasts().join('')).not.toContain('A pond a');
  });
});
