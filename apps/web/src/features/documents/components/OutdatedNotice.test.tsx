import { QueryClient } from '@tanstack/react-query';
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import {
  BrailleDocumentDocument,
  DocumentPageDocument,
  JobsDocument,
  QuoteBrailleDocument,
} from '../../../lib/graph/generated/graphql.ts';
import type { ProofHeadQuery } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/request.ts';
import { Answering } from '../../../lib/graph/testing/Answering.tsx';
import { JOBS_KEY } from '../../queue/index.ts';
import { jobOf } from '../../queue/testing/job-of.ts';
import { OutdatedNotice } from './OutdatedNotice.tsx';

vi.mock('../../../lib/graph/request.ts', () => ({ request: vi.fn() }));

const JOB = jobOf({ kind: 'document.braille' });
const RENDITION = {
  ...{ code: 'ko-2024', cellsPerLine: 40, linesPerPage: 25, setup: {} },
  document: { id: 'paper', title: 'Paper', language: 'en', version: 2, lastCorrection: null },
} as unknown as NonNullable<ProofHeadQuery['brailleRendition']>;

it('pages that are made again show how far they are; that fail, are waited for no longer: it says why, and they can be asked for anew', async () => {
  const answers = new Map<unknown, object>([
    [BrailleDocumentDocument, { brailleDocument: JOB }],
    [DocumentPageDocument, { document: { renditions: [] } }],
    [JobsDocument, { jobs: { edges: [] } }],
    [QuoteBrailleDocument, { quoteBrailleDocument: { credits: 3, refusal: null } }],
  ]);
  vi.mocked(request).mockImplementation((document) => Promise.resolve(answers.get(document)));
  const client = new QueryClient();
  render(
    <Answering client={client}>
      <OutdatedNotice rendition={RENDITION} />
    </Answering>,
  );
  await userEvent.click(await screen.findByRole('button', { name: 'Make again for 3 credits' }));
  expect(await screen.findByText('Making braille')).toBeTruthy();
  act(() => void client.setQueryData(JOBS_KEY, [{ ...JOB, status: 'RUNNING', progress: 0.4 }]));
  const line = await screen.findByRole('progressbar', { name: 'Making braille' });
  await waitFor(() => expect(line.getAttribute('aria-valuenow')).toBe('40'));
  const error = { __typename: 'JobError', code: 'FAILED', message: 'The code has no table.' };
  act(() => void client.setQueryData(JOBS_KEY, [{ ...JOB, status: 'FAILED', error }]));
  expect(await screen.findByText('The code has no table.')).toBeTruthy();
  await waitFor(() => expect(screen.queryByText('Making braille')).toBeNull());
  expect(screen.queryByRole('progressbar')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Make again for 3 credits' }));
  const asked = vi.mocked(request).mock.calls.filter(([document]) => document === BrailleDocumentDocument);
  expect(asked).toHaveLength(2);
});
