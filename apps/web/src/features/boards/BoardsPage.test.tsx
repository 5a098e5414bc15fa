import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepFocus } from '../../lib/focus/keep-focus.ts';
import { BoardsDocument, DeleteBoardDocument } from '../../lib/graph/generated/graphql.ts';
import { request } from '../../lib/graph/request.ts';
import { Answering } from '../../lib/graph/testing/Answering.tsx';
import { BoardsPage } from './BoardsPage.tsx';

vi.mock('../../lib/graph/request.ts', () => ({ request: vi.fn() }));

const cover = { id: 'heron', thumbnailUrl: 'https://bucket.test/heron', thumbhash: '', width: 4, height: 3 };
/** One has its own cover, one a picture that stands for it, one is empty. */
const shown = (name: string) => ({
  cover: name === 'Trees' ? null : cover,
  coverFile: name === 'Herons' ? { id: 'made', url: 'https://bucket.test/cover' } : null,
});
let end: () => void;
let names: string[];
let answer: () => void;
afterEach(() => end());
beforeEach(() => {
  end = keepFocus();
  names = ['Herons', 'Posters', 'Trees'];
  vi.mocked(request).mockReset();
  vi.mocked(request).mockImplementation((document, variables) => {
    const asked: unknown = document;
    if (asked === DeleteBoardDocument) {
      const { promise, resolve } = Promise.withResolvers<object>();
      answer = () => {
        names = names.filter((name) => name !== (variables as { id: string }).id);
        resolve({ deleteBoard: { __typename: 'DeletedBoard' } });
      };
      return promise;
    }
    if (asked !== BoardsDocument) return Promise.resolve({});
    return Promise.resolve({ boards: names.map((name) => ({ id: name, name, ...shown(name), imageCount: 0 })) });
  });
});

it('a board that is deleted leaves focus on the board in its place', async () => {
  render(
    <Answering>
      <BoardsPage />
    </Answering>,
  );
  await userEvent.click(await screen.findByRole('button', { name: /Posters/u }));
  await userEvent.click(await screen.findByRole('menuitem', { name: /Delete/u }));
  const dialog = within(await screen.findByRole('alertdialog'));
  await userEvent.click(dialog.getByRole('button', { name: /Delete/u }));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: /Posters/u })));
  answer();
  await waitFor(() => expect(screen.queryByText('Posters')).toBeNull());
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('link', { name: /Trees/u })));
});

it('a board shows its own cover, one of its pictures until that is made, and nothing while it is empty', async () => {
  const { container } = render(
    <Answering>
      <BoardsPage />
    </Answering>,
  );
  await screen.findByText('Herons');
  const faces = [...container.querySelectorAll('.board-card__cover')].map(
    (card) => card.querySelector('.picture__image')?.getAttribute('src') ?? null,
  );
  expect(faces).toEqual(['https://bucket.test/cover', 'https://bucket.test/heron', null]);
});
