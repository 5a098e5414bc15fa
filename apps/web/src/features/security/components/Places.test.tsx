import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { RevokeOtherSessionsDocument, RevokeSessionDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/request.ts';
import { Answering } from '../../../lib/graph/testing/Answering.tsx';
import type { Place } from '../hooks/useAccess.ts';
import { Places } from './Places.tsx';

vi.mock('../../../lib/graph/request.ts', () => ({ request: vi.fn() }));

const SINCE = { ipAddress: null, createdAt: '2026-11-21T12:00:00.000Z' };
const HERE: Place = { ...SINCE, id: 'here', name: null, current: true, userAgent: 'Firefox/144 Linux' };
const THERE: Place = { ...SINCE, id: 'there', name: 'The library', current: false, userAgent: null };
const asked = (wanted: unknown) =>
  vi
    .mocked(request)
    .mock.calls.filter(([document]) => (document as unknown) === wanted)
    .map(([, variables]) => variables);

beforeEach(() => {
  vi.mocked(request).mockReset();
  vi.mocked(request).mockImplementation((document) =>
    Promise.resolve({
      [(document as unknown) === RevokeSessionDocument ? 'revokeSession' : 'revokeOtherSessions']: {
        __typename: 'Revoked',
      },
    }),
  );
});

describe('another place where one is signed in', () => {
  const press = async (name: string, question: string) => {
    render(
      <Answering>
        <Places places={[HERE, THERE]} />
      </Answering>,
    );
    await userEvent.click(screen.getByRole('button', { name }));
    return within(await screen.findByRole('alertdialog', { name: question }));
  };

  it('is not signed out for one press: whoever is there would have to sign in again', async () => {
    const dialog = await press('Sign out', 'Sign out of “The library”?');
    expect(dialog.getByText(/can’t be undone/u)).toBeTruthy();
    await userEvent.click(dialog.getByRole('button', { name: 'Cancel' }));
    expect(asked(RevokeSessionDocument)).toEqual([]);
  });

  it('is signed out once that was answered', async () => {
    const dialog = await press('Sign out', 'Sign out of “The library”?');
    await userEvent.click(dialog.getByRole('button', { name: 'Sign out' }));
    expect(asked(RevokeSessionDocument)).toEqual([{ id: 'there' }]);
  });

  it('is asked about as well where all of them are to go at once', async () => {
    const dialog = await press('Sign out everywhere else', 'Sign out everywhere else?');
    expect(asked(RevokeOtherSessionsDocument)).toEqual([]);
    await userEvent.click(dialog.getByRole('button', { name: 'Sign out' }));
    expect(asked(RevokeOtherSessionsDocument)).toEqual([{}]);
  });
});
