import { render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { ProofHeadDocument, QuoteBrailleDocument } from '../../lib/graph/generated/graphql.ts';
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

it('braille names the engine that made it, and offers to be made again when that has changed since', async () => {
  const edition = { name: 'liblouis', version: '3.2.0', tables: 'en-ueb-g2.ctb', isCurrent: false };
  const answers = new Map<unknown, object>([
    [ProofHeadDocument, { brailleRendition: { ...RENDITION, code: 'en-ueb-g2', setup: {}, edition } }],
    [QuoteBrailleDocument, { quoteBrailleDocument: { credits: 2, refusal: null } }],
  ]);
  vi.mocked(request).mockImplementation((document) => {
    const answer = answers.get(document);
    return answer ? Promise.resolve(answer) : Promise.reject(new Error('cut'));
  });
  render(
    <Answering>
      <ProofPage renditionId="cells" />
    </Answering>,
  );
  expect(await screen.findByText(/liblouis 3\.2\.0, en-ueb-g2\.ctb/)).toBeTruthy();
  expect(await screen.findByText(/braille engine has changed/)).toBeTruthy();
  expect(await screen.findByRole('button', { name: 'Make again for 2 credits' })).toBeTruthy();
});
