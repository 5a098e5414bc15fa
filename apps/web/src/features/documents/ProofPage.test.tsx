import { QueryClient } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import {
  JobsDocument,
  ProofHeadDocument,
  ProofSheetDocument,
  QuoteBrailleDocument,
} from '../../lib/graph/generated/graphql.ts';
import { request } from '../../lib/graph/request.ts';
import { Answering } from '../../lib/graph/testing/Answering.tsx';
import { JOBS_KEY } from '../queue/index.ts';
import { jobOf } from '../queue/testing/job-of.ts';
import { ProofPage } from './ProofPage.tsx';

vi.mock('../../lib/graph/request.ts', () => ({ request: vi.fn() }));

const RENDITION = {
  job: { id: 'job-1' },
  ...{
    id: 'cells',
    state: 'READY',
    pageCount: 3,
    contentsPageCount: 0,
    cellsPerLine: 40,
    linesPerPage: 25,
    isOutdated: false,
  },
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

it('one keeps looking at the same page when contents are put before it', async () => {
  // Given a rendition that is being made, of which one sees the first page
  let made = { ...RENDITION, state: 'BRAILLING', pageCount: 4, contentsPageCount: 0 };
  const asked: number[] = [];
  vi.mocked(request).mockImplementation((document, variables) => {
    if ((document as unknown) === ProofHeadDocument) return Promise.resolve({ brailleRendition: made });
    if ((document as unknown) !== ProofSheetDocument) return Promise.reject(new Error('cut'));
    asked.push((variables as { readonly number: number }).number);
    return Promise.resolve({ brailleRendition: { page: null } });
  });
  render(
    <Answering>
      <ProofPage renditionId="cells" />
    </Answering>,
  );
  expect(await screen.findByText('1 of 4')).toBeTruthy();

  // When the contents, two pages, are put before it
  made = { ...made, state: 'READY', pageCount: 6, contentsPageCount: 2 };

  // Then it is the third page, and is asked for by its new number
  await waitFor(() => expect(screen.getByText('3 of 6')).toBeTruthy(), { timeout: 10_000 });
  await waitFor(() => expect(asked).toEqual([1, 3]));
});

it('the way back to a document is named in the language of the document', async () => {
  const document = { ...RENDITION.document, title: '빛과 그림자', language: 'ko' };
  vi.mocked(request).mockImplementation((asked) =>
    (asked as unknown) === ProofHeadDocument
      ? Promise.resolve({ brailleRendition: { ...RENDITION, document } })
      : Promise.reject(new Error('cut')),
  );
  render(
    <Answering>
      <ProofPage renditionId="cells" />
    </Answering>,
  );
  expect((await screen.findByText('빛과 그림자')).closest('[lang]')?.getAttribute('lang')).toBe('ko');
});

it('braille that is still being made shows how far it is above the pages that are there', async () => {
  const made = { ...RENDITION, state: 'BRAILLING' };
  const job = jobOf({ kind: 'document.braille', status: 'RUNNING', progress: 0.4 });
  const answers = new Map<unknown, object>([
    [ProofHeadDocument, { brailleRendition: made }],
    [JobsDocument, { jobs: { edges: [{ node: job }] } }],
  ]);
  vi.mocked(request).mockImplementation((document) => {
    const answer = answers.get(document);
    return answer ? Promise.resolve(answer) : Promise.reject(new Error('cut'));
  });
  const client = new QueryClient();
  client.setQueryData(JOBS_KEY, [job]);
  render(
    <Answering client={client}>
      <ProofPage renditionId="cells" />
    </Answering>,
  );
  const line = await screen.findByRole('progressbar', { name: 'Making braille' });
  await waitFor(() => expect(line.getAttribute('aria-valuenow')).toBe('40'));
});
