import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { AssetLinkDocument } from '../../../lib/graph/generated/graphql.ts';
import type { DocumentPageQuery } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/request.ts';
import { Answering } from '../../../lib/graph/testing/Answering.tsx';
import { BraillePanel } from './BraillePanel.tsx';

vi.mock('../../../lib/graph/request.ts', () => ({ request: vi.fn() }));

const RENDITION = {
  ...{ id: 'a', code: 'ko-2024', state: 'READY', pageCount: 2, cellsPerLine: 40, linesPerPage: 25 },
  ...{ brf: { id: 'brf' }, pef: null, unicode: null },
};
const PAPER = { id: 'paper', title: 'Paper', language: 'ko', state: 'READING', renditions: [RENDITION] };

it('braille that cannot be had as a file says why, in its row', async () => {
  vi.mocked(request).mockImplementation((document) =>
    Promise.resolve((document as unknown) === AssetLinkDocument ? { asset: null } : { quoteBrailleDocument: null }),
  );
  render(
    <Answering>
      <BraillePanel document={PAPER as unknown as NonNullable<DocumentPageQuery['document']>} codes={[]} />
    </Answering>,
  );
  await userEvent.click(screen.getByRole('button', { name: /BRF/u }));
  const row = screen.getByRole('listitem');
  expect(row.contains(await screen.findByRole('alert'))).toBe(true);
  expect(screen.getByRole('alert').textContent).toContain('The file is not there any more.');
});
