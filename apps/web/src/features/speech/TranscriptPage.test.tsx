import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { TranscriptPageDocument } from '../../lib/graph/generated/graphql.ts';
import { request } from '../../lib/graph/request.ts';
import { Answering } from '../../lib/graph/testing/Answering.tsx';
import { TranscriptPage } from './TranscriptPage.tsx';

vi.mock('../../lib/graph/request.ts', () => ({ request: vi.fn() }));

const TRANSCRIPT = {
  ...{ id: 'a', title: 'Rain', state: 'READY', language: 'en', durationMs: 1_000, heardMs: 1_000 },
  ...{ segments: [], recording: { id: 'sound', url: 'https://bucket.test/rain.wav' } },
};

it('a text that cannot be had as a file says why, beside the buttons', async () => {
  vi.mocked(request).mockImplementation((document) =>
    Promise.resolve({ transcript: (document as unknown) === TranscriptPageDocument ? TRANSCRIPT : null }),
  );
  render(
    <Answering>
      <TranscriptPage transcriptId="a" />
    </Answering>,
  );
  await userEvent.click(await screen.findByRole('button', { name: /SRT/u }));
  expect((await screen.findByRole('alert')).textContent).toContain('The file is not there any more.');
});

it('a text stays readable when its recording was deleted', async () => {
  const segments = [{ position: 0, paragraph: 0, startMs: 0, endMs: 900, text: 'It rains.', words: [] }];
  vi.mocked(request).mockResolvedValue({ transcript: { ...TRANSCRIPT, segments, recording: null } });
  render(
    <Answering>
      <TranscriptPage transcriptId="a" />
    </Answering>,
  );

  expect(await screen.findByText('The recording was deleted. What was said in it is still here.')).toBeTruthy();
  expect(screen.getByText(/It rains\./u)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Play' })).toBeNull();
});
