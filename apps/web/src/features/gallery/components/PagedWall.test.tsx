import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TilePartsFragment } from '../../../lib/graph/generated/graphql.ts';
import { WallChunkDocument, WallTimelineDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/request.ts';
import { Answering } from '../../../lib/graph/testing/Answering.tsx';
import { PictureWall } from './PictureWall.tsx';

vi.mock('../../../lib/graph/request.ts', () => ({ request: vi.fn() }));

const DAYS = ['2026-11-02', '2026-10-30'];
const COUNTS = [100, 50];

/** The picture at a place of a wall of 150 pictures of two months. */
const picture = (place: number): TilePartsFragment => ({
  ...{ __typename: 'Image', id: `p${place}`, thumbnailUrl: '/a.webp', thumbhash: '', width: 300, height: 200 },
  ...{ title: `Picture ${place}`, prompt: null, starred: false, createdAt: '2026-11-02T00:00:00.000Z' },
});

interface ChunkVariables {
  readonly first: number;
  readonly beginAt: { readonly day: string; readonly skip: number };
}

function answer(document: unknown, variables: unknown) {
  if (document === WallTimelineDocument)
    return { imageTimeline: { totalCount: 150, endCursor: null, days: DAYS, counts: COUNTS } };
  expect(document).toBe(WallChunkDocument);
  const { first, beginAt } = variables as ChunkVariables;
  const from = (beginAt.day === DAYS[0] ? 0 : 100) + beginAt.skip;
  const edges = Array.from({ length: first }, (_, at) => ({ node: picture(from + at) }));
  return { images: { edges, pageInfo: { hasNextPage: false, endCursor: null } } };
}

function Gallery() {
  const [page, setPage] = useState(1);
  return (
    <PictureWall
      label="Gallery"
      filter={{}}
      pages={{ page, onPage: setPage }}
      empty={null}
      head={(count) => <p>{count} pictures</p>}
    />
  );
}

/** Waits as long as a busy machine needs to fetch what comes later. */
const tile = (place: number) =>
  screen.findByRole('button', { name: new RegExp(`^(?:Chosen: )?Picture ${place}$`, 'u') }, { timeout: 10_000 });

// What is fetched later is at hand from the start: these tests are of what it does.
beforeAll(() => Promise.all([import('./PagedWall.tsx'), import('./WallTools.tsx')]), 60_000);

class Still {
  observe() {}
  disconnect() {}
}

beforeEach(async () => {
  vi.stubGlobal('ResizeObserver', Still);
  vi.mocked(request).mockReset();
  vi.mocked(request).mockImplementation((document, variables) => Promise.resolve(answer(document, variables) as never));
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1_000);
  render(
    <Answering>
      <Gallery />
    </Answering>,
  );
  await tile(0);
}, 60_000);

describe('the wall in pages', { timeout: 30_000 }, () => {
  it('goes on by buttons and by number; at an end focus goes to the way back', async () => {
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    expect(await tile(60)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    expect(await tile(149)).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Previous' }));
    const field = screen.getByRole('textbox', { name: 'Page' });
    await userEvent.clear(field);
    await userEvent.type(field, '2{Enter}');
    expect(await tile(60)).toBeTruthy();
    expect(document.activeElement).toBe(field);
    await userEvent.clear(field);
    await userEvent.type(field, 'none{Enter}');
    expect(field).toHaveProperty('value', '2');
  });

  it('is walked by arrows over its edges, and to its ends', async () => {
    const last = await tile(59);
    last.focus();
    await waitFor(() => {
      fireEvent.keyDown(last, { key: 'ArrowRight' });
      expect(screen.getByText('Page 2 of 3')).toBeTruthy();
    });
    const next = await tile(60);
    await waitFor(() => expect(document.activeElement).toBe(next));
    fireEvent.keyDown(next, { key: 'End' });
    const end = await tile(149);
    await waitFor(() => expect(document.activeElement).toBe(end));
    fireEvent.keyDown(end, { key: 'Home' });
    const first = await tile(0);
    await waitFor(() => expect(document.activeElement).toBe(first));
  });

  it('is chosen from over its pages, a range too', async () => {
    fireEvent.click(await tile(58), { ctrlKey: true });
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    fireEvent.click(await tile(61), { shiftKey: true });
    expect(await screen.findByText('4 chosen')).toBeTruthy();
    fireEvent.keyDown(await tile(61), { key: 'Escape' });
    await waitFor(() => expect(screen.queryByRole('toolbar')).toBeNull());
  });
});
