import { QueryClient } from '@tanstack/react-query';
import { act, render, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { ArchiveImagesDocument, WallTimelineDocument } from '../../../lib/graph/generated/graphql.ts';
import { GraphError } from '../../../lib/graph/graph-error.ts';
import { request } from '../../../lib/graph/request.ts';
import { Answering } from '../../../lib/graph/testing/Answering.tsx';
import { allOf } from '../model/take-pictures.ts';
import { keepTaking } from '../model/takings.ts';
import { PictureWall } from './PictureWall.tsx';

vi.mock('../../../lib/graph/request.ts', () => ({ request: vi.fn() }));

class Still {
  observe() {}
  disconnect() {}
}

beforeEach(() => {
  vi.stubGlobal('ResizeObserver', Still);
  for (const side of ['clientWidth', 'clientHeight'] as const)
    vi.spyOn(HTMLElement.prototype, side, 'get').mockReturnValue(1_000);
});

const LATE = { timeout: 20_000 };
const PICTURE = {
  ...{ __typename: 'Image', id: 'a', thumbnailUrl: '/a.webp', thumbhash: '', width: 300, height: 200 },
  ...{ title: 'A heron', prompt: null, starred: false, createdAt: '2026-11-02T00:00:00.000Z' },
};

it('the last picture that leaves a wall leaves focus to the work, not to nothing', { timeout: 60_000 }, async () => {
  let count = 1;
  vi.mocked(request).mockImplementation((document) =>
    Promise.resolve(
      (document as unknown) === WallTimelineDocument
        ? { imageTimeline: { totalCount: count, endCursor: null, days: ['2026-11-02'], counts: [count] } }
        : { images: { edges: [{ node: PICTURE }], pageInfo: { hasNextPage: false, endCursor: null } } },
    ),
  );
  const client = new QueryClient();
  render(
    <Answering client={client}>
      <main id="work" tabIndex={-1}>
        <PictureWall
          label="Gallery"
          filter={{}}
          pages={{ page: 1, onPage: vi.fn() }}
          empty={<p>No picture</p>}
          head={() => null}
        />
      </main>
    </Answering>,
  );
  (await screen.findByRole('button', { name: 'A heron' }, LATE)).focus();
  count = 0;
  await act(() => client.invalidateQueries({ queryKey: ['images'] }));
  expect(await screen.findByText('No picture')).toBeTruthy();
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('main')));
});

it.each([
  ['without a picture', {}],
  ['that no picture fits', { starred: true } as const],
])('a wall %s goes on with what was being taken away before a reload', async (_, filter) => {
  keepTaking({ ...allOf(['a', 'b']), id: 'left', count: 2, begunAt: Date.now() });
  const locks = { request: (_name: string, _how: object, work: (lock: object) => unknown) => work({}) };
  vi.stubGlobal('navigator', Object.assign(Object.create(navigator) as Navigator, { locks }));
  const orders = vi.fn();
  vi.mocked(request).mockImplementation((document, variables) => {
    if ((document as unknown) !== ArchiveImagesDocument)
      return Promise.resolve({ imageTimeline: { totalCount: 0, endCursor: null, days: [], counts: [] } });
    orders(variables);
    return new Promise(() => undefined);
  });
  render(
    <Answering>
      <PictureWall label="Gallery" filter={filter} empty={<p>No picture</p>} head={() => null} />
    </Answering>,
  );
  expect(await screen.findByText('No picture', {}, LATE)).toBeTruthy();
  await waitFor(() => expect(orders).toHaveBeenCalledOnce(), LATE);
  expect(orders).toHaveBeenCalledWith(expect.objectContaining({ ids: ['a', 'b'] }));
});

it('a wall that does not come by our fault has the trace id to copy', async () => {
  vi.mocked(request).mockRejectedValue(new GraphError({ code: 'INTERNAL', message: 'masked', traceId: '7f3a' }));
  render(
    <Answering>
      <PictureWall label="Gallery" filter={{}} empty={<p>No picture</p>} head={() => null} />
    </Answering>,
  );
  expect(await screen.findByRole('button', { name: 'Copy trace id' }, LATE)).toBeTruthy();
  expect(screen.getByRole('alert').textContent).toContain('Trace id 7f3a');
});

it('the first pictures of a wall hang before it is told how many there are, and stay where they are', async () => {
  const told = Promise.withResolvers<object>();
  const nodes = Array.from({ length: 60 }, (_, n) => ({ node: { ...PICTURE, id: `${n}`, title: `Heron ${n}` } }));
  vi.mocked(request).mockImplementation((document) =>
    (document as unknown) === WallTimelineDocument
      ? (told.promise as never)
      : (Promise.resolve({ images: { edges: nodes, pageInfo: { hasNextPage: false, endCursor: null } } }) as never),
  );
  render(
    <Answering>
      <PictureWall
        label="Gallery"
        filter={{ search: 'heron' }}
        empty={null}
        head={(count) => <p>of {count ?? '…'}</p>}
      />
    </Answering>,
  );
  const first = await screen.findByRole('button', { name: 'Heron 0' }, LATE);
  const last = await screen.findByRole('button', { name: 'Heron 59' }, LATE);
  expect(screen.getByText('of …')).toBeTruthy();
  const placed = () =>
    [first, last].map((tile) => [tile.isConnected, tile.closest('.wall__row')?.getAttribute('style')]);
  const before = placed();

  const days = ['2026-11-02', '2026-11-01'];
  told.resolve({ imageTimeline: { totalCount: 90_000, endCursor: null, days, counts: [60, 89_940] } });
  expect(await screen.findByText('of 90000', {}, LATE)).toBeTruthy();
  expect(placed()).toEqual(before);
  expect(screen.getByTestId('wall').scrollTop).toBe(0);
  expect(document.querySelector('.wall__content')?.getAttribute('style')).toContain('translateY(0px)');
});
