import { act, renderHook, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { GenerateImageDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/request.ts';
import { Answering } from '../../../lib/graph/testing/Answering.tsx';
import { keptDraft } from '../model/kept-draft.ts';
import { useCreateDesk } from './useCreateDesk.ts';

vi.mock('../../../lib/graph/request.ts', () => ({ request: vi.fn() }));

const JOB = { __typename: 'Job', id: 'job-1', kind: 'image.text', status: 'QUEUED', attempt: 1, step: null };
let answer: () => void;

/** The desk with an order that was sent and not answered yet. */
async function sent(onStarted: (jobId: string) => void) {
  const desk = renderHook(() => useCreateDesk({ onStarted }), { wrapper: Answering });
  act(() => desk.result.current.start());
  await waitFor(() => expect(desk.result.current.isStarting).toBe(true));
  return desk;
}

beforeEach(() => {
  keptDraft.set({ ...keptDraft.get(), prompt: 'a heron' });
  const { promise, resolve } = Promise.withResolvers<unknown>();
  answer = () => resolve({ generateImage: JOB });
  vi.mocked(request).mockImplementation((document) =>
    (document as unknown) === GenerateImageDocument ? promise : (new Promise(() => undefined) as never),
  );
});

describe('an order for a picture', () => {
  it('is shown as soon as it was taken', async () => {
    const onStarted = vi.fn();
    await sent(onStarted);
    act(() => answer());
    await waitFor(() => expect(onStarted).toHaveBeenCalledExactlyOnceWith('job-1'));
  });

  it('leaves those alone who went to another page before it was taken', async () => {
    const onStarted = vi.fn();
    const desk = await sent(onStarted);
    const seed = keptDraft.get().seed;
    desk.unmount();
    answer();
    // It is still the order of this person: what it was made with is kept.
    await waitFor(() => expect(keptDraft.get().seed).not.toBe(seed));
    expect(onStarted).not.toHaveBeenCalled();
  });
});
