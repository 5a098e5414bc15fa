import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DeleteImagesDocument, RestoreImagesDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/request.ts';
import { Answering } from '../../../lib/graph/testing/Answering.tsx';
import { toast } from '../../../lib/toasts/index.ts';
import { useWallKeys } from './useWallKeys.ts';

vi.mock('../../../lib/graph/request.ts', () => ({ request: vi.fn() }));
vi.mock('../../../lib/toasts/index.ts', () => ({ toast: vi.fn() }));

function Wall({ isBoard, clear }: { readonly isBoard: boolean; readonly clear: () => void }) {
  const selection = { ids: new Set<string>(), onChoose: vi.fn(), chooseAll: vi.fn(), clear };
  const { onKeyDown } = useWallKeys({
    totalCount: 1,
    selection,
    isTrash: false,
    isBoard,
    onBoards: vi.fn(),
    onShow: vi.fn(),
  });
  return (
    <div onKeyDown={onKeyDown}>
      <button type="button" data-place={0} data-id="a">
        A heron
      </button>
    </div>
  );
}

/** Presses Delete on a picture and waits until it is in the trash. */
async function trash({ isBoard }: { readonly isBoard: boolean }) {
  const clear = vi.fn();
  render(
    <Answering>
      <Wall isBoard={isBoard} clear={clear} />
    </Answering>,
  );
  fireEvent.keyDown(screen.getByRole('button', { name: 'A heron' }), { key: 'Delete' });
  await waitFor(() => expect(clear).toHaveBeenCalledOnce());
  expect(request).toHaveBeenCalledWith(DeleteImagesDocument, { ids: ['a'] });
}

beforeEach(() => {
  const outcome = { __typename: 'ChangedImages', missingIds: [] };
  vi.mocked(request).mockReset().mockResolvedValue({ deleteImages: outcome, restoreImages: outcome });
  vi.mocked(toast).mockReset();
});

describe('the key Delete', () => {
  it('on a board says that the picture is in the trash, and can be undone', async () => {
    await trash({ isBoard: true });
    const [told] = vi.mocked(toast).mock.calls[0] ?? [];
    expect(told?.words).toBe('1 picture moved to the trash, not only off this board');
    told?.action?.onAction();
    await waitFor(() => expect(request).toHaveBeenCalledWith(RestoreImagesDocument, { ids: ['a'] }));
  });

  it('in the gallery does what it says without a question', async () => {
    await trash({ isBoard: false });
    expect(toast).not.toHaveBeenCalled();
  });
});
