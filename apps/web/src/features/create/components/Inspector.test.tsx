import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { request } from '../../../lib/graph/request.ts';
import { Answering } from '../../../lib/graph/testing/Answering.tsx';
import { useCreateDesk } from '../hooks/useCreateDesk.ts';
import type { StudioModel } from '../hooks/useModels.ts';
import { NEW_DRAFT } from '../model/draft.ts';
import { keptDraft } from '../model/kept-draft.ts';
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

const FLUX: StudioModel = {
  ...{ id: 'flux', name: 'FLUX', engine: 'InvokeAI', description: 'A model.', available: true },
  tasks: ['TEXT_TO_IMAGE'],
  defaults: { width: 512, height: 512, steps: 4 },
  readsNegativePrompt: false,
  limits: {
    ...{ sidePixelsMin: 256, sidePixelsMax: 1_024, sidePixelsStep: 16, stepsMin: 1, stepsMax: 50 },
    ...{ promptCharactersMax: 2_000, upscaledSidePixelsMax: 1_024 },
  },
};

const readsNot = 'This model does not read what to leave out.';
const leftOut = () => screen.queryByRole('textbox', { name: 'Leave out', hidden: true });

it('a model that does not read what to leave out says so, and keeps what was written for another one in sight', async () => {
  vi.mocked(request).mockResolvedValue({ models: [FLUX] });
  keptDraft.set({ ...NEW_DRAFT, modelId: 'flux' });
  render(
    <Answering>
      <Desk />
    </Answering>,
  );
  await screen.findByText(readsNot);
  expect(leftOut()).toBeNull();
  act(() => keptDraft.set({ ...NEW_DRAFT, modelId: 'flux', negativePrompt: 'fog' }));
  await waitFor(() => expect(leftOut()).toHaveProperty('value', 'fog'));
});

it('a model that reads it has a field for it, and nothing is said', async () => {
  vi.mocked(request).mockResolvedValue({ models: [{ ...FLUX, readsNegativePrompt: true }] });
  keptDraft.set({ ...NEW_DRAFT, modelId: 'flux' });
  render(
    <Answering>
      <Desk />
    </Answering>,
  );
  await waitFor(() => expect(leftOut()).not.toBeNull());
  expect(screen.queryByText(readsNot)).toBeNull();
});
