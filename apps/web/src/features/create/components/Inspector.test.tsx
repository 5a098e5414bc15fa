import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { request } from '../../../lib/graph/request.ts';
import { Answering } from '../../../lib/graph/testing/Answering.tsx';
import { useCreateDesk } from '../hooks/useCreateDesk.ts';
import { Inspector } from './Inspector.tsx';

vi.mock('../../../lib/graph/request.ts', () => ({ request: vi.fn() }));

function Desk() {
  const { draft, models, model, problems, change, quoteWords } = useCreateDesk({ onStarted: vi.fn() });
  return (
    <>
      <Inspector draft={draft} models={models} model={model} problems={problems} onChange={change} />
      <p>{quoteWords}</p>
    </>
  );
}

beforeEach(() => {
  vi.mocked(request).mockReset();
});

it('models that do not come are not loaded for ever, nor their price worked out: it is said, and they can be asked for again', async () => {
  vi.mocked(request).mockRejectedValue(new Error('cut'));
  render(
    <Answering>
      <Desk />
    </Answering>,
  );
  await screen.findByText('The models could not be loaded.');
  expect(screen.getByText('The price could not be worked out')).toBeTruthy();
  vi.mocked(request).mockResolvedValue({ models: [] });
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(screen.queryByText('The models could not be loaded.')).toBeNull());
});
