import { LiveRegion } from '@modu/ui';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AddToBoardDocument, BoardsDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/request.ts';
import { Answering } from '../../../lib/graph/testing/Answering.tsx';
import { toast } from '../../../lib/toasts/index.ts';
import { BoardDock } from './BoardDock.tsx';

vi.mock('../../../lib/graph/request.ts', () => ({ request: vi.fn() }));
vi.mock('../../../lib/toasts/index.ts', () => ({ toast: vi.fn() }));

/** Drops two pictures onto a board; as on the wall, the boards leave the page before the API has answered. */
async function drop(outcome: object) {
  let answer: (given: { addToBoard: object }) => void = () => undefined;
  vi.mocked(request).mockImplementation((document) =>
    (document as unknown) === BoardsDocument
      ? Promise.resolve({ boards: [{ id: 'ponds', name: 'Ponds', imageCount: 0, cover: null, coverFile: null }] })
      : new Promise((resolve) => (answer = resolve)),
  );
  const page = (isDragged: boolean) => (
    <Answering>
      <LiveRegion />
      {isDragged && <BoardDock isDragged ids={new Set(['a', 'b'])} onDone={() => undefined} />}
    </Answering>
  );
  const { rerender } = render(page(true));
  fireEvent.drop(await screen.findByText('Ponds'));
  rerender(page(false));
  await waitFor(() =>
    expect(request).toHaveBeenCalledWith(AddToBoardDocument, { boardId: 'ponds', imageIds: ['a', 'b'] }),
  );
  answer({ addToBoard: outcome });
}

beforeEach(() => {
  vi.mocked(request).mockReset();
  vi.mocked(toast).mockReset();
});

describe('boards of which some are out of sight', () => {
  it('come when pictures are held near the edge they are beyond', async () => {
    vi.mocked(request).mockResolvedValue({ boards: [{ id: 'ponds', name: 'Ponds', imageCount: 0 }] });
    render(
      <Answering>
        <BoardDock isDragged ids={new Set(['a'])} onDone={() => undefined} />
      </Answering>,
    );
    const board = await screen.findByText('Ponds');
    const dock = board.closest<HTMLElement>('.board-dock') ?? board;
    vi.spyOn(dock, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 300, 800, 300));
    const hold = (clientY: number) => board.dispatchEvent(new MouseEvent('dragover', { clientY, bubbles: true }));
    const scrolled = [590, 450, 450, 590, 310].map((clientY) => {
      hold(clientY);
      return dock.scrollTop;
    });
    expect(scrolled).toEqual([14, 14, 14, 28, 14]);
  });
});

describe('pictures dropped onto a board', () => {
  it('are told of when they are on it', async () => {
    await drop({ __typename: 'BoardChange', missingIds: [] });
    expect(await screen.findByText('2 pictures put onto Ponds')).toBeTruthy();
  });

  it('are told of when the board refuses them', async () => {
    await drop({ __typename: 'Refusal', code: 'NOT_FOUND', message: 'This board is not here.' });
    await waitFor(() => expect(toast).toHaveBeenCalledWith({ tone: 'negative', words: 'This board is not here.' }));
  });
});
