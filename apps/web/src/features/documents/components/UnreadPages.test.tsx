import { QueryClient } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import {
  DocumentsDocument,
  JobsDocument,
  QuoteReadDocument,
  ReadDocumentDocument,
} from '../../../lib/graph/generated/graphql.ts';
import type { DocumentPageQuery } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/request.ts';
import { Answering } from '../../../lib/graph/testing/Answering.tsx';
import { go } from '../../../lib/way/index.ts';
import { jobOf } from '../../queue/testing/job-of.ts';
import { UnreadPages } from './UnreadPages.tsx';

vi.mock('../../../lib/graph/request.ts', () => ({ request: vi.fn() }));
vi.mock('../../../lib/way/index.ts', () => ({ go: vi.fn() }));

const JOB = jobOf({ kind: 'document.read' });
const DOCUMENT = {
  ...{ id: 'paper', title: 'Paper', language: 'en', state: 'READY', pagesWithoutText: [2, 3, 9] },
  asset: { id: 'file' },
} as unknown as NonNullable<DocumentPageQuery['document']>;

beforeEach(() => {
  const read = { id: 'again', state: 'READY', job: { id: JOB.id } };
  const answers = new Map<unknown, object>([
    [ReadDocumentDocument, { readDocument: JOB }],
    [QuoteReadDocument, { quoteReadDocument: { credits: 2, refusal: null } }],
    [JobsDocument, { jobs: { edges: [] } }],
    [DocumentsDocument, { documents: { edges: [{ node: read }] } }],
  ]);
  vi.mocked(request).mockImplementation((document) => Promise.resolve(answers.get(document)));
});

it('the pages without text are named, and read for their own price: the document that has them is opened', async () => {
  render(
    <Answering client={new QueryClient()}>
      <UnreadPages document={DOCUMENT} />
    </Answering>,
  );
  expect(screen.getByText(/^Pages 2–3, 9 have no text that can be read\./)).toBeTruthy();
  await userEvent.click(await screen.findByRole('button', { name: 'Read the pictures for 2 credits' }));
  const asked = vi.mocked(request).mock.calls.find(([document]) => document === ReadDocumentDocument);
  expect(asked?.[1]).toMatchObject({ input: { assetId: 'file', documentId: 'paper', recognise: true } });
  await waitFor(() =>
    expect(go).toHaveBeenCalledWith({ to: '/documents/$documentId', params: { documentId: 'again' } }),
  );
});
