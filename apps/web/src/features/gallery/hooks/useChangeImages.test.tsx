import { QueryClient } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { DeleteImagesDocument, JobsDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/request.ts';
import { Answering } from '../../../lib/graph/testing/Answering.tsx';
import { pictureOf } from '../../create/testing/picture-of.ts';
import { pictureOf as pictureOfJob, useJobs } from '../../queue/index.ts';
import { jobOf } from '../../queue/testing/job-of.ts';
import { useChangeImages } from './useChangeImages.ts';

vi.mock('../../../lib/graph/request.ts', () => ({ request: vi.fn() }));

const made = { __typename: 'Image', ...pictureOf({ id: 'made' }), deletedAt: null } as const;

it('what went into the trash is no picture of its job any more; for a star the jobs are not read again', async () => {
  let deletedAt: string | null = null;
  const asked: unknown[] = [];
  vi.mocked(request).mockImplementation((document) => {
    asked.push(document);
    if ((document as unknown) === DeleteImagesDocument) deletedAt = '2026-11-22T00:00:00.000Z';
    const node = jobOf({ status: 'COMPLETED', result: { ...made, deletedAt } });
    const isJobs = (document as unknown) === JobsDocument;
    const changed = { missingIds: [] };
    return Promise.resolve(
      isJobs ? { jobs: { edges: [{ node }] } } : { deleteImages: changed, starImages: changed },
    ) as never;
  });
  const client = new QueryClient();
  const page = renderHook(() => ({ jobs: useJobs().jobs, change: useChangeImages() }), {
    wrapper: ({ children }) => <Answering client={client}>{children}</Answering>,
  });
  await waitFor(() => expect(page.result.current.jobs.map(pictureOfJob)).toEqual([made]));

  await act(() => page.result.current.change.mutateAsync({ kind: 'star', ids: ['made'], starred: true }));
  expect(asked.filter((document) => document === JobsDocument)).toHaveLength(1);

  await act(() => page.result.current.change.mutateAsync({ kind: 'trash', ids: ['made'] }));
  await waitFor(() => expect(page.result.current.jobs.map(pictureOfJob)).toEqual([null]));
});
