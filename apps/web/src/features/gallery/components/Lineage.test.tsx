import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { VariantsDocument } from '../../../lib/graph/generated/graphql.ts';
import type { TilePartsFragment } from '../../../lib/graph/generated/graphql.ts';
import { GraphError } from '../../../lib/graph/index.ts';
import { request } from '../../../lib/graph/request.ts';
import { Answering } from '../../../lib/graph/testing/Answering.tsx';
import { Lineage } from './Lineage.tsx';

vi.mock('../../../lib/graph/request.ts', () => ({ request: vi.fn() }));
vi.mock('../../../lib/way/index.ts', () => ({
  Link: ({ params, children }: { params: { imageId: string }; children: React.ReactNode }) => (
    <a href={params.imageId}>{children}</a>
  ),
}));

const picture = (place: number): TilePartsFragment => ({
  ...{ __typename: 'Image', id: `v${place}`, thumbnailUrl: '/a.webp', thumbhash: '', width: 1, height: 1 },
  ...{ title: `Variant ${place}`, prompt: null, starred: false, createdAt: '2026-11-02T00:00:00.000Z' },
});
/** The variants of a picture with 30 of them. */
const page = (from: number, to: number) => ({
  totalCount: 30,
  pageInfo: { hasNextPage: to < 30, endCursor: `c${to}` },
  edges: Array.from({ length: to - from }, (_, at) => ({ node: picture(from + at) })),
});

const show = () =>
  render(
    <Answering>
      <Lineage image={{ id: 'pond', parent: null, variants: page(0, 12) }} />
    </Answering>,
  );
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));

beforeEach(() => void vi.mocked(request).mockReset());

describe('pictures made from one', () => {
  it('are all to be had, page by page; with the last ones focus is on the first that is new', async () => {
    vi.mocked(request).mockResolvedValue({ image: { id: 'pond', variants: page(12, 30) } });
    show();
    expect(screen.getAllByRole('listitem')).toHaveLength(12);
    await press('Show more');
    await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(30));
    expect(vi.mocked(request).mock.calls[0]?.slice(0, 2)).toEqual([
      VariantsDocument,
      { id: 'pond', after: 'c12', first: 48 },
    ]);
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
    await waitFor(() => expect(document.activeElement?.getAttribute('href')).toBe('v12'));
  });

  it('that did not come are asked for again', async () => {
    vi.mocked(request).mockRejectedValueOnce(
      new GraphError({ code: 'UNREACHABLE', message: 'HTTP 502', traceId: null }),
    );
    vi.mocked(request).mockResolvedValue({ image: { id: 'pond', variants: page(12, 30) } });
    show();
    await press('Show more');
    expect((await screen.findByRole('alert')).textContent).toContain('The studio did not answer.');
    await press('Try again');
    await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(30));
  });
});
