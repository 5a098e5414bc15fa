import type { DocumentsContext } from '../context.ts';
import { textOfTranscript, writeTranscript } from '../domain/transcript.ts';
import type { Transcript as Written, TranscriptFormat } from '../domain/transcript.ts';
import { findTranscript, paragraphedSegmentsOf, segmentsOf } from '../operations/find-transcripts.ts';

export const Transcript = {
  __resolveReference: ({ id }: { id: string }, { desk, viewer }: DocumentsContext) => findTranscript(desk, viewer, id),
  asset: ({ assetId }: Written) => ({ __typename: 'Asset', id: assetId }),
  job: ({ jobId }: Written) => ({ __typename: 'Job', id: jobId }),
  language: ({ language }: Written) => language ?? 'und',
  durationMs: ({ lengthMs }: Written) => lengthMs,
  text: async (transcript: Written, _: unknown, { desk }: DocumentsContext) =>
    textOfTranscript(await segmentsOf(desk, transcript)),
  segments: (transcript: Written, _: unknown, { desk }: DocumentsContext) => paragraphedSegmentsOf(desk, transcript),
  file: async (transcript: Written, { format }: { format: TranscriptFormat }, { desk }: DocumentsContext) =>
    writeTranscript(await segmentsOf(desk, transcript), format),
};
