import { QueryClient } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { dayOf, daysBack, momentOf } from '../../../lib/days/day.ts';
import { WallFacetsDocument, WallSinceDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/request.ts';
import { Answering } from '../../../lib/graph/testing/Answering.tsx';
import type { GallerySearch } from '../model/wall-filter.ts';
import { FilterPanel } from './FilterPanel.tsx';

vi.mock('../../../lib/graph/request.ts', () => ({ request: vi.fn() }));

const PONDS = '01a4f0c2-6f1e-7c52-9a55-3d1e55aa0c11';
const REEDS = '01a4f0c2-6f1e-7c52-9a55-3d1e55aa0c12';
const SIZES = [
  { pixelsMin: 1_000_000, count: 80 },
  { pixelsMin: 16_000_000, count: 2 },
  { pixelsMin: 32_000_000, count: 1 },
];
const boards = [PONDS, REEDS].map((id, at) => ({ id, name: ['Ponds', 'Reeds'][at], imageCount: 40 + at, cover: null }));
const asked = (document: unknown) =>
  vi.mocked(request).mock.calls.flatMap(([of, variables]) => ((of as unknown) === document ? [variables] : []));

function answers({ exact }: { readonly exact: boolean }) {
  vi.mocked(request).mockImplementation((document, variables) => {
    const of: unknown = document;
    if (of === WallSinceDocument) {
      const since = [1, 7, 30, 365].map((count, at) => ({ count, exact: exact || at < 2 }));
      return Promise.resolve({ imageTimeline: { since } } as never);
    }
    if (of !== WallFacetsDocument) return Promise.resolve({ boards, models: [] } as never);
    const told = (variables as { boards: boolean }).boards ? { boards: [{ board: { id: REEDS }, count: 3 }] } : {};
    return Promise.resolve({
      imageFacets: { models: [], shapes: [], tags: [], sizes: SIZES, starredCount: 9, exact, ...told },
    } as never);
  });
}

function show(search: GallerySearch) {
  const onSearch = vi.fn();
  render(
    <Answering>
      <FilterPanel counted={false} search={search} onSearch={onSearch} />
    </Answering>,
  );
  return onSearch;
}

const steps = () =>
  screen.getAllByRole('button', { name: /Ponds|Reeds|Today|days|year/u }).map((one) => one.textContent);

beforeEach(() => void vi.mocked(request).mockReset());

describe('every step of the filter', () => {
  it('says how many pictures it would leave: a board, of what else is chosen; a stretch of days, all of them asked for at once', async () => {
    answers({ exact: true });
    show({ modelId: 'flux', from: '2026-11-01' });
    const all = ['Today1', 'Last 7 days7', 'Last 30 days30', 'This year365', 'Ponds0', 'Reeds3'];
    await waitFor(() => expect(steps()).toEqual(all));
    const today = dayOf(new Date());
    const days = [today, daysBack(today, 7), daysBack(today, 30), `${today.slice(0, 4)}-01-01`];
    expect(asked(WallSinceDocument)).toEqual([{ modelId: 'flux', moments: days.map(momentOf) }]);
  });

  it('says so where not all were counted, and nothing of a board that may hold some all the same', async () => {
    answers({ exact: false });
    show({ search: 'cat' });
    const all = ['Today1', 'Last 7 days7', 'Last 30 days30+', 'This year365+', 'Ponds', 'Reeds3+'];
    await waitFor(() => expect(steps()).toEqual(all));
  });

  it('by size says what it is good for, and is in the address', async () => {
    answers({ exact: true });
    const onSearch = show({ tag: 'print', pixelsMin: 1_000_000, pixelsMax: 4_000_000 });
    await screen.findByRole('button', { name: /16 megapixels/u });
    const names = screen.getAllByRole('button', { name: /megapixel/u }).map((one) => one.textContent);
    expect(names).toEqual([
      ...['From 1 megapixel: a screen80', 'From 16 megapixels: a poster2', 'From 32 megapixels1'],
    ]);
    fireEvent.click(screen.getByRole('button', { name: /16 megapixels/u }));
    expect(onSearch).toHaveBeenCalledWith({ tag: 'print', pixelsMin: 16_000_000 });
  });

  it('says nothing of a board until those that fit were counted, also where that failed', async () => {
    answers({ exact: true });
    const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
    const panel = (search: GallerySearch) => (
      <Answering client={client}>
        <FilterPanel counted={false} search={search} onSearch={vi.fn()} />
      </Answering>
    );
    const { rerender } = render(panel({}));
    await waitFor(() => expect(steps().slice(-2)).toEqual(['Ponds40', 'Reeds41']));
    const counting = Promise.withResolvers<void>();
    vi.mocked(request).mockImplementation(async () => {
      await counting.promise;
      throw new Error('cut');
    });
    rerender(panel({ starred: true }));
    expect(steps().slice(-2)).toEqual(['Ponds', 'Reeds']);
    counting.resolve();
    await screen.findByText('The counts could not be loaded.', { exact: false });
    expect(steps().slice(-2)).toEqual(['Ponds', 'Reeds']);
  });

  it('takes from each board what is on it, where nothing else is chosen', async () => {
    answers({ exact: true });
    show({ boardId: PONDS });
    await waitFor(() => expect(steps().slice(-2)).toEqual(['Ponds40', 'Reeds41']));
    expect(asked(WallFacetsDocument)).toContainEqual({ boards: false });
  });
});
