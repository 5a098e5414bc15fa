import { QueryClient } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Answering } from '../../../lib/graph/testing/Answering.tsx';
import { toast } from '../../../lib/toasts/index.ts';
import { cutChunks } from '../model/chunks.ts';
import { chunkQuery } from './chunk-query.ts';
import type { WallContent } from './chunk-query.ts';
import { useSelection } from './useSelection.ts';

vi.mock('../../../lib/toasts/index.ts', () => ({ toast: vi.fn() }));

const content: WallContent = { filter: {}, sort: 'NEWEST' };

/** A wall of 2 500 pictures of one day, all known to the page. */
function wall() {
  const client = new QueryClient();
  const chunks = cutChunks({ days: ['2026-11-02'], counts: [2_500] });
  for (const chunk of chunks) {
    const pictures = Array.from({ length: chunk.count }, (_, at) => ({ id: `p${chunk.start + at}` }));
    client.setQueryData<unknown>(chunkQuery(content, chunk).queryKey, pictures);
  }
  return renderHook(() => useSelection(content, chunks), {
    wrapper: ({ children }) => <Answering client={client}>{children}</Answering>,
  }).result;
}

const at = (place: number) => ({ id: `p${place}`, place });

beforeEach(() => vi.mocked(toast).mockReset());

describe('a range of more than a thousand pictures', () => {
  it('is cut where it is farthest from its beginning, says so, and goes on from there', async () => {
    const selection = wall();
    act(() => selection.current.onChoose(at(2_400), { toPlace: false }));
    act(() => selection.current.onChoose(at(10), { toPlace: true }));
    await waitFor(() => expect(selection.current.ids.size).toBe(1_000));
    expect([selection.current.ids.has('p1401'), selection.current.ids.has('p1400')]).toEqual([true, false]);
    expect(vi.mocked(toast).mock.calls).toMatchObject([[{ tone: 'info', words: expect.stringContaining('1000') }]]);

    act(() => selection.current.onChoose(at(1_000), { toPlace: true }));
    await waitFor(() => expect(selection.current.ids.size).toBe(1_401));
    expect(toast).toHaveBeenCalledOnce();
  });

  it('is cut and told of too when all are wanted', async () => {
    const selection = wall();
    act(() => selection.current.chooseAll());
    await waitFor(() => expect(selection.current.ids.size).toBe(1_000));
    expect(toast).toHaveBeenCalledOnce();
  });
});
