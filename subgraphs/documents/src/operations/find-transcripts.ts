import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { isId } from '@modu/ids';
import type { Connection } from '@modu/subgraph';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { paragraphsOf } from '../domain/transcript.ts';
import type { Transcript, TranscriptSegment } from '../domain/transcript.ts';
import type { Desk } from './desk.ts';
import type { PageInput } from './find-documents.ts';
import { findOwn } from './find-own.ts';
import { stopMaking } from './stop-making.ts';
import { pageWithoutLost } from './without-lost.ts';

type ShownTranscripts = Pick<Desk, 'transcripts' | 'jobs'>;

/** A transcript of the viewer; null for anyone else. */
export async function findTranscript(
  { transcripts, jobs }: ShownTranscripts,
  viewer: Viewer,
  id: string,
): Promise<Transcript | null> {
  return (await findOwn({ find: transcripts.find, jobs }, viewer, [id]))[0] ?? null;
}

/** The viewer's transcripts, newest first. */
export async function listTranscripts(
  { transcripts, jobs }: ShownTranscripts,
  viewer: Viewer,
  input: PageInput,
): Promise<Connection<Transcript> | Refusal> {
  const ownerId = requireUser(viewer, 'documents');
  return pageWithoutLost(jobs, input, (asked) => transcripts.list(ownerId, asked));
}

/** What was said, each segment with the paragraph it belongs to. */
export function withParagraphs(
  segments: readonly TranscriptSegment[],
): (TranscriptSegment & { readonly paragraph: number })[] {
  const paragraphs = paragraphsOf(segments);
  return segments.map((segment, at) => ({ ...segment, paragraph: paragraphs[at] ?? 1 }));
}

/** Deletes a transcript of the viewer; the recording stays. One that is still being heard is given up and costs nothing. */
export async function deleteTranscript(
  { transcripts, jobs }: ShownTranscripts,
  viewer: Viewer,
  id: string,
): Promise<{ readonly id: string } | Refusal> {
  const ownerId = requireUser(viewer, 'documents');
  const [transcript] = isId(id) ? await transcripts.find([id], ownerId) : [];
  if (transcript) await stopMaking({ jobs }, transcript);
  const isGone = transcript && (await transcripts.remove(transcript.id, ownerId));
  return isGone ? { id } : refuse('NOT_FOUND', 'transcript.unknown', { path: ['id'] });
}
