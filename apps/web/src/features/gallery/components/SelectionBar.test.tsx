import { QueryClient } from '@tanstack/react-query';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { StarImagesDocument, TagImagesDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/request.ts';
import { Answering } from '../../../lib/graph/testing/Answering.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import type { ChosenPictures, SelectionBarProps } from './SelectionBar.tsx';

vi.mock('../../../lib/graph/request.ts', () => ({ request: vi.fn() }));

/** The bar over chosen pictures, on a wall of which the page knows some. */
function show(ids: readonly string[], wall: Readonly<Record<string, boolean>>, actions?: SelectionBarProps['actions']) {
  const client = new QueryClient();
  const chunk = ['images', 'wall', {}, 'NEWEST', '2026-11/0', 2];
  client.setQueryData(
    chunk,
    Object.entries(wall).map(([id, starred]) => ({ id, starred })),
  );
  const selection = { ids: new Set(ids), onChoose: vi.fn(), chooseAll: vi.fn(), clear: vi.fn() };
  const onLeave = vi.fn();
  render(
    <Answering client={client}>
      <SelectionBar selection={selection} isTrash={false} onBoards={vi.fn()} {...{ onLeave, actions }} />
    </Answering>,
  );
  return { ...selection, onLeave };
}

const answer = (outcome: object) => {
  vi.mocked(request).mockResolvedValue({ starImages: outcome, tagImages: outcome, deleteImages: outcome });
};

beforeEach(() => {
  vi.mocked(request).mockReset();
  answer({ __typename: 'ChangedImages', missingIds: [] });
});

describe('the star of chosen pictures', () => {
  it('is taken away when all of them have it', async () => {
    const { clear, onLeave } = show(['a', 'b'], { a: true, b: true, c: false });
    await userEvent.click(screen.getByRole('button', { name: 'Take the star away' }));
    await waitFor(() => expect(clear).toHaveBeenCalledOnce());
    expect(onLeave).toHaveBeenCalledWith(0, 0);
    expect(request).toHaveBeenCalledWith(StarImagesDocument, { ids: ['a', 'b'], starred: false });
  });

  it('is given when one has none, or is not known', async () => {
    const { clear } = show(['a', 'far'], { a: true });
    await userEvent.click(screen.getByRole('button', { name: 'Star' }));
    await waitFor(() => expect(clear).toHaveBeenCalledOnce());
    expect(request).toHaveBeenCalledWith(StarImagesDocument, { ids: ['a', 'far'], starred: true });
  });
});

it('chosen pictures that go into the trash leave focus to the one in the place of the last', async () => {
  document.body.innerHTML = '<i data-place="6" data-id="a"></i><i data-place="7" data-id="b"></i>';
  const { clear, onLeave } = show(['a', 'b'], {});
  await userEvent.click(screen.getByRole('button', { name: 'Move to trash' }));
  await waitFor(() => expect(clear).toHaveBeenCalledOnce());
  expect(onLeave).toHaveBeenCalledWith(7, 2);
  document.body.innerHTML = '';
});

it('chosen pictures that leave by a deed of their wall leave focus to the one in the place of the last', async () => {
  document.body.innerHTML = '<i data-place="6" data-id="a"></i><i data-place="7" data-id="b"></i>';
  const takeOff = ({ ids, onBegin }: ChosenPictures) => (
    <button type="button" onClick={() => onBegin()(ids.size)}>
      Take off this board
    </button>
  );
  const { clear, onLeave } = show(['a', 'b'], {}, takeOff);
  await userEvent.click(screen.getByRole('button', { name: 'Take off this board' }));
  expect(clear).toHaveBeenCalledOnce();
  expect(onLeave).toHaveBeenCalledWith(7, 2);
  document.body.innerHTML = '';
});

describe('the tags of chosen pictures', () => {
  const open = async () => {
    const { clear } = show(['a', 'b'], {});
    await userEvent.click(screen.getByRole('button', { name: 'Tags' }));
    const dialog = await screen.findByRole('dialog', { name: 'Tags of 2 pictures' }, { timeout: 15_000 });
    return { clear, dialog: within(dialog) };
  };

  it('are put on and taken off all at once; the pictures stay chosen', async () => {
    const { clear, dialog } = await open();
    expect(dialog.getByRole('button', { name: 'Save' })).toHaveProperty('disabled', true);
    await userEvent.type(dialog.getByRole('textbox', { name: 'Put on' }), 'heron, pond,');
    await userEvent.type(dialog.getByRole('textbox', { name: 'Take off' }), 'draft');
    await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const tags = { add: ['heron', 'pond'], remove: ['draft'] };
    expect(request).toHaveBeenCalledWith(TagImagesDocument, { ids: ['a', 'b'], ...tags });
    expect(clear).not.toHaveBeenCalled();
  });

  it('stay written when they are refused, with the reason', async () => {
    answer({ __typename: 'Refusal', code: 'INVALID_INPUT', message: 'A tag is too long.' });
    const { dialog } = await open();
    const field = dialog.getByRole('textbox', { name: 'Put on' });
    await userEvent.type(field, 'heron');
    await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
    expect(await dialog.findByText('A tag is too long.')).toBeTruthy();
    expect(field).toHaveProperty('value', 'heron');
  });
});
