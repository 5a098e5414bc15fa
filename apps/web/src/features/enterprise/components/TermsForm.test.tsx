import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { request } from '../../../lib/graph/request.ts';
import { Answering } from '../../../lib/graph/testing/Answering.tsx';
import { TermsForm } from './TermsForm.tsx';

vi.mock('../../../lib/graph/request.ts', () => ({ request: vi.fn() }));

const draw = () =>
  render(
    <Answering>
      <TermsForm userId="u0" />
    </Answering>,
  );
const field = async () => (await screen.findAllByRole<HTMLInputElement>('textbox'))[0]!;

it('terms that were written and not put into force outlive a reload, until they are', async () => {
  const before = draw();
  await userEvent.clear(await field());
  await userEvent.type(await field(), '777{Tab}');
  before.unmount();
  draw();
  expect((await field()).value).toBe('777');
  vi.mocked(request).mockResolvedValue({ activateEnterprise: { __typename: 'EnterpriseTerms' } });
  await userEvent.type(await field(), '{Enter}');
  await waitFor(() => expect(JSON.stringify({ ...localStorage })).not.toContain('777'));
  expect(vi.mocked(request).mock.lastCall?.[1]).toMatchObject({ userId: 'u0', input: { monthlyCredits: 777 } });
});
