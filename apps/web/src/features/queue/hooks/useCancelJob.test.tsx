import { LiveRegion, Notice } from '@modu/ui';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { request } from '../../../lib/graph/request.ts';
import { Answering } from '../../../lib/graph/testing/Answering.tsx';
import { useCancelJob } from './useCancelJob.ts';
import { useClearQueue } from './useClearQueue.ts';
import { useRetryJob } from './useRetryJob.ts';

vi.mock('../../../lib/graph/request.ts', async (actual) => ({ ...(await actual()), request: vi.fn() }));

const REFUSED = { __typename: 'Refusal', code: 'NOT_FOUND', message: 'There is no such job.' };

function Deeds() {
  const { cancel, ...canceling } = useCancelJob();
  const { retry, ...retrying } = useRetryJob();
  const { clear, ...clearing } = useClearQueue();
  const problem = canceling.problem ?? retrying.problem ?? clearing.problem;
  return (
    <>
      <button type="button" onClick={() => cancel('one')}>
        cancelJob
      </button>
      <button type="button" onClick={() => retry('one')}>
        retryJob
      </button>
      <button type="button" onClick={clear}>
        clearQueue
      </button>
      {problem !== null && <Notice tone="negative">{problem}</Notice>}
    </>
  );
}

it.each(['cancelJob', 'retryJob', 'clearQueue'])('%s that is refused is said once, by the notice', async (deed) => {
  vi.mocked(request).mockResolvedValue({ [deed]: REFUSED });
  render(
    <Answering>
      <LiveRegion />
      <Deeds />
    </Answering>,
  );
  await userEvent.click(screen.getByRole('button', { name: deed }));
  expect((await screen.findByRole('alert')).textContent).toContain(REFUSED.message);
  expect(screen.getByRole('log').textContent).not.toContain(REFUSED.message);
});
