import { LiveRegion } from '@modu/ui';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { request } from '../../../lib/graph/request.ts';
import { Answering } from '../../../lib/graph/testing/Answering.tsx';
import { NewKey } from './NewKey.tsx';

vi.mock('../../../lib/graph/request.ts', () => ({ request: vi.fn() }));

const draw = () =>
  render(
    <Answering>
      <NewKey onClose={() => undefined} />
    </Answering>,
  );
const name = () => screen.findByRole<HTMLInputElement>('textbox', { name: 'What is it for?' });
const mayGenerate = () => screen.getByRole<HTMLInputElement>('checkbox', { name: /^make pictures/u });
const kept = () => JSON.stringify({ ...localStorage });

async function begin() {
  const form = draw();
  await userEvent.type(await name(), 'Nightly posters');
  await userEvent.click(mayGenerate());
  return form;
}

it('a key that was begun and not made is as it was left after a reload', async () => {
  (await begin()).unmount();
  draw();
  expect((await name()).value).toBe('Nightly posters');
  expect(mayGenerate().checked).toBe(true);
});

it('nothing of it is kept once it was given up, or made', async () => {
  const form = await begin();
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(kept()).not.toContain('Nightly posters');
  form.unmount();
  await begin();
  vi.mocked(request).mockResolvedValue({ createApiKey: { __typename: 'CreatedApiKey', secret: 'mk_secret' } });
  await userEvent.type(await name(), '{Enter}');
  expect(await screen.findByText('mk_secret')).toBeTruthy();
  expect(kept()).not.toMatch(/Nightly posters|mk_secret/u);
});

it('a key that was copied says so, to eye and ear', async () => {
  const hands = userEvent.setup();
  await begin();
  vi.mocked(request).mockResolvedValue({ createApiKey: { __typename: 'CreatedApiKey', secret: 'mk_secret' } });
  await hands.type(await name(), '{Enter}');
  render(<LiveRegion />);
  await hands.click(await screen.findByRole('button', { name: 'Copy' }));
  expect(await screen.findByRole('button', { name: 'Copied' })).toBeTruthy();
  await waitFor(() => expect(screen.getByRole('log').textContent).toContain('Copied'));
  expect(await navigator.clipboard.readText()).toBe('mk_secret');
});

it('a key works until the day it ends on is over where the person is', async () => {
  await begin();
  fireEvent.change(screen.getByLabelText('Ends on'), { target: { value: '2026-11-30' } });
  vi.mocked(request).mockResolvedValue({ createApiKey: { __typename: 'CreatedApiKey', secret: 'mk_secret' } });
  await userEvent.type(await name(), '{Enter}');
  await screen.findByText('mk_secret');
  const expiresAt = new Date(2026, 11, 1).toISOString();
  expect(vi.mocked(request).mock.lastCall?.[1]).toMatchObject({ input: { expiresAt } });
});
