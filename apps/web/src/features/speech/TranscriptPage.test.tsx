import { LiveRegion } from '@modu/ui';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { DeleteTranscriptDocument, TranscriptPageDocument } from '../../lib/graph/generated/graphql.ts';
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

it('the name of a recording is in the language that is spoken in it, and in none while nobody knows that', async () => {
  vi.mocked(request).mockResolvedValue({ transcript: { ...TRANSCRIPT, title: '비', language: 'ko' } });
  const page = (id: string) => (
    <Answering>
      <TranscriptPage transcriptId={id} />
    </Answering>
  );
  const { rerender } = render(page('a'));
  expect((await screen.findByRole('heading', { name: '비' })).lang).toBe('ko');
  vi.mocked(request).mockResolvedValue({ transcript: { ...TRANSCRIPT, title: 'Rain', language: 'und' } });
  rerender(page('b'));
  expect((await screen.findByRole('heading', { name: 'Rain' })).getAttribute('lang')).toBe('');
});

it('that it was deleted is said aloud, by its name', async () => {
  vi.mocked(request).mockImplementation((document) =>
    Promise.resolve(
      (document as unknown) === DeleteTranscriptDocument
        ? { deleteTranscript: { __typename: 'DeletedTranscript', id: 'a' } }
        : { transcript: TRANSCRIPT },
    ),
  );
  render(
    <Answering>
      <LiveRegion />
      <TranscriptPage transcriptId="a" />
    </Answering>,
  );
  await userEvent.click(await screen.findByRole('button', { name: 'Delete' }));
  await userEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Delete' }));
  await waitFor(() => expect(screen.getByRole('log', { hidden: true }).textContent).toContain('Rain is deleted'));
});
