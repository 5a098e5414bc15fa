import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { request } from '../../../lib/graph/request.ts';
import { Answering } from '../../../lib/graph/testing/Answering.tsx';
import { EmailPart } from './EmailPart.tsx';
import { NamePart } from './NamePart.tsx';

vi.mock('../../../lib/graph/request.ts', () => ({ request: vi.fn() }));

const draw = () =>
  render(
    <Answering>
      <NamePart name="Minji" />
    </Answering>,
  );
const field = () => screen.findByRole<HTMLInputElement>('textbox');

it('another name that was not saved yet outlives a reload, until it is saved or taken back', async () => {
  const before = draw();
  await userEvent.type(await field(), ' Kim');
  before.unmount();
  draw();
  expect((await field()).value).toBe('Minji Kim');
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect((await field()).value).toBe('Minji');
  vi.mocked(request).mockResolvedValue({ updateProfile: { __typename: 'User' } });
  await userEvent.type(await field(), ' Kim{Enter}');
  await waitFor(() => expect(JSON.stringify({ ...localStorage })).not.toContain('Kim'));
});

it('another address that was not asked for yet outlives a reload', async () => {
  const page = (
    <Answering>
      <EmailPart email="minji@example.test" isVerified />
    </Answering>
  );
  const before = render(page);
  await userEvent.type(await field(), 'other@example.test');
  before.unmount();
  render(page);
  expect((await field()).value).toBe('other@example.test');
});

it('who came without an address is offered no letter to it, and can add one', async () => {
  render(
    <Answering>
      <EmailPart email="discord-80351110224678912@no-address.invalid" isVerified={false} />
    </Answering>,
  );
  expect((await screen.findAllByRole('button')).map(({ textContent }) => textContent)).toEqual(['Add address']);
  expect(screen.queryByText(/no-address/)).toBeNull();
});
