import { LiveRegion } from '@modu/ui';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { RevokeShareDocument } from '../../../lib/graph/generated/graphql.ts';
import { GraphError } from '../../../lib/graph/index.ts';
import { request } from '../../../lib/graph/request.ts';
import { Answering } from '../../../lib/graph/testing/Answering.tsx';
import { ShareList } from './ShareList.tsx';

vi.mock('../../../lib/graph/request.ts', () => ({ request: vi.fn() }));

const LINK = {
  ...{ id: 'link', createdAt: '2026-05-01T09:00:00Z', expiresAt: null, revokedAt: null },
  ...{ viewCount: 2, viewLimit: null, passwordProtected: false, allowDownload: true, showPrompt: false },
};
const UNREACHABLE = new GraphError({ code: 'UNREACHABLE', message: 'HTTP 502', traceId: null });

/** The graph: links as `read` answers, and what comes of ending one. */
function answer({ read, revoke }: { read: () => Promise<object>; revoke?: () => Promise<object> }) {
  vi.mocked(request).mockImplementation((document) =>
    (document as unknown) === RevokeShareDocument && revoke ? revoke() : read(),
  );
}

const links = (...shares: object[]) => Promise.resolve({ image: { id: 'pond', shares } });
const button = (name: string) => screen.findByRole('button', { name });
const press = async (name: string) => userEvent.click(await button(name));
/** Ends the link, and answers that it is meant. */
const revoke = async () => {
  await press('Revoke');
  await press('Revoke for good');
};
const show = () =>
  render(
    <Answering>
      <ShareList isOpen thing={{ kind: 'image', id: 'pond' }} />
    </Answering>,
  );

beforeEach(() => void vi.mocked(request).mockReset());

describe('ending a link', () => {
  it('asks first, with the safe answer focused, for nothing brings it back; kept, focus is where it was', async () => {
    const end = vi.fn(() => Promise.resolve({ revokeShare: { __typename: 'Share', id: 'link' } }));
    answer({ read: () => links(LINK), revoke: end });
    show();
    await press('Revoke');
    expect(screen.getByRole('group', { name: /Nobody can open it any more/u })).toBeTruthy();
    expect(document.activeElement).toBe(await button('Keep it'));
    await userEvent.keyboard('{Enter}');
    expect(document.activeElement).toBe(await button('Revoke'));
    expect(end).not.toHaveBeenCalled();
  });

  it('is said aloud once it is done', async () => {
    answer({ read: () => links(LINK), revoke: () => Promise.resolve({ revokeShare: { __typename: 'Share' } }) });
    show();
    render(<LiveRegion />);
    await revoke();
    await waitFor(() => expect(screen.getByRole('log').textContent).toContain('The link is revoked'));
  });

  it('that is refused says why, and is asked for again by the button beside it', async () => {
    const revokeShare = { __typename: 'Refusal', code: 'NOT_FOUND', message: 'This link is not here.' };
    const end = vi.fn(() => Promise.resolve({ revokeShare }));
    answer({ read: () => links(LINK), revoke: end });
    show();
    await revoke();
    expect((await screen.findByRole('alert')).textContent).toContain('This link is not here.');
    await press('Try again');
    await waitFor(() => expect(end).toHaveBeenCalledTimes(2));
  });

  it('that nobody answered says that, and the link is shown as one that still works', async () => {
    answer({ read: () => links(LINK), revoke: () => Promise.reject(UNREACHABLE) });
    show();
    await revoke();
    expect((await screen.findByRole('alert')).textContent).toContain('The studio did not answer.');
    expect(await button('Revoke')).toBeTruthy();
  });
});

const OURS = new GraphError({ code: 'INTERNAL', message: 'masked', traceId: '7f3a' });

describe('what does not come by our fault has the trace id to copy', () => {
  it('of all links', async () => {
    answer({ read: () => Promise.reject(OURS) });
    show();
    expect(await button('Copy trace id')).toBeTruthy();
  });

  it('of who looked at one', async () => {
    answer({ read: () => links(LINK) });
    show();
    await button('Revoke');
    answer({ read: () => Promise.reject(OURS) });
    await userEvent.click(screen.getByText('Who looked'));
    expect((await screen.findByText(/The looks could not be loaded/u)).textContent).toContain('Trace id 7f3a');
  });
});

describe('links that could not be read', () => {
  it('are not told as none, and are asked for again', async () => {
    answer({ read: () => Promise.reject(UNREACHABLE) });
    show();
    expect((await screen.findByRole('alert')).textContent).toContain('The links could not be loaded.');
    answer({ read: () => links(LINK) });
    await press('Try again');
    expect(await button('Revoke')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('anew after one was ended do not leave it looking alive in silence', async () => {
    answer({
      read: () => links(LINK),
      revoke: () => Promise.resolve({ revokeShare: { __typename: 'Share', id: 'link' } }),
    });
    show();
    await button('Revoke');
    vi.mocked(request).mockImplementation((document) =>
      (document as unknown) === RevokeShareDocument
        ? Promise.resolve({ revokeShare: { __typename: 'Share', id: 'link' } })
        : Promise.reject(UNREACHABLE),
    );
    await revoke();
    expect((await screen.findByRole('alert')).textContent).toContain('The links could not be loaded.');
  });
});
