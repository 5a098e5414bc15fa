import { expect, it } from 'vitest';
import type { SpeakJob } from '../contracts.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { openSpeech } from './speech-source.ts';

it('a worker without the voice leaves the job to another one', async () => {
  const run = { jobId: 'j', ownerId: 'ada', quotedCredits: 1, estimatedMs: 1, attempt: 1 };
  const { signal } = new AbortController();
  const job = { text: '빛', documentId: null, title: '빛', language: 'ko', voice: 'api:elsewhere' };
  const payload: SpeakJob = { ...job, rate: 1, pitch: 1, format: 'MP3' };

  const opening = openSpeech({ documents: {} as DocumentStore, voices: [] }, { ...run, signal }, payload);

  await expect(opening).rejects.toMatchObject({ code: 'VOICE_UNAVAILABLE', retryable: true });
});
