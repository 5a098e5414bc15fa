import { render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { ProofHeadDocument } from '../../lib/graph/generated/graphql.ts';
import { request } from '../../lib/graph/request.ts';
import { Answering } from '../../lib/graph/testing/Answering.tsx';
import { ProofPage } from './ProofPage.tsx';

vi.mock('../../lib/graph/request.ts', () => ({ request: vi.fn() }));

const RENDITION = {
  ...{ id: 'cells', state: 'READY', pageCount: 3, cellsPerLine: 40, linesPerPage: 25, isOutdated: false },
  document: { id: 'paper', title: 'Paper', language: 'en', version: 2, lastCorrection: null },
};

it('a braille page that does not come is not loaded for ever: it says so, and can be asked for again', async () => {
  vi.mocked(request).mockImplementation((document) =>
    (document as unknown) === ProofHeadDocument
      ? Promise.resolve({ brailleRendition: RENDITION })
      : Promise.reject(new Error('cut')),
  );
  render(
    <Answering>
      <ProofPage renditionId="cells" />
    </Answering>,
  );
  expect(await screen.findByText('This part could not be loaded.')).toBeTruthy();
  expect(screen.queryByText('Loading')).toBeNull();
  expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
});
