import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, expect, it, vi } from 'vitest';
import { request } from '../../../lib/graph/request.ts';
import { Answering } from '../../../lib/graph/testing/Answering.tsx';
import { forgetOwn } from '../../../lib/keep/own.ts';
import { EditWords } from './EditWords.tsx';

vi.mock('../../../lib/graph/request.ts', () => ({ request: vi.fn() }));

const PICTURE = { id: 'p0', title: 'A pond', tags: ['water'], note: null };

function Page() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Edit
      </button>
      <EditWords image={PICTURE} isOpen={isOpen} onOpenChange={setOpen} />
    </>
  );
}

vi.setConfig({ testTimeout: 60_000 });
/** A machine with much to do fetches late. */
const LATE = { timeout: 20_000 };

const draw = () =>
  render(
    <Answering>
      <Page />
    </Answering>,
  );
const open = async () => {
  await userEvent.click(screen.getByRole('button', { name: 'Edit' }));
  return screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Note' }, LATE);
};

beforeEach(() => {
  forgetOwn();
  vi.mocked(request).mockReset();
});

it('is as it was left after a reload, until its writer takes it back', async () => {
  const before = draw();
  await userEvent.type(await open(), 'Seen at dusk');
  before.unmount();
  draw();
  expect((await open()).value).toBe('Seen at dusk');
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull(), LATE);
  expect((await open()).value).toBe('Seen at dusk');
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Note' }).value).toBe('');
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});

it('keeps what was refused, and nothing of what was saved', async () => {
  const refused = { __typename: 'Refusal', code: 'BAD_INPUT', message: 'Too long.', field: 'note' };
  vi.mocked(request).mockResolvedValueOnce({ updateImage: refused });
  draw();
  await userEvent.type(await open(), 'Seen at dusk');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Too long.', {}, LATE)).toBeTruthy();
  expect(JSON.stringify({ ...localStorage })).toContain('Seen at dusk');
  vi.mocked(request).mockResolvedValueOnce({ updateImage: { __typename: 'Image', id: 'p0' } });
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull(), LATE);
  expect(JSON.stringify({ ...localStorage })).not.toContain('Seen at dusk');
  expect(vi.mocked(request).mock.lastCall?.[1]).toEqual({
    id: 'p0',
    input: { title: 'A pond', tags: ['water'], note: 'Seen at dusk' },
  });
});
