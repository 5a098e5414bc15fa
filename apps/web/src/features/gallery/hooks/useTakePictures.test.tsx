import { act, renderHook, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ArchiveImagesDocument, ImageArchiveDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/request.ts';
import { Answering } from '../../../lib/graph/testing/Answering.tsx';
import { toast } from '../../../lib/toasts/index.ts';
import { useTakePictures, useTakeUp } from './useTakePictures.ts';

vi.mock('../../../lib/graph/request.ts', () => ({ request: vi.fn() }));
vi.mock('../../../lib/toasts/index.ts', () => ({ toast: vi.fn() }));

/** Locks of a browser: one whose page went is free again after `reload`. */
const held = new Set<string>();
const locks = {
  request: async (name: string, _: object, work: (lock: object | null) => Promise<void> | undefined) => {
    if (held.has(name)) return work(null);
    held.add(name);
    await work({ name });
    return void held.delete(name);
  },
};
const reload = () => held.clear();

const takeBack = vi.fn();
const ids = Array.from({ length: 1_500 }, (_, at) => `p${at}`);
const said = () => vi.mocked(toast).mock.calls.map(([content]) => content);

afterEach(() => vi.unstubAllGlobals());

beforeEach(() => {
  reload();
  vi.stubGlobal('navigator', Object.assign(Object.create(navigator) as Navigator, { locks }));
  takeBack.mockReset();
  vi.mocked(toast).mockReset().mockResolvedValue(takeBack);
  vi.mocked(request)
    .mockReset()
    .mockResolvedValue({
      archiveImages: { __typename: 'Refusal', code: 'QUOTA_EXCEEDED', message: 'Five are enough.' },
    });
});

describe('taking more pictures away than one file holds', () => {
  it('says which file is packed; when that is refused it says why, and the rest can be asked for again', async () => {
    const { result } = renderHook(() => useTakePictures(), { wrapper: Answering });
    act(() => result.current.mutate(ids));

    await waitFor(() => expect(said()).toHaveLength(2));
    const [packing, refused] = said();
    expect(packing).toMatchObject({ tone: 'info', stays: true });
    expect(packing?.words).toContain('download 1 of 2: 0 of 1,500 pictures');
    expect(refused).toMatchObject({
      tone: 'negative',
      words: 'Five are enough.',
      action: { label: 'Download the rest' },
    });
    await waitFor(() => expect(takeBack).toHaveBeenCalledOnce());

    act(() => refused?.action?.onAction());
    await waitFor(() => expect(said()).toHaveLength(4));
    const asked = vi.mocked(request).mock.calls.filter(([document]) => document === ArchiveImagesDocument);
    expect(asked.map(([, variables]) => (variables as { ids: string[] }).ids)).toEqual([
      ids.slice(0, 1_000),
      ids.slice(0, 1_000),
    ]);
  });
});

describe('pictures that were being packed when the page was reloaded', () => {
  const archive = { id: 'zip', packedCount: 2, leftIds: [], problem: null };
  const ready = { ...archive, state: 'READY', asset: { id: 'file', url: 'https://bucket.test/zip' } };
  const answer = (imageArchive: () => Promise<object>) =>
    vi
      .mocked(request)
      .mockImplementation((document) =>
        (document as unknown) === ImageArchiveDocument
          ? imageArchive().then((given) => ({ imageArchive: given }))
          : Promise.resolve({ archiveImages: { __typename: 'ImageArchive', id: 'zip' } }),
      );
  const asked = (of: unknown) => vi.mocked(request).mock.calls.filter(([document]) => (document as unknown) === of);
  const keys = () => asked(ArchiveImagesDocument).map(([, variables]) => (variables as { key: string }).key);

  it('come all the same, once, however often a wall is opened meanwhile', async () => {
    const assign = vi.fn();
    vi.stubGlobal('location', { assign });
    answer(() => new Promise(() => undefined));
    const { result, unmount } = renderHook(() => useTakePictures(), { wrapper: Answering });
    act(() => result.current.mutate(['a', 'b']));
    await waitFor(() => expect(keys()).toHaveLength(1));
    // Only now does it wait for an answer that never comes: a page that goes takes what it waits for along.
    await waitFor(() => expect(asked(ImageArchiveDocument)).toHaveLength(1));
    unmount();

    const same = renderHook(() => useTakeUp(), { wrapper: Answering });
    same.unmount();
    expect(keys()).toHaveLength(1);

    reload();
    answer(() => Promise.resolve(ready));
    renderHook(() => useTakeUp(), { wrapper: Answering });
    await waitFor(() => expect(assign).toHaveBeenCalledExactlyOnceWith('https://bucket.test/zip'));
    expect(new Set(keys()).size).toBe(1);
    await waitFor(() => expect(said().at(-1)).toMatchObject({ tone: 'positive', words: '2 pictures packed' }));

    reload();
    renderHook(() => useTakeUp(), { wrapper: Answering });
    await act(() => new Promise((resolve) => setTimeout(resolve, 0)));
    expect(keys()).toHaveLength(2);
  });
});
