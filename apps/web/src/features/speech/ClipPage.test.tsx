import { render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { ClipChapterDocument } from '../../lib/graph/generated/graphql.ts';
import { request } from '../../lib/graph/request.ts';
import { Answering } from '../../lib/graph/testing/Answering.tsx';
import { ClipPage } from './ClipPage.tsx';

vi.mock('../../lib/graph/request.ts', () => ({ request: vi.fn() }));

const CLIP = {
  ...{ id: 'a', title: 'Rain', state: 'READY', language: 'en', voice: 'espeak-ng:en', format: 'MP3', durationMs: 900 },
  ...{
    chapterCount: 1,
    createdAt: '2026-11-01T00:00:00Z',
    job: { id: 'job' },
    edition: null,
    document: null,
    asset: null,
  },
  chapters: [{ number: 1, title: 'Rain', durationMs: 900, asset: { id: 'sound' } }],
};

it('the text of a chapter stays when its sound was deleted, and that is said', async () => {
  const chapter = { number: 1, text: 'It rains.', durationMs: 900, words: [], asset: null };
  vi.mocked(request).mockImplementation((document) =>
    Promise.resolve({ speechClip: (document as unknown) === ClipChapterDocument ? { id: 'a', chapter } : CLIP }),
  );
  render(
    <Answering>
      <ClipPage clipId="a" />
    </Answering>,
  );

  expect(await screen.findByText('The sound of this chapter was deleted. Its text is still here.')).toBeTruthy();
  expect(screen.getByText(/It rains\./u)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Play' })).toBeNull();
});
