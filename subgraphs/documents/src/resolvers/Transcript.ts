import type { DocumentsContext } from '../context.ts';
import { textOfTranscript, writeTranscript } from '../domain/transcript.ts';
import type { Transcript as Written, TranscriptFormat } from '../domain/transcript.ts';
import { withParagraphs } from '../operations/find-transcripts.ts';

const recordingOf = ({ assetId }: Written) => ({ __typename: 'Asset', id: assetId });

export const Transcript = {
  __resolveReference: ({ id }: { id: string }, { own }: DocumentsContext) => own.transcripts.load(id),
  asset: recordingOf,
  recording: recordingOf,
  job: ({ jobId }: Written) => ({ __typename: 'Job', id: jobId }),
  language: ({ language }: Written) => language ?? 'und',
  durationMs: ({ lengthMs }: Written) => lengthMs,
  text: async ({ id }: Written, _: unknown, { ofSpeech }: DocumentsContext) =>
    textOfTranscript(await ofSpeech.segments.load(id)),
  segments: async ({ id }: Written, _: unknown, { ofSpeech }: DocumentsContext) =>
    withParagraphs(await ofSpeech.segments.load(id)),
  file: async ({ id }: Written, { format }: { format: TranscriptFormat }, { ofSpeech }: DocumentsContext) =>
    writeTranscript(await ofSpeech.segments.load(id), format),
};
