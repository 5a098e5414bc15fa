import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CreateApiKeyDocument, RevokeApiKeyDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/request.ts';
import { Answering } from '../../../lib/graph/testing/Answering.tsx';
import type { Key } from '../hooks/useAccess.ts';
import { Keys } from './Keys.tsx';

vi.mock('../../../lib/graph/request.ts', () => ({ request: vi.fn() }));

const KEY = {
  ...{ id: 'k1', name: 'Nightly posters', start: 'mk_1', scopes: ['read'], lastUsedAt: null, expiresAt: null },
} as unknown as Key;
const revoked = () =>
  vi.mocked(request).mock.calls.filter(([document]) => (document as unknown) === RevokeApiKeyDocument);

beforeEach(() => {
  vi.mocked(request).mockReset();
  vi.mocked(request).mockImplementation((document) =>
    Promise.resolve(
      (document as unknown) === CreateApiKeyDocument
        ? { createApiKey: { __typename: 'CreatedApiKey', secret: 'mk_secret' } }
        : { revokeApiKey: { __typename: 'RevokedApiKey' } },
    ),
  );
});

describe('an API key', () => {
  const open = () =>
    render(
      <Answering>
        <Keys keys={[KEY]} />
      </Answering>,
    );
  const ask = async () => {
    open();
    await userEvent.click(screen.getByRole('button', { name: 'Remove' }));
    return within(await screen.findByRole('alertdialog', { name: 'Remove the key “Nightly posters”?' }));
  };

  it('is not removed for one press: programs that use it would stop', async () => {
    const dialog = await ask();
    await userEvent.click(dialog.getByRole('button', { name: 'Cancel' }));
    expect(revoked()).toEqual([]);
  });

  it('is removed once that was answered', async () => {
    const dialog = await ask();
    await userEvent.click(dialog.getByRole('button', { name: 'Remove' }));
    expect(revoked().map(([, variables]) => variables)).toEqual([{ id: 'k1' }]);
  });
});
