import { LiveRegion } from '@modu/ui';
import { QueryClient } from '@tanstack/react-query';
import { act, renderHook, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { request } from '../../../lib/graph/request.ts';
import { Answering } from '../../../lib/graph/testing/Answering.tsx';
import { toast } from '../../../lib/toasts/index.ts';
import { cutChunks } from '../model/chunks.ts';
import { chunkQuery } from './chunk-query.ts';
import type { WallContent } from '../model/wall-questions.ts';
import { useSelection } from './useSelection.ts';

vi.mock('../../../lib/graph/request.ts', () => ({ request: vi.fn() }));
vi.mock('../../../lib/toasts/index.ts', () => ({ toast: vi.fn() }));

const content: WallContent = { filter: {}, sort: 'NEWEST' };

/** A wall of 2 500 pictures of one day, all known to the page; `show` narrows or turns it. */
function wall() {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const chunks = cutChunks({ days: ['2026-11-02'], counts: [2_500] });
  for (const chunk of chunks) {
    const pictures = Array.from({ length: chunk.count }, (_, at) => ({ id: `p${chunk.start + at}` }));
    client.setQueryData<unknown>(chunkQuery(content, chunk).queryKey, pictures);
  }
  const { result: selection, rerender: show } = renderHook((shown: WallContent) => useSelection(shown, chunks), {
    initialProps: content,
    wrapper: ({ children }) => (
      <Answering client={client}>
        <LiveRegion />
        {children}
      </Answering>
    ),
  });
  return { selection, show, client };
}

const at = (place: number) => ({ id: `p${place}`, place });

beforeEach(() => {
  vi.mocked(toast).mockReset();
  vi.mocked(request).mockReset();
});

describe('a range of more than a thousand pictures', () => {
  it('is cut where it is farthest from its beginning, says so, and goes on from there', async () => {
    const { selection } = wall();
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
    const { selection } = wall();
    act(() => selection.current.chooseAll());
    await waitFor(() => expect(selection.current.ids.size).toBe(1_000));
    expect(toast).toHaveBeenCalledOnce();
  });
});

describe('a range of which a part does not come', () => {
  const cut = (selection: ReturnType<typeof wall>['selection'], client: QueryClient) => {
    act(() => selection.current.onChoose(at(10), { toPlace: false }));
    client.removeQueries({ predicate: ({ queryKey }) => queryKey.includes('2026-11/1') });
    vi.mocked(request).mockRejectedValue(new Error('cut'));
  };
  const waitUntilTold = () =>
    waitFor(() => expect(toast).toHaveBeenCalledExactlyOnceWith({ tone: 'negative', words: 'cut' }));

  it('is told of, and what was chosen stays as it was', async () => {
    const { selection, client } = wall();
    cut(selection, client);
    act(() => selection.current.onChoose(at(2_400), { toPlace: true }));
    await waitUntilTold();
    expect([...selection.current.ids]).toEqual(['p10']);
  });

  it('is told of where all are wanted, too', async () => {
    const { selection, client } = wall();
    cut(selection, client);
    act(() => selection.current.chooseAll());
    await waitUntilTold();
    expect([...selection.current.ids]).toEqual(['p10']);
  });
});

describe('what is chosen', () => {
  it('is let go, and that is said, when the wall shows other pictures; nothing hidden stays chosen', async () => {
    const { selection, show } = wall();
    act(() => selection.current.onChoose(at(10), { toPlace: false }));
    show({ filter: { starred: true }, sort: 'NEWEST' });
    expect(selection.current.ids.size).toBe(0);
    expect(await screen.findByText('The list has changed: nothing is chosen any more.')).toBeTruthy();
  });

  it('begins no range at a place of the wall as it was in another order', async () => {
    const { selection, show } = wall();
    act(() => selection.current.onChoose(at(10), { toPlace: false }));
    show({ filter: {}, sort: 'LARGEST' });
    act(() => selection.current.onChoose(at(12), { toPlace: true }));
    await waitFor(() => expect([...selection.current.ids]).toEqual(['p12']));
  });

  it('of the wall before does not come late onto another', async () => {
    const { selection, show } = wall();
    act(() => selection.current.chooseAll());
    show({ filter: { starred: true }, sort: 'NEWEST' });
    await act(() => new Promise((resolve) => setTimeout(resolve, 0)));
    expect(selection.current.ids.size).toBe(0);
  });

  it('stays while the same wall is drawn anew', () => {
    const { selection, show } = wall();
    act(() => selection.current.onChoose(at(10), { toPlace: false }));
    show({ filter: {}, sort: 'NEWEST' });
    expect([...selection.current.ids]).toEqual(['p10']);
  });
});
