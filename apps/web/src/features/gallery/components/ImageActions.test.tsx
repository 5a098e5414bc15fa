import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { AssetLinkDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/request.ts';
import { Answering } from '../../../lib/graph/testing/Answering.tsx';
import type { ImageInFull } from '../hooks/useImage.ts';
import { ImageActions } from './ImageActions.tsx';

vi.mock('../../../lib/graph/request.ts', () => ({ request: vi.fn() }));

it('a picture is downloaded by a link of that moment, however long its page has been open; if it is gone, it says so', async () => {
  vi.mocked(request).mockResolvedValue({ asset: null });
  const image = {
    id: 'a',
    title: null,
    tags: [],
    note: null,
    deletedAt: null,
    starred: false,
    asset: { id: 'file-1' },
  };
  render(
    <Answering>
      <ImageActions image={image as unknown as ImageInFull} />
    </Answering>,
  );
  fireEvent.click(screen.getByRole('button', { name: /^Download/u }));
  await waitFor(() => expect(request).toHaveBeenCalledWith(AssetLinkDocument, { id: 'file-1' }));
  expect((await screen.findByRole('alert')).textContent).toContain('The file is not there any more.');
});
