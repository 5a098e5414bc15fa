import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { ShareImageDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/request.ts';
import { Answering } from '../../../lib/graph/testing/Answering.tsx';
import { ShareDialog } from './ShareDialog.tsx';

vi.mock('../../../lib/graph/request.ts', () => ({ request: vi.fn() }));

const draw = () =>
  render(
    <Answering>
      <ShareDialog thing={{ kind: 'image', id: 'pond' }} isOpen onOpenChange={() => undefined} />
    </Answering>,
  );
const views = () => screen.findByRole<HTMLInputElement>('textbox', { name: /view/iu });
const password = () => screen.getByLabelText<HTMLInputElement>('Password');
const prompt = () => screen.getByRole<HTMLInputElement>('switch', { name: /prompt/iu });
const kept = () => JSON.stringify({ ...localStorage });

async function begin() {
  const form = draw();
  await userEvent.type(await views(), '777{Tab}');
  await userEvent.click(prompt());
  await userEvent.type(password(), 'persimmon');
  return form;
}

beforeEach(() => {
  vi.mocked(request).mockImplementation((document) =>
    Promise.resolve(
      (document as unknown) === ShareImageDocument
        ? { shareImage: { __typename: 'Share', url: 'https://modu.test/s/1' } }
        : { image: { id: 'pond', shares: [] } },
    ),
  );
});

it('a link that was begun and not made is as it was left after a reload; its password is never kept', async () => {
  (await begin()).unmount();
  expect(kept()).not.toContain('persimmon');
  draw();
  expect((await views()).value).toBe('777');
  expect(prompt().checked).toBe(true);
  expect(password().value).toBe('');
});

it('nothing of it stays once the link is made', async () => {
  await begin();
  await userEvent.click(screen.getByRole('button', { name: 'Make link' }));
  expect(await screen.findByText('https://modu.test/s/1')).toBeTruthy();
  await waitFor(() => expect(kept()).not.toContain('777'));
  expect(password().value).toBe('');
});
