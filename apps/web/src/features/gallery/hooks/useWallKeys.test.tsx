import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DeleteImagesDocument, RestoreImagesDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/request.ts';
import { Answering } from '../../../lib/graph/testing/Answering.tsx';
import { keptSingleKeys } from '../../../lib/keyboard/index.ts';
import { toast } from '../../../lib/toasts/index.ts';
import { useWallKeys } from './useWallKeys.ts';

vi.mock('../../../lib/graph/request.ts', () => ({ request: vi.fn() }));
vi.mock('../../../lib/toasts/index.ts', () => ({ toast: vi.fn() }));

interface WallProps {
  readonly isBoard?: boolean;
  readonly clear?: () => void;
  readonly onShow?: (place: number) => void;
}

/** The second of three pictures. */
function Wall({ isBoard = false, clear = vi.fn(), onShow = vi.fn() }: WallProps) {
  const selection = { ids: new Set<string>(), onChoose: vi.fn(), chooseAll: vi.fn(), clear };
  const { onKeyDown } = useWallKeys({
    totalCount: 3,
    selection,
    isTrash: false,
    isBoard,
    onBoards: vi.fn(),
    onShow,
  });
  return (
    <div onKeyDown={onKeyDown}>
      <button type="button" data-place={1} data-id="a">
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

describe('a picture that leaves the wall by a key', () => {
  const draw = (deeds: WallProps = {}) => {
    render(
      <Answering>
        <Wall {...deeds} />
      </Answering>,
    );
    return screen.getByRole('button', { name: 'A heron' });
  };

  it('leaves focus to the one that comes into its place', async () => {
    const onShow = vi.fn();
    fireEvent.keyDown(draw({ onShow }), { key: 'Delete' });
    await waitFor(() => expect(onShow).toHaveBeenCalledWith(1));
  });

  it('leaves focus to it at once, before the API has answered', async () => {
    vi.mocked(request).mockReturnValue(new Promise(() => undefined));
    const onShow = vi.fn();
    const tile = draw({ onShow });
    tile.focus();
    fireEvent.keyDown(tile, { key: 'Delete' });
    await waitFor(() => expect(onShow).toHaveBeenCalledWith(1));
  });

  it('leaves whoever has gone elsewhere meanwhile where they are', async () => {
    const onShow = vi.fn();
    const clear = vi.fn();
    const tile = draw({ onShow, clear });
    const elsewhere = document.body.appendChild(document.createElement('button'));
    elsewhere.focus();
    fireEvent.keyDown(tile, { key: 'Delete' });
    await waitFor(() => expect(clear).toHaveBeenCalledOnce());
    expect(onShow).not.toHaveBeenCalled();
    elsewhere.remove();
  });

  it('or is to, says why it did not', async () => {
    const outcome = { __typename: 'Refusal', code: 'FORBIDDEN', message: 'It is not yours.' };
    vi.mocked(request).mockResolvedValue({ deleteImages: outcome });
    fireEvent.keyDown(draw(), { key: 'Delete' });
    await waitFor(() => expect(toast).toHaveBeenCalledWith({ tone: 'negative', words: 'It is not yours.' }));
  });
});

describe('keys without Ctrl', () => {
  const draw = () => {
    const taken = vi.fn();
    render(
      <Answering>
        <div onKeyDown={(event) => taken(event.defaultPrevented)}>
          <Wall />
        </div>
      </Answering>,
    );
    return { picture: screen.getByRole('button', { name: 'A heron' }), taken };
  };

  it('open the sheet of the wall alone with a question mark: nothing behind it takes the key too', () => {
    const { picture, taken } = draw();
    fireEvent.keyDown(picture, { key: '?' });
    expect(taken).toHaveBeenCalledExactlyOnceWith(true);
  });

  it('do nothing for those who turned them off', () => {
    keptSingleKeys.set(false);
    const { picture, taken } = draw();
    for (const key of ['?', '/', 's', 'b']) fireEvent.keyDown(picture, { key });
    expect(taken.mock.calls.flat()).toEqual([false, false, false, false]);
    expect(request).not.toHaveBeenCalled();
    keptSingleKeys.set(true);
  });
});
