import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  AddToBoardDocument,
  RemoveFromBoardDocument,
  UpdateBoardDocument,
} from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/request.ts';
import { Answering } from '../../../lib/graph/testing/Answering.tsx';
import { toast } from '../../../lib/toasts/index.ts';
import { BoardActions } from './BoardActions.tsx';

vi.mock('../../../lib/graph/request.ts', () => ({ request: vi.fn() }));
vi.mock('../../../lib/toasts/index.ts', () => ({ toast: vi.fn() }));

const answer = (more: object) => {
  const field = { __typename: 'BoardChange', missingIds: [], ...more };
  vi.mocked(request).mockResolvedValue({ removeFromBoard: field, addToBoard: field, updateBoard: field });
};

function show(...ids: string[]) {
  const onDone = vi.fn();
  const { unmount } = render(
    <Answering>
      <BoardActions board={{ id: 'ponds', name: 'Ponds' }} ids={new Set(ids)} onBegin={() => onDone} />
    </Answering>,
  );
  return { onDone, unmount };
}

beforeEach(() => {
  vi.mocked(request).mockReset();
  vi.mocked(toast).mockReset();
});

describe('chosen pictures of a board', () => {
  it('are taken off it, which is told to whoever keeps focus and can be undone from wherever one has gone', async () => {
    answer({});
    const { onDone, unmount } = show('a', 'b');
    await userEvent.click(screen.getByRole('button', { name: 'Take off this board' }));
    await waitFor(() => expect(onDone).toHaveBeenCalledExactlyOnceWith(2));
    const pictures = { boardId: 'ponds', imageIds: ['a', 'b'] };
    expect(request).toHaveBeenCalledWith(RemoveFromBoardDocument, pictures);
    const [told] = vi.mocked(toast).mock.calls[0] ?? [];
    expect(told).toMatchObject({ words: '2 pictures taken off Ponds', action: { label: 'Undo' } });
    unmount();
    told?.action?.onAction();
    await waitFor(() => expect(request).toHaveBeenCalledWith(AddToBoardDocument, pictures));
  });

  it('stay chosen when the board refuses, with what it says', async () => {
    answer({ __typename: 'Refusal', code: 'NOT_FOUND', message: 'This board is not here.' });
    const { onDone } = show('a');
    await userEvent.click(screen.getByRole('button', { name: 'Take off this board' }));
    expect(await screen.findByText('This board is not here.')).toBeTruthy();
    expect(onDone).not.toHaveBeenCalled();
    expect(toast).not.toHaveBeenCalled();
  });

  it('give it its cover when it is one, and only then', async () => {
    answer({ __typename: 'Board' });
    const { onDone, unmount } = show('a');
    await userEvent.click(screen.getByRole('button', { name: 'Use as cover' }));
    await waitFor(() => expect(onDone).toHaveBeenCalledExactlyOnceWith(0));
    expect(request).toHaveBeenCalledWith(UpdateBoardDocument, { id: 'ponds', input: { coverImageId: 'a' } });
    unmount();
    show('a', 'b');
    expect(screen.queryByRole('button', { name: 'Use as cover' })).toBeNull();
  });
});
