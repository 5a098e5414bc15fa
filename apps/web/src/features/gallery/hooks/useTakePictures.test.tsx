import { act, renderHook, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ArchiveImagesDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/request.ts';
import { Answering } from '../../../lib/graph/testing/Answering.tsx';
import { toast } from '../../../lib/toasts/index.ts';
import { useTakePictures } from './useTakePictures.ts';

vi.mock('../../../lib/graph/request.ts', () => ({ request: vi.fn() }));
vi.mock('../../../lib/toasts/index.ts', () => ({ toast: vi.fn() }));

const takeBack = vi.fn();
const ids = Array.from({ length: 1_500 }, (_, at) => `p${at}`);
const said = () => vi.mocked(toast).mock.calls.map(([content]) => content);

beforeEach(() => {
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
