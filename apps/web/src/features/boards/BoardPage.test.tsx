import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { BoardDocument, WallChunkDocument, WallTimelineDocument } from '../../lib/graph/generated/graphql.ts';
import { request } from '../../lib/graph/request.ts';
import { Answering } from '../../lib/graph/testing/Answering.tsx';
import { BoardPage } from './BoardPage.tsx';

vi.mock('../../lib/graph/request.ts', () => ({ request: vi.fn() }));

const LATE = { timeout: 10_000 };
const asked = vi.fn();

const HERONS = Array.from({ length: 60 }, (_, n) => ({
  node: {
    ...{ __typename: 'Image', id: `${n}`, thumbnailUrl: '/a.webp', thumbhash: '', width: 300, height: 200 },
    ...{ title: `Heron ${n}`, prompt: null, starred: false, createdAt: '2026-03-02T00:00:00.000Z' },
  },
}));

class Still {
  observe() {}
  disconnect() {}
}

/** A board of more pictures than are counted at a time: the first answer says where to go on, the next one never comes. */
beforeEach(() => {
  vi.stubGlobal('ResizeObserver', Still);
  for (const side of ['clientWidth', 'clientHeight'] as const)
    vi.spyOn(HTMLElement.prototype, side, 'get').mockReturnValue(1_000);
  asked.mockReset();
  vi.mocked(request).mockImplementation((document, variables) => {
    if ((document as unknown) === BoardDocument) return Promise.resolve({ board: { id: 'herons', name: 'Herons' } });
    if ((document as unknown) === WallChunkDocument)
      return Promise.resolve({ images: { edges: HERONS, pageInfo: { hasNextPage: false, endCursor: null } } });
    if ((document as unknown) !== WallTimelineDocument) return new Promise(() => undefined);
    asked(variables);
    if ((variables as { after?: string | null }).after) return new Promise(() => undefined);
    const days = { days: ['2026-03-02', '2026-02-01'], counts: [90, 90] };
    return Promise.resolve({ imageTimeline: { totalCount: 180, endCursor: 'on', ...days } });
  });
});

function open(to?: string) {
  const onTo = vi.fn();
  render(
    <Answering>
      <BoardPage boardId="herons" to={to} onTo={onTo} />
    </Answering>,
  );
  return onTo;
}

it('a board of more pictures than are counted goes on from the last day that is', { timeout: 60_000 }, async () => {
  const onTo = open();
  await userEvent.click(await screen.findByRole('button', { name: /Feb 1, 2026/u }, LATE));
  expect(onTo).toHaveBeenCalledExactlyOnceWith('2026-02-01');
  expect(screen.queryByRole('link', { name: 'From the newest' })).toBeNull();
});

it('that was gone on with shows its pictures up to that day, and the way back to the newest', async () => {
  open('2026-02-01');
  const back = await screen.findByRole('link', { name: 'From the newest' }, LATE);
  expect(back.getAttribute('href')).toBe('/boards/herons');
  expect(asked).toHaveBeenCalledWith(
    expect.objectContaining({ boardId: 'herons', createdTo: expect.stringContaining('2026-02-0') as string }),
  );
});
